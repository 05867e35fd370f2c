// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/NotifyBuilder.h"

#include "app/profile/JsonFields.h"
#include "app/profile/SchemaFormats.h"

namespace stowage {
namespace {

using nlohmann::json;

template <class Duration>
Duration duration(const json& object, const char* key, Duration usual)
{
    return Duration{object.value(key, static_cast<qint64>(usual.count()))};
}

PrivateUrl privateUrl(const json& object, const ProfilePlaces& places)
{
    if (const auto secret = object.find("secretUrl"); secret != object.end()) {
        return {{}, places.secret(*secret)};
    }
    return {encodedUrl(textOf(object, "url")), std::nullopt};
}

WebhookProfile webhook(const json& object, const ProfilePlaces& places)
{
    WebhookProfile webhook{textOf(object, "id"), privateUrl(object, places), std::nullopt,
                           places.path(textOf(object, "ca"))};
    if (const auto token = object.find("token"); token != object.end()) {
        webhook.token = places.secret(*token);
    }
    return webhook;
}

CommandProfile command(const json& object, const ProfilePlaces& places)
{
    CommandProfile command;
    command.id = textOf(object, "id");
    for (const json& word : object.at("run")) {
        command.arguments << QString::fromStdString(word.get<std::string>());
    }
    command.program = places.path(command.arguments.takeFirst());
    command.patience = duration(object, "timeoutSeconds", command.patience);
    return command;
}

NotificationRules rules(const json& notify, std::vector<QuietHours> quiet)
{
    NotificationRules rules;
    if (notify.contains("least")) {
        rules.least = severityOf(textOf(notify, "least"));
    }
    rules.unownedAfter = duration(notify, "unownedAfterMinutes", rules.unownedAfter);
    rules.mostPerMinute = notify.value("mostPerMinute", rules.mostPerMinute);
    rules.isResolvedTold = notify.value("resolved", rules.isResolvedTold);
    rules.selfTestEvery = std::chrono::hours{notify.value("selfTestHours", 0)};
    rules.quiet = std::move(quiet);
    return rules;
}

} // namespace

NotifyProfile buildNotifyProfile(const json& notify, const ProfilePlaces& places,
                                 std::vector<QuietHours> quiet)
{
    NotifyProfile profile;
    profile.isDesktop = notify.value("desktop", profile.isDesktop);
    profile.isLoud = notify.value("sound", profile.isLoud);
    profile.rules = rules(notify, std::move(quiet));
    for (const json& each : notify.value("webhooks", json::array())) {
        profile.webhooks.push_back(webhook(each, places));
    }
    for (const json& each : notify.value("commands", json::array())) {
        profile.commands.push_back(command(each, places));
    }
    if (const auto heartbeat = notify.find("heartbeat"); heartbeat != notify.end()) {
        profile.heartbeat = HeartbeatProfile{privateUrl(*heartbeat, places),
                                             duration(*heartbeat, "everySeconds", HeartbeatProfile{}.every)};
    }
    return profile;
}

} // namespace stowage
