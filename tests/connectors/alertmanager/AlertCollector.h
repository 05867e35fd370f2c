// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Connector.h"

#include <QMap>

#include <vector>

namespace stowage::test {

/// What a connector has told of alerts, and how it stands.
class AlertCollector : public QObject
{
    Q_OBJECT

public:
    explicit AlertCollector(Connector& connector)
    {
        connect(&connector, &Connector::delta, this, [this](const Delta& delta) {
            ++deltas;
            if (!delta.alerts.isEmpty()) {
                ++reports;
                alertsTold = delta.alerts.alerts.size();
                last = isCounting ? AlertReport{} : delta.alerts;
                for (const AlertObservation& alert : delta.alerts.alerts) {
                    ended += alert.phase == AlertPhase::Ended ? 1 : 0;
                }
                silences = last.silences.value_or(silences);
            }
            if (delta.status) {
                status = *delta.status;
                polls += status.settled && status.progress.isEmpty() ? 1 : 0;
            }
        });
    }

    /// The newest report's, by name; null where there is none.
    const AlertObservation* find(const char* name) const
    {
        for (const AlertObservation& alert : last.alerts) {
            if (alert.name == QLatin1String(name)) {
                return &alert;
            }
        }
        return nullptr;
    }

    QString warnings() const { return status.warnings.join(QLatin1Char('\n')); }
    QString unseen() const
    {
        return status.coverage ? status.coverage->unseen.join(QLatin1Char('\n')) : QString();
    }

    AlertReport last;
    std::vector<AlertSilence> silences;
    SourceStatus status;
    int deltas = 0;
    int reports = 0;
    int ended = 0;           ///< alerts that were told to be over
    size_t alertsTold = 0;   ///< by the newest report
    bool isCounting = false; ///< reports are not kept
    int polls = 0;           ///< that came to their end
};

} // namespace stowage::test
