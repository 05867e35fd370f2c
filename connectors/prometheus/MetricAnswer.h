// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/prometheus/MetricQuery.h"
#include "connectors/prometheus/QueryAnswer.h"

namespace stowage {

/// What a query told, by host. `host` is the label "instance".
struct MetricReading
{
    struct Value
    {
        QString host;
        QString metric; ///< with its device
        double value = 0;
    };
    struct Fact
    {
        QString host;
        QString device;
        HostFact fact = HostFact::Cores;
        double value = 0;
    };
    struct Word
    {
        QString host;
        HostWord word = HostWord::Hostname;
        QString text;
    };

    std::vector<Value> values;
    std::vector<Fact> facts;
    std::vector<Word> words;
    QStringList warnings;
    size_t skipped = 0; ///< series that could not be read, or tell no host
    size_t doubled = 0; ///< series that tell the same metric of the same host once more: the first counts
};

/// A series whose labels say which target it is of.
struct TargetReading
{
    struct Target
    {
        QString host;
        QString job;
        double value = 0;
        qint64 evaluatedAt = 0; ///< ms since the epoch, by the server's clock
    };

    std::vector<Target> targets;
    QStringList warnings;
};

/// A poll's answers may be this large: 5,000 hosts with 20 file systems each.
constexpr size_t MostSeries = 1'000'000;

/// Makes readings of answers; any thread.
Result<MetricReading> readHosts(const HttpAnswer& answer, const MetricQuery& query);
Result<TargetReading> readTargets(const HttpAnswer& answer);

/// A label's value that may be a name: 1 to 256 characters, none of them a control character. Empty else.
QString nameOf(QByteArrayView label);

} // namespace stowage
