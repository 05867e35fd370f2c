// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/FindingDatesFile.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QSaveFile>

namespace stowage {
namespace {

constexpr qint64 Longest = 16 * 1024 * 1024;
const QLatin1String Schema("stowage/finding-dates/1");

std::optional<FindingDate> readDate(const nlohmann::json& entry)
{
    const auto time = [&entry](const char* name) {
        const auto at = entry.find(name);
        return at != entry.end() && at->is_string()
                   ? fromRfc3339(QString::fromStdString(at->get_ref<const std::string&>()))
                   : std::nullopt;
    };
    if (!entry.is_object()) {
        return std::nullopt;
    }
    const auto since = time("since");
    const auto seen = time("seen");
    const auto exact = entry.find("exact");
    if (!since || !seen || exact == entry.end() || !exact->is_boolean()) {
        return std::nullopt;
    }
    return FindingDate{*since, exact->get<bool>(), *seen};
}

} // namespace

FindingDatesFile::FindingDatesFile(const QString& folder)
    : m_path(folder + QStringLiteral("/finding-dates.json"))
{
}

FindingDateBook FindingDatesFile::read(Timestamp now) const
{
    FindingDateBook book;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return book;
    }
    const QByteArray bytes = file.read(Longest);
    const auto document = nlohmann::json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
    if (!document.is_object() || document.value("schema", nlohmann::json()) != Schema.data() ||
        !document.contains("findings") || !document["findings"].is_object()) {
        return book;
    }
    for (const auto& [key, entry] : document["findings"].items()) {
        const auto date = readDate(entry);
        if (date && date->seenAt + Keep >= now) {
            book.insert(QString::fromStdString(key), *date);
        }
    }
    return book;
}

void FindingDatesFile::write(const FindingDateBook& book) const
{
    nlohmann::json findings = nlohmann::json::object();
    for (const auto& [key, date] : book.asKeyValueRange()) {
        findings[key.toStdString()] = {{"since", toRfc3339(date.since).toStdString()},
                                       {"exact", date.isExact},
                                       {"seen", toRfc3339(date.seenAt).toStdString()}};
    }
    const nlohmann::json document{{"schema", Schema.data()}, {"findings", std::move(findings)}};
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        const std::string text = document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
        file.write(text.data(), static_cast<qint64>(text.size()));
        file.commit();
    }
}

} // namespace stowage
