// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/prometheus/DemoRules.h"

#include "app/demo/DemoWorld.h"
#include "app/demo/load/DemoMachineLoad.h"
#include "app/demo/prometheus/DemoHostSeries.h"

#include <QByteArrayList>
#include <QLocale>

#include <algorithm>

namespace stowage {
namespace {

enum Rule : size_t
{
    TargetDown,
    RegistryErrors,
    HostOutOfMemory,
};

constexpr double FullMemory = 95;

/// What was judged is not made up for when nobody has asked for longer than this.
constexpr Millis MostMadeUpFor = std::chrono::minutes(10);

QByteArray member(const char* name, const QByteArray& json)
{
    return gojson::string(name) + ':' + json;
}

QByteArray object(const QByteArrayList& members)
{
    return '{' + members.join(',') + '}';
}

QByteArray seconds(Millis length)
{
    return QByteArray::number(length.count() / 1000);
}

} // namespace

QByteArray DemoRuleAlert::alertname() const
{
    return name.isEmpty() ? QByteArray(DemoRules::rules().at(rule).name) : name;
}

gojson::Labels DemoRuleAlert::labels() const
{
    const DemoRule& of = DemoRules::rules().at(rule);
    gojson::Labels labels{{"alertname", alertname()},
                          {"instance", instance},
                          {"severity", severity.isEmpty() ? QByteArray(of.severity) : severity}};
    labels.insert(labels.end(), beside.begin(), beside.end());
    if (!job.isEmpty()) {
        labels.emplace_back("job", job);
    }
    std::ranges::sort(labels);
    return labels;
}

gojson::Labels DemoRuleAlert::annotations() const
{
    const QByteArray text = summary.isEmpty() ? QByteArray(DemoRules::rules().at(rule).summary) : summary;
    return text.isEmpty() ? gojson::Labels{}
                          : gojson::Labels{{"summary", QByteArray(text).replace("%1", instance)}};
}

const std::array<DemoRule, 3>& DemoRules::rules()
{
    static const std::array Rules{
        DemoRule{"TargetDown", "up == 0", std::chrono::seconds(5), "page", "target %1 is down"},
        DemoRule{"RegistryErrors",
                 "sum by (instance) (rate(registry_http_requests_total{code=~\"5..\"}[1m])) > 0", Millis{0},
                 "warn", ""},
        DemoRule{"HostOutOfMemory",
                 "100 * (1 - node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes) > 95",
                 std::chrono::seconds(10), "critical", "%1 has hardly any memory left"},
    };
    return Rules;
}

void DemoRules::watchRegistry(QByteArray instance, std::optional<Millis> errorsFrom)
{
    m_registry = std::move(instance);
    m_errorsFrom = errorsFrom;
}

const std::vector<DemoRuleAlert>& DemoRules::alerts()
{
    const Millis now = m_world.now();
    if (now - m_next > MostMadeUpFor) {
        m_next = now - MostMadeUpFor;
    }
    for (; m_next <= now; m_next += Every) {
        judge(m_next);
    }
    return m_alerts;
}

void DemoRules::judge(Millis at)
{
    for (const DemoTarget& target : m_targets) {
        const Millis scraped = target.scrapeBefore(at, DemoScrapeEvery);
        if (!target.isUp(m_world, scraped)) {
            hold(TargetDown, target.instance, target.job, 0, at);
        } else if (target.machine && target.machine->trouble == DemoTrouble::OutOfMemory) {
            // No other one's memory is ever that full.
            const double used = DemoMachineLoad::of(*target.machine, scraped).memoryUsed;
            if (const double percent = 100 * used / target.machine->memoryBytes; percent > FullMemory) {
                hold(HostOutOfMemory, target.instance, target.job, percent, at);
            }
        }
    }
    if (m_errorsFrom && at >= *m_errorsFrom) {
        hold(RegistryErrors, m_registry, {}, 2.5, at);
    }
    std::erase_if(m_alerts, [at](const DemoRuleAlert& alert) { return alert.evaluatedAt != at; });
}

void DemoRules::hold(size_t rule, const QByteArray& instance, const QByteArray& job, double value, Millis at)
{
    const auto place =
        std::ranges::lower_bound(m_alerts, std::pair(rule, instance), {}, [](const DemoRuleAlert& alert) {
            return std::pair(alert.rule, alert.instance);
        });
    auto alert = place;
    if (place == m_alerts.end() || place->rule != rule || place->instance != instance) {
        alert = m_alerts.insert(place, {rule, instance, job, at, Millis{-1}, at, value});
    }
    alert->evaluatedAt = at;
    alert->value = value;
    if (!alert->isFiring() && at - alert->activeAt >= rules().at(rule).holds) {
        alert->firedAt = at;
    }
}

QByteArray DemoRules::stamp(Millis at) const
{
    return gojson::string(toRfc3339(m_world.beganAt() + at).toLatin1());
}

QByteArray DemoRules::alertJson(const DemoRuleAlert& alert) const
{
    return object({member("labels", gojson::labels(alert.labels())),
                   member("annotations", gojson::labels(alert.annotations())),
                   member("state", alert.isFiring() ? "\"firing\"" : "\"pending\""),
                   member("activeAt", stamp(alert.activeAt)),
                   member("value", gojson::string(QByteArray::number(alert.value, 'e',
                                                                     QLocale::FloatingPointShortest)))});
}

QByteArray DemoRules::alertsPage()
{
    QByteArrayList list;
    for (const DemoRuleAlert& alert : alerts()) {
        list << alertJson(alert);
    }
    return object({member("alerts", '[' + list.join(',') + ']')});
}

QByteArray DemoRules::ruleJson(size_t rule) const
{
    const DemoRule& of = rules().at(rule);
    QByteArrayList list;
    bool isFiring = false;
    for (const DemoRuleAlert& alert : m_alerts) {
        if (alert.rule == rule) {
            list << alertJson(alert);
            isFiring = isFiring || alert.isFiring();
        }
    }
    gojson::Labels annotations;
    if (*of.summary != 0) {
        annotations = {{"summary", QByteArray(of.summary).replace("%1", "{{ $labels.instance }}")}};
    }
    const QByteArray state = isFiring ? "firing" : list.isEmpty() ? "inactive" : "pending";
    return object(
        {member("state", gojson::string(state)), member("name", gojson::string(of.name)),
         member("query", gojson::string(of.expression)), member("duration", seconds(of.holds)),
         member("keepFiringFor", "0"), member("labels", gojson::labels({{"severity", of.severity}})),
         member("annotations", gojson::labels(annotations)), member("alerts", '[' + list.join(',') + ']'),
         member("health", "\"ok\""), member("evaluationTime", "0.000457498"),
         member("lastEvaluation", stamp(judgedAt())), member("type", "\"alerting\"")});
}

QByteArray DemoRules::rulesPage(bool hasAlerting, bool hasRecording)
{
    alerts();
    QByteArrayList list;
    for (size_t rule = 0; hasAlerting && rule < rules().size(); ++rule) {
        list << ruleJson(rule);
    }
    if (hasRecording) {
        list << object({member("name", "\"instance:cpu:rate1m\""),
                        member("query", "\"rate(process_cpu_seconds_total[1m])\""),
                        member("health", "\"ok\""), member("evaluationTime", "0.000107878"),
                        member("lastEvaluation", stamp(judgedAt())), member("type", "\"recording\"")});
    }
    const QByteArray group =
        object({member("name", "\"fleet\""), member("file", "\"/etc/prometheus/fleet.yml\""),
                member("rules", '[' + list.join(',') + ']'), member("interval", seconds(Every)),
                member("limit", "0"), member("evaluationTime", "0.000745471"),
                member("lastEvaluation", stamp(judgedAt()))});
    return object({member("groups", list.isEmpty() ? QByteArray("[]") : '[' + group + ']')});
}

} // namespace stowage
