// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/ViewFile.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace stowage {
namespace {

using Json = nlohmann::json;

constexpr const char* Schema = "stowage/view/1";
/// Nobody chooses so much: such a file is not ours.
constexpr qint64 MostBytes = 256 * 1024;
/// A value or two deep; what is deeper is not ours either.
constexpr int MostDepth = 2;

QMap<QString, QString> parse(const QByteArray& text)
{
    // Values that lie too deep are left out while reading, so that no nesting costs a stack.
    const auto shallow = [](int depth, Json::parse_event_t, Json&) {
        return depth <= MostDepth;
    };
    const Json document = Json::parse(text.begin(), text.end(), shallow, false);
    QMap<QString, QString> values;
    if (!document.is_object() || document.value("schema", Json()) != Schema) {
        return values;
    }
    const auto chosen = document.find("chosen");
    if (chosen == document.end() || !chosen->is_object()) {
        return values;
    }
    for (const auto& [name, value] : chosen->items()) {
        if (value.is_string()) {
            values.insert(QString::fromStdString(name),
                          QString::fromStdString(value.get_ref<const std::string&>()));
        }
    }
    return values;
}

QByteArray print(const QMap<QString, QString>& values)
{
    Json chosen = Json::object();
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        chosen[value.key().toStdString()] = value.value().toStdString();
    }
    constexpr int Indent = 2;
    const Json document{{"schema", Schema}, {"chosen", std::move(chosen)}};
    return QByteArray::fromStdString(document.dump(Indent, ' ', false, Json::error_handler_t::replace)) +
           '\n';
}

void write(const QString& path, const QByteArray& text)
{
    QSaveFile file(path);
    if (QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
        file.write(text) == text.size()) {
        file.commit();
    }
}

} // namespace

ViewFile::ViewFile(const QString& folder)
{
    m_writer.setMaxThreadCount(1);
    if (folder.isEmpty()) {
        return;
    }
    m_path = QDir(folder).filePath(QStringLiteral("view.json"));
    QFile file(m_path);
    if (file.open(QIODevice::ReadOnly) && file.size() <= MostBytes) {
        m_values = parse(file.readAll());
    }
}

ViewFile::~ViewFile()
{
    m_writer.waitForDone();
}

void ViewFile::remember(const QString& name, const QString& value)
{
    if (m_values.value(name) == value) {
        return;
    }
    m_values.insert(name, value);
    if (!m_path.isEmpty()) {
        m_writer.start([path = m_path, text = print(m_values)] { write(path, text); });
    }
}

} // namespace stowage
