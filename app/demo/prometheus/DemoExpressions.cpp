// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/prometheus/DemoExpressions.h"

#include "connectors/prometheus/QueryText.h"

#include <QRegularExpression>

namespace stowage {
namespace {

/// The value in the first `name="…"` of the text, with its escapes taken back; empty where there is none.
QString matched(const QString& text, const QString& name)
{
    static const QRegularExpression label(QStringLiteral(R"re([,{](\w+)="((?:[^"\\]|\\.)*)")re"));
    QString value;
    for (auto labels = label.globalMatch(text); labels.hasNext();) {
        const auto found = labels.next();
        if (found.capturedView(1) == name) {
            value = found.captured(2);
            break;
        }
    }
    value.replace(QStringLiteral("\\\""), QStringLiteral("\""));
    return value.replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

Millis rateIn(const QString& text)
{
    static const QRegularExpression window(QStringLiteral(R"re(\[(\d{1,9})s\])re"));
    const auto match = window.match(text);
    return match.hasMatch() ? Millis{match.captured(1).toLongLong() * 1000} : Millis{60'000};
}

/// The query's text for what was read out of it.
QString written(const QString& query, const QString& label, const DemoExpression& of)
{
    return expressionFor(query, {of.instance.isEmpty() ? allHosts({}) : oneHost({}, of.instance),
                                 of.pick.isEmpty() ? QString() : matcher(label, of.pick), of.rate});
}

} // namespace

DemoExpressions::DemoExpressions() : m_table(MetricTable::builtIn().value_or(MetricTable())) {}

bool DemoExpressions::isOf(const MetricQuery& query, DemoExpression& expression) const
{
    const QString label = query.label.isEmpty() ? query.device : query.label;
    expression.pick = label.isEmpty() ? QString() : matched(expression.text, label);
    return written(query.expression, label, expression) == expression.text;
}

std::optional<DemoExpression> DemoExpressions::read(const QString& text) const
{
    using Kind = DemoExpression::Kind;
    DemoExpression expression{Kind::Metric, nullptr,     text, matched(text, QStringLiteral("instance")),
                              {},           rateIn(text)};
    for (const auto* queries : {&m_table.metrics(), &m_table.facts()}) {
        for (const MetricQuery& query : *queries) {
            if (isOf(query, expression)) {
                expression.query = &query;
                return expression;
            }
        }
    }
    expression.pick.clear();
    const auto is = [&](const QString& known) {
        return written(known, {}, expression) == text;
    };
    if (text == QLatin1String("up") || is(QStringLiteral("up{$host}"))) {
        expression.kind = Kind::Up;
    } else if (is(QStringLiteral("timestamp(up{$host})"))) {
        expression.kind = Kind::ScrapeTime;
    } else if (is(m_table.hosts())) {
        expression.kind = Kind::Hosts;
    } else if (is(QStringLiteral("count by (job) (max_over_time(%1[6h]))").arg(m_table.hosts()))) {
        expression.kind = Kind::Jobs;
    } else if (text == QLatin1String("count(up)")) {
        expression.kind = Kind::CountUp;
    } else if (text == QLatin1String("count(node_boot_time_seconds)")) {
        expression.kind = Kind::CountHosts;
    } else if (static const QRegularExpression name(QStringLiteral("^[a-zA-Z_:][a-zA-Z0-9_:]*$"));
               name.match(text).hasMatch()) {
        expression.kind = Kind::Nothing;
    } else {
        return std::nullopt;
    }
    return expression;
}

} // namespace stowage
