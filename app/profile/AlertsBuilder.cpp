// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/AlertsBuilder.h"

#include "app/profile/JsonFields.h"

#include <algorithm>
#include <array>

namespace stowage {
namespace {

using nlohmann::json;

void takeSeconds(const json& object, const char* key, Millis& to)
{
    if (const auto found = object.find(key); found != object.end()) {
        to = std::chrono::seconds{found->get<qint64>()};
    }
}

/// What is not said is as in `usual`.
AlertTempo tempo(const json& object, AlertTempo usual)
{
    takeSeconds(object, "forSeconds", usual.persistence);
    takeSeconds(object, "cooldownSeconds", usual.cooldown);
    takeSeconds(object, "flapSeconds", usual.flapWindow);
    takeSeconds(object, "calmSeconds", usual.flapCalm);
    usual.flapTurns = object.value("flapTurns", usual.flapTurns);
    constexpr double Percent = 100;
    usual.hysteresis = object.value("hysteresisPercent", usual.hysteresis * Percent) / Percent;
    return usual;
}

std::optional<AlertSeverity> severity(const json& object, const char* key)
{
    return object.contains(key) ? std::optional(severityOf(textOf(object, key))) : std::nullopt;
}

std::optional<SubjectKind> kind(const QString& name)
{
    for (const auto each : {SubjectKind::Host, SubjectKind::Service, SubjectKind::Source, SubjectKind::Zone,
                            SubjectKind::Image, SubjectKind::Stowage}) {
        if (subjectKindName(each) == name) {
            return each;
        }
    }
    return std::nullopt;
}

AlertMatcher matcher(const json& object)
{
    AlertMatcher matcher;
    matcher.name = textOf(object, "name");
    matcher.source = textOf(object, "source");
    matcher.kind = kind(textOf(object, "kind"));
    matcher.subject = textOf(object, "subject");
    matcher.zone = textOf(object, "zone");
    matcher.upTo = severity(object, "upTo");
    for (const json& label : object.value("labels", json::array())) {
        const QString told = QString::fromStdString(label.get<std::string>());
        const qsizetype sign = told.indexOf(QLatin1Char('='));
        matcher.labels.push_back({told.left(sign), told.mid(sign + 1)});
    }
    return matcher;
}

AlertMatcher matcherOf(const json& rule)
{
    return matcher(rule.value("match", json::object()));
}

MaintenanceWindow maintenance(const json& object)
{
    return {textOf(object, "name"), matcherOf(object),
            profileMoment(textOf(object, "from")).value_or(Timestamp{}),
            profileMoment(textOf(object, "to")).value_or(Timestamp{}),
            std::chrono::days{object.value("everyDays", 0)}};
}

std::chrono::minutes timeOfDay(const QString& told)
{
    return std::chrono::hours{told.left(2).toInt()} + std::chrono::minutes{told.mid(3).toInt()};
}

quint8 daysOf(const json& names)
{
    constexpr std::array Days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    quint8 days = 0;
    for (const json& name : names) {
        const auto found = std::ranges::find(Days, name.get<std::string>());
        days |= static_cast<quint8>(1U << static_cast<unsigned>(found - Days.begin()));
    }
    return names.empty() ? QuietHours::EveryDay : days;
}

QuietHours quietHours(const json& object)
{
    QuietHours hours;
    hours.name = textOf(object, "name");
    hours.matcher = matcherOf(object);
    hours.upTo = severity(object, "upTo").value_or(hours.upTo);
    hours.from = timeOfDay(textOf(object, "from"));
    hours.to = timeOfDay(textOf(object, "to"));
    hours.days = daysOf(object.value("days", json::array()));
    if (object.contains("timeZone")) {
        hours.zone = QTimeZone(textOf(object, "timeZone").toUtf8());
    }
    return hours;
}

} // namespace

std::optional<Timestamp> profileMoment(const QString& text)
{
    constexpr qsizetype ToTheMinute = 16; // 2026-12-01T20:00
    const bool hasSeconds = text.size() > ToTheMinute && text[ToTheMinute] == QLatin1Char(':');
    return fromRfc3339(hasSeconds ? text
                                  : text.left(ToTheMinute) + QStringLiteral(":00") + text.mid(ToTheMinute));
}

AlertPolicy buildAlertPolicy(const json& alerts)
{
    AlertPolicy policy;
    policy.usual = tempo(alerts.value("usual", json::object()), policy.usual);
    for (const json& rule : alerts.value("policies", json::array())) {
        policy.rules.push_back({matcherOf(rule), tempo(rule, policy.usual)});
    }
    for (const json& window : alerts.value("maintenance", json::array())) {
        policy.maintenance.push_back(maintenance(window));
    }
    for (const json& hours : alerts.value("quietHours", json::array())) {
        policy.quietHours.push_back(quietHours(hours));
    }
    return policy;
}

} // namespace stowage
