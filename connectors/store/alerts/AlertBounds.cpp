// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertBounds.h"

#include <QCryptographicHash>

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype LongestKey = 2'048;
constexpr qsizetype LongestName = 1'024;
constexpr qsizetype LongestText = 16'384;
constexpr qsizetype LongestLabel = 4'096;
constexpr qsizetype MostInLabels = 65'536; ///< characters in all
constexpr size_t MostLabels = 512;
constexpr size_t MostTouched = 256;

QString writable(const QString& text)
{
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

/// The first so many characters, none of them cut in two.
QString firstOf(const QString& text, qsizetype most)
{
    return text.left(text.at(most - 1).isHighSurrogate() ? most - 1 : most);
}

void boundText(QString& text, qsizetype most)
{
    text = writable(text);
    if (text.size() > most) {
        text = firstOf(text, most) + QChar(u'…');
    }
}

void boundKey(QString& key)
{
    key = writable(key);
    if (key.size() > LongestKey) {
        const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
        key = firstOf(key, LongestKey) + QLatin1Char('#') + QString::fromLatin1(digest.toHex());
    }
}

void boundLabels(std::vector<AlertLabel>& labels)
{
    qsizetype room = MostInLabels;
    size_t kept = 0;
    for (; kept < std::min(labels.size(), MostLabels) && room > 0; ++kept) {
        boundText(labels[kept].name, LongestName);
        boundText(labels[kept].value, LongestLabel);
        room -= labels[kept].name.size() + labels[kept].value.size();
    }
    labels.resize(kept);
}

QString madeUpUid(const AlertEvent& event)
{
    return QStringLiteral("%1/%2/%3/%4")
        .arg(alertEventKindName(event.kind), event.alert, event.name)
        .arg(event.at.time_since_epoch().count());
}

size_t weightOf(const QString& text)
{
    return 2 * static_cast<size_t>(text.size());
}

} // namespace

AlertEvent boundedEvent(AlertEvent event)
{
    if (event.uid.isEmpty()) {
        event.uid = madeUpUid(event);
    }
    for (QString* key : {&event.uid, &event.alert, &event.incident, &event.other}) {
        boundKey(*key);
    }
    for (QString* name :
         {&event.source, &event.name, &event.actor, &event.place.subject.name, &event.place.zone}) {
        boundText(*name, LongestName);
    }
    boundText(event.summary, LongestText);
    boundText(event.note, LongestText);
    boundLabels(event.labels);
    event.place.touches.resize(std::min(event.place.touches.size(), MostTouched));
    for (AlertSubject& subject : event.place.touches) {
        boundText(subject.name, LongestName);
    }
    return event;
}

size_t weightOf(const AlertEvent& event)
{
    size_t weight = sizeof(AlertEvent);
    for (const QString* text :
         {&event.uid, &event.source, &event.alert, &event.name, &event.summary, &event.place.subject.name,
          &event.place.zone, &event.incident, &event.other, &event.actor, &event.note}) {
        weight += weightOf(*text);
    }
    for (const AlertLabel& label : event.labels) {
        weight += sizeof(AlertLabel) + weightOf(label.name) + weightOf(label.value);
    }
    for (const AlertSubject& subject : event.place.touches) {
        weight += sizeof(AlertSubject) + weightOf(subject.name);
    }
    return weight;
}

} // namespace stowage
