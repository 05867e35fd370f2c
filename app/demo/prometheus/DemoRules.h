// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/prometheus/DemoTarget.h"
#include "app/demo/prometheus/GoJson.h"

#include <array>
#include <optional>

namespace stowage {

/// An alerting rule of the simulated Prometheus.
struct DemoRule
{
    const char* name;
    const char* expression; ///< as its page shows it; what it means is code
    Millis holds{0};        ///< `for`
    const char* severity;
    const char* summary; ///< "%1" is the instance
};

/// An alert that its rule gives now.
struct DemoRuleAlert
{
    size_t rule = 0;
    QByteArray instance;
    QByteArray job;        ///< empty: the rule sums over jobs
    Millis activeAt{0};    ///< on the world's clock, as the next one
    Millis firedAt{-1};    ///< negative: it is pending
    Millis evaluatedAt{0}; ///< when it was true last
    double value = 0;

    // In place of its rule's, where they are not empty: it is of a rule that no page shows.
    QByteArray name{};
    QByteArray severity{};
    QByteArray summary{};
    gojson::Labels beside{}; ///< labels that it has besides

    bool isFiring() const { return firedAt >= Millis{0}; }
    QByteArray alertname() const;
    gojson::Labels labels() const;
    gojson::Labels annotations() const;
};

/// The rules of the simulated Prometheus, judged each five seconds of the world's time as the real one does:
/// what is true is pending, what has been so for long enough fires, what is true no more is gone.
class DemoRules
{
public:
    static constexpr Millis Every{5'000};

    /// Both outlive it.
    DemoRules(const DemoWorld& world, const std::vector<DemoTarget>& targets)
        : m_world(world), m_targets(targets)
    {
    }

    static const std::array<DemoRule, 3>& rules();

    /// A registry whose clients get errors from some moment on, on the world's clock.
    void watchRegistry(QByteArray instance, std::optional<Millis> errorsFrom);

    /// All that is pending or fires, by rule and instance, as of the last time it was judged.
    const std::vector<DemoRuleAlert>& alerts();

    Millis judgedAt() const { return m_next - Every; }

    QByteArray alertsPage();                                   ///< the data of `/api/v1/alerts`
    QByteArray rulesPage(bool hasAlerting, bool hasRecording); ///< the data of `/api/v1/rules`

private:
    void judge(Millis at);
    void hold(size_t rule, const QByteArray& instance, const QByteArray& job, double value, Millis at);
    QByteArray alertJson(const DemoRuleAlert& alert) const;
    QByteArray ruleJson(size_t rule) const;
    QByteArray stamp(Millis at) const;

    const DemoWorld& m_world;
    const std::vector<DemoTarget>& m_targets;
    QByteArray m_registry;
    std::optional<Millis> m_errorsFrom;
    std::vector<DemoRuleAlert> m_alerts;
    Millis m_next{0};
};

} // namespace stowage
