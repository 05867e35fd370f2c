// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Connector.h"

#include <QMap>

namespace stowage::test {

/// What is known of hosts after a connector's deltas.
class HostCollector : public QObject
{
    Q_OBJECT

public:
    explicit HostCollector(Connector& connector)
    {
        connect(&connector, &Connector::delta, this, [this](const Delta& delta) {
            ++deltas;
            for (const HostObservation& host : delta.hosts) {
                hosts.insert(host.subject, host);
            }
            for (const QString& host : delta.removedHosts) {
                removed << host;
            }
            for (const SampleBatch& batch : delta.samples) {
                batches[batch.key.subject.subject].insert(batch.key.metric, batch);
                samplesTold += batch.samples.size();
            }
            if (delta.status) {
                status = *delta.status;
                polls += status.settled && delta.status->progress.isEmpty() ? 1 : 0;
            }
        });
    }

    /// The newest sample; NaN where there is none.
    double value(const QString& host, const char* metric) const
    {
        const bool isTold = batches.value(host).contains(QString::fromUtf8(metric));
        return isTold ? newest(host, metric).value : qQNaN();
    }

    Sample newest(const QString& host, const char* metric) const
    {
        const SampleBatch batch = batches.value(host).value(QString::fromUtf8(metric));
        return batch.samples.empty() ? Sample{} : batch.samples.back();
    }

    QString warnings() const { return status.warnings.join(QLatin1Char('\n')); }
    QString unseen() const
    {
        return status.coverage ? status.coverage->unseen.join(QLatin1Char('\n')) : QString();
    }

    QMap<QString, HostObservation> hosts;
    QMap<QString, QMap<QString, SampleBatch>> batches; ///< the newest, by host and metric
    QStringList removed;
    SourceStatus status;
    size_t samplesTold = 0;
    int deltas = 0;
    int polls = 0; ///< that came to their end
};

} // namespace stowage::test
