// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/alertmanager/DemoFlood.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t CriticalEvery = 5;

QByteArray numbered(const char* pattern, quint32 number)
{
    return QByteArray(pattern).replace("%1", QByteArray::number(number).rightJustified(2, '0'));
}

} // namespace

std::vector<DemoRuleAlert> floodedAlerts(const DemoFlood& flood, Millis now)
{
    std::vector<DemoRuleAlert> alerts;
    if (flood.names.empty() || now < flood.from) {
        return alerts;
    }
    const Millis each = std::max(flood.over, Millis{1});
    for (quint32 i = 0; i < flood.alerts; ++i) {
        const Millis at = flood.from + each * i / flood.alerts;
        if (at > now) {
            break;
        }
        const quint32 round = i / flood.instances;
        const size_t name = round % flood.names.size();
        DemoRuleAlert alert;
        alert.instance = numbered(flood.instance, i % flood.instances + 1);
        alert.activeAt = at;
        alert.firedAt = at;
        alert.evaluatedAt = now;
        alert.name = flood.names[name];
        alert.severity = name % CriticalEvery == 0 ? "critical" : "warning";
        alert.summary = QByteArray(flood.summary).replace("%1", alert.instance);
        alert.beside = {{"pod", "web-" + QByteArray::number(round)}};
        alerts.push_back(std::move(alert));
    }
    return alerts;
}

} // namespace stowage
