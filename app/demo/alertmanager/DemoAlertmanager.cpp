// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/alertmanager/DemoAlertmanager.h"

#include "app/demo/DemoWorld.h"
#include "connectors/alerts/AlertWords.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr Millis ResendEvery = std::chrono::minutes(1);
constexpr Millis RanBefore = std::chrono::hours(24 * 12);

constexpr char SourceOfInhibition[] = "TargetDown";

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

QByteArray fingerprintOf(const gojson::Labels& sorted)
{
    std::vector<RawLabel> labels;
    for (const auto& [name, value] : sorted) {
        labels.emplace_back(view(name), view(value));
    }
    return alertFingerprint(labels).toLatin1();
}

bool isDown(const DemoStandingAlert& standing)
{
    return QByteArrayView(DemoRules::rules().at(standing.alert.rule).name) == SourceOfInhibition;
}

/// What a query asks to be left out.
bool isWanted(const MicroRequest& request, const DemoStandingAlert& alert)
{
    const auto refuses = [&request](const char* name) {
        return request.queryValue(name).value_or(QByteArray()) == "false";
    };
    return !(refuses("silenced") && !alert.silencedBy.isEmpty()) &&
           !(refuses("inhibited") && !alert.inhibitedBy.isEmpty()) &&
           !(refuses("active") && !alert.isSuppressed());
}

} // namespace

DemoAlertmanager::DemoAlertmanager(const DemoWorld& world, DemoRules& rules, QByteArray generator,
                                   MicroEngine* shared)
    : m_world(world), m_rules(rules), m_generator(std::move(generator)),
      m_server([this](const MicroRequest& request) { return handle(request); }, shared)
{
}

MicroAnswer DemoAlertmanager::handle(const MicroRequest& request) const
{
    if (request.method != "GET" && !request.isHead()) {
        return MicroResponse{405, {{"Content-Type", "application/json"}, {"Vary", "Origin"}}, {}, -1};
    }
    if (request.path == "/api/v2/alerts" || request.path == "/api/v2/alerts/groups") {
        std::vector<DemoStandingAlert> alerts = standing();
        std::erase_if(alerts, [&request](const auto& alert) { return !isWanted(request, alert); });
        const auto page = request.path.endsWith("groups") ? alertGroupsJson : alertsJson;
        return alertmanagerAnswer(page(alerts, m_world.beganAt(), m_generator));
    }
    if (request.path == "/api/v2/silences") {
        return alertmanagerAnswer(silencesJson(m_silences, m_world.beganAt(), m_world.now()));
    }
    if (request.path == "/api/v2/status") {
        return alertmanagerAnswer(alertmanagerStatusJson(m_world.beganAt() - RanBefore));
    }
    return alertmanagerNotFound(request.path);
}

std::vector<DemoStandingAlert> DemoAlertmanager::standing() const
{
    std::vector<DemoStandingAlert> list;
    const auto add = [&](const DemoRuleAlert& alert) {
        const Millis sent = alert.firedAt + (m_world.now() - alert.firedAt) / ResendEvery * ResendEvery;
        list.push_back({alert, fingerprintOf(alert.labels()), sent, silencesOf(alert), {}});
    };
    for (const DemoRuleAlert& alert : m_rules.alerts()) {
        if (alert.isFiring()) {
            add(alert);
        }
    }
    for (DemoStandingAlert& alert : list) {
        for (const DemoStandingAlert& above : list) {
            if (isDown(above) && !isDown(alert) && above.alert.instance == alert.alert.instance) {
                alert.inhibitedBy << above.fingerprint;
            }
        }
    }
    for (const DemoRuleAlert& alert :
         m_flood ? floodedAlerts(*m_flood, m_world.now()) : std::vector<DemoRuleAlert>()) {
        add(alert); // which no rule inhibits
    }
    return list;
}

QByteArrayList DemoAlertmanager::silencesOf(const DemoRuleAlert& alert) const
{
    const gojson::Labels labels = alert.labels();
    QByteArrayList ids;
    for (const DemoSilence& silence : m_silences) {
        const bool isActive = silence.startsAt <= m_world.now() && m_world.now() < silence.endsAt;
        if (isActive && std::ranges::count(labels, std::pair(silence.label, silence.value)) > 0) {
            ids << silence.id;
        }
    }
    return ids;
}

std::vector<DemoSilence> usualDemoSilences(const std::vector<DemoTarget>& targets)
{
    const auto builder = std::ranges::find_if(targets, [](const DemoTarget& target) {
        return target.machine && target.machine->name == "builder-2";
    });
    if (builder == targets.end()) {
        return {};
    }
    return {{"5b1f3c5e-6c0e-4a53-9d0f-2f7f6b8c1a42", "instance", builder->instance, "mei",
             "builder-2 gets a new disk", -std::chrono::hours(1), std::chrono::hours(7)}};
}

} // namespace stowage
