// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/notify/NotificationJson.h"

#include <nlohmann/json.hpp>

namespace stowage {
namespace {

std::string utf8(const QString& text)
{
    return text.toStdString();
}

} // namespace

QByteArray notificationJson(const Notification& notice, const QString& context)
{
    nlohmann::ordered_json document{
        {"schema", "stowage/notification/1"},
        {"at", utf8(toRfc3339(notice.at))},
        {"context", utf8(context)},
        {"id", utf8(notice.id)},
        {"kind", utf8(notificationKindName(notice.kind))},
        {"severity", utf8(alertSeverityName(notice.severity))},
        {"title", utf8(notice.title)},
        {"detail", utf8(notice.detail)},
        {"alerts", notice.alerts},
    };
    document["incident"] = notice.incident.isEmpty() ? nlohmann::ordered_json(nullptr)
                                                     : nlohmann::ordered_json(utf8(notice.incident));
    document["link"] =
        notice.link.isEmpty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(utf8(notice.link));
    if (notice.kind == NotificationKind::Digest) {
        auto& lines = document["lines"] = nlohmann::ordered_json::array();
        for (const QString& line : notice.lines) {
            lines.push_back(utf8(line));
        }
    }
    // Halves of surrogate pairs come from outside too, and are no reason to throw.
    return QByteArray::fromStdString(
        document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

} // namespace stowage
