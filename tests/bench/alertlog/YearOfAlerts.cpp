// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/alertlog/YearOfAlerts.h"

namespace stowage::bench {
namespace {

const std::array Things{"node",     "disk", "memory",      "cpu",   "target",
                        "registry", "内存", "certificate", "queue", "link"};
const std::array Troubles{"down", "full", "high", "slow", "gone", "不足"};

} // namespace

std::vector<AlertEvent> YearOfAlerts::next(int count)
{
    std::vector<AlertEvent> events;
    events.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        events.push_back(event());
    }
    return events;
}

AlertEvent YearOfAlerts::event()
{
    const qint64 number = ++m_number;
    const int host = int(m_random.bounded(2'000));
    const int rule = int(m_random.bounded(60));
    const QString zone = QStringLiteral("eu-%1").arg(QChar(u'a' + host % 6));
    const QString name = zone + QLatin1Char('-') + QString::number(host);
    const qint64 late = number % 50 == 0 ? qint64{m_random.bounded(86'400'000)} : 0;
    AlertEvent event;
    event.kind = number % 2 == 0 ? AlertEventKind::Ended : AlertEventKind::Fired;
    event.severity = static_cast<AlertSeverity>(rule % 3);
    event.at = Timestamp{Millis{Begin + number * m_step - late}};
    event.seenAt = event.at + Millis{late + 500};
    event.source = QStringLiteral("am");
    event.name = QStringLiteral("%1-%2-%3")
                     .arg(QString::fromUtf8(Things.at(size_t(rule) % Things.size())),
                          QString::fromUtf8(Troubles.at(size_t(rule) % Troubles.size())))
                     .arg(rule);
    event.alert = event.name + QLatin1Char('/') + name;
    event.uid = QStringLiteral("%1/%2/%3")
                    .arg(alertEventKindName(event.kind), event.alert)
                    .arg(event.at.time_since_epoch().count());
    event.place = {{SubjectKind::Host, name}, zone, {{SubjectKind::Source, QStringLiteral("hub")}}};
    event.summary = QStringLiteral("%1 on %2 is at %3.%4 percent for %5 minutes")
                        .arg(event.name, name)
                        .arg(m_random.bounded(100))
                        .arg(m_random.bounded(10))
                        .arg(m_random.bounded(60));
    event.labels = {
        {QStringLiteral("alertname"), event.name},
        {QStringLiteral("cluster"), QStringLiteral("prod")},
        {QStringLiteral("instance"), QStringLiteral("10.%1.%2.1:9100").arg(host % 200).arg(host / 200)},
        {QStringLiteral("job"), QStringLiteral("node-exporter")},
        {QStringLiteral("severity"), alertSeverityName(event.severity)},
        {QStringLiteral("team"), QStringLiteral("platform")}};
    if (number == 1'000) {
        event.note = QStringLiteral("the only unicorn");
    }
    return event;
}

} // namespace stowage::bench
