// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostFacts.h"
#include "models/metrics/SampleBatch.h"

#include <QString>

#include <map>
#include <vector>

namespace stowage::test {

/// What a record of a Beszel hub tells, as metrics.
struct RecordedTelling
{
    QString subject;
    Timestamp at{};
    std::map<QString, double> values; ///< by metric
};

/// The recorded hub, read by hand and not by the connector: the gate shall stand by itself.
class RecordedSamples
{
public:
    /// Reads tests/recordings/beszel-0.18.8; isEmpty() when there is none.
    RecordedSamples();

    const std::vector<RecordedTelling>& list() const { return m_list; }     ///< system_stats.json, as told
    const std::vector<RecordedTelling>& stream() const { return m_stream; } ///< realtime.sse, as told
    const std::map<QString, HostFacts>& facts() const { return m_facts; }   ///< by subject

private:
    std::vector<RecordedTelling> m_list;
    std::vector<RecordedTelling> m_stream;
    std::map<QString, HostFacts> m_facts;
};

} // namespace stowage::test
