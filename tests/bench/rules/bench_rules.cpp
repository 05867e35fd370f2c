// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/RuleEngine.h"
#include "tests/bench/Bench.h"

#include <algorithm>
#include <chrono>
#include <random>

using namespace stowage;

namespace {

constexpr size_t Facts = 10'000;
constexpr int Rules = 100;
constexpr int Rounds = 15;
constexpr double GoalMillis = 50;

FactSchema schema()
{
    FactSchema schema{QStringLiteral("host"), SubjectKind::Host, {{QStringLiteral("state"), FactUnit::Text}}};
    for (int i = 0; i < 8; ++i) {
        schema.fields.push_back({QStringLiteral("f%1").arg(i), FactUnit::Percent});
    }
    return schema;
}

/// About one alert a row stands, spread over the rules; each has two numbers and a word to look at.
std::vector<AlertRule> rules()
{
    std::vector<AlertRule> all;
    for (int i = 0; i < Rules; ++i) {
        AlertRule rule;
        rule.id = QStringLiteral("rule-%1").arg(i);
        rule.facts = schema();
        rule.title = rule.summary =
            RuleTemplate::parse(QStringLiteral("{subject}: {f1}, {f2}"), rule.facts).value();
        const size_t first = 1 + static_cast<size_t>(i) % 8;
        const size_t second = 1 + (static_cast<size_t>(i) / 8) % 8;
        rule.when = {{first, RuleCondition::Test::Above, 90, 85},
                     {second, RuleCondition::Test::Below, 10, 15},
                     {0, RuleCondition::Test::IsNot, 0, 0, {QStringLiteral("paused")}}};
        rule.labels = {0};
        rule.value = first;
        all.push_back(rule);
    }
    return all;
}

/// `others`: so many of the first rows are made of other numbers than they would be.
RuleFacts facts(size_t others)
{
    std::mt19937 random(20'261'122);
    std::mt19937 otherwise(7);
    FactTable table(schema());
    for (size_t i = 0; i < Facts; ++i) {
        const size_t row = table.add(QStringLiteral("host-%1").arg(i));
        table.setText(row, 0, QStringLiteral("up"));
        for (size_t column = 1; column <= 8; ++column) {
            const double usual = static_cast<double>(random() % 10'000) / 100.0;
            const double other = static_cast<double>(otherwise() % 10'000) / 100.0;
            table.set(row, column, i < others ? other : usual);
        }
    }
    table.setKnown();
    RuleFacts all;
    all.put(std::move(table));
    return all;
}

/// The median in milliseconds.
template <class Work>
double measure(Work work)
{
    std::vector<double> took;
    for (int i = 0; i < Rounds; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        work(i);
        took.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
    std::ranges::nth_element(took, took.begin() + Rounds / 2);
    return took[Rounds / 2];
}

} // namespace

int main()
{
    const RuleFacts calm = facts(0);
    const RuleFacts other = facts(Facts / 10);
    const Timestamp begin(std::chrono::seconds(1'800'000'000));

    RuleEngine steady(rules());
    steady.evaluate(calm, begin);
    const auto standing = steady.report().alerts.size();
    const double again = measure([&](int i) {
        bench::keep(&steady);
        steady.evaluate(calm, begin + std::chrono::seconds(i));
    });

    RuleEngine turning(rules());
    turning.evaluate(calm, begin);
    const double turn =
        measure([&](int i) { turning.evaluate(i % 2 == 0 ? other : calm, begin + std::chrono::seconds(i)); });

    const QString workload =
        QStringLiteral("%1 facts x %2 rules, %3 alerts stand").arg(Facts).arg(Rules).arg(standing);
    bool isMet = bench::report({QStringLiteral("rules.steady"), workload, 1}, again, GoalMillis);
    isMet &= bench::report({QStringLiteral("rules.turning"),
                            workload + QStringLiteral(", a thousand rows are others each time"), 1},
                           turn, GoalMillis);
    return isMet ? 0 : 1;
}
