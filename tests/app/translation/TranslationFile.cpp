// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/translation/TranslationFile.h"

#include <QFile>
#include <QXmlStreamReader>

namespace stowage::test {
namespace {

void readTranslation(QXmlStreamReader& xml, TranslationEntry& entry)
{
    entry.type = xml.attributes().value(QLatin1String("type")).toString();
    QString plain;
    while (xml.readNext() != QXmlStreamReader::EndElement && !xml.atEnd()) {
        if (xml.isStartElement()) {
            entry.forms << xml.readElementText();
        } else {
            plain += xml.text();
        }
    }
    if (!entry.isPlural) {
        entry.forms = {plain};
    }
}

TranslationEntry readMessage(QXmlStreamReader& xml, const QString& context)
{
    TranslationEntry entry;
    entry.context = context;
    entry.isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            entry.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            entry.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            readTranslation(xml, entry);
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

} // namespace

QString TranslationEntry::id() const
{
    return context + QStringLiteral(" | ") + source + (isPlural ? QStringLiteral(" | plural") : QString()) +
           (comment.isEmpty() ? QString() : QStringLiteral(" | ") + comment);
}

std::vector<TranslationEntry> readTranslationFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    std::vector<TranslationEntry> entries;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            entries.push_back(readMessage(xml, context));
        }
    }
    return xml.hasError() ? std::vector<TranslationEntry>{} : entries;
}

} // namespace stowage::test
