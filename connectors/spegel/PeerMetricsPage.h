// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/exposition/BucketSums.h"
#include "connectors/exposition/Scrape.h"

namespace stowage {

/// What one page of a Spegel peer tells at one moment (contract: spegel, metrics port).
struct PeerMetricsReading
{
    CounterReading counters;
    std::optional<double> inflight;
    std::optional<double> advertisedTags;
    std::optional<double> advertisedImages;
    std::optional<double> advertisedContent;
    std::optional<Timestamp> lastSuccess;
    std::optional<double> memoryBytes;
    bool isSpegels = false; ///< it has series that Spegel has
    /// Why it was read no further, or which value is none; what else it told stands.
    std::optional<Error> trouble;
};

/// Reads the pages of all peers of a source, and makes figures of what their counters gained. The peers tell
/// the same series in the same order, so what is remembered of one page serves the next peer's.
class PeerMetricsPage
{
public:
    PeerMetricsPage();

    /// `counters` without its times and identity, which the page does not tell.
    PeerMetricsReading read(const QByteArray& page, ExpositionForm form);

    /// The numbers of counters and sums hold as long as this does not change.
    quint32 epoch() const { return m_scrape.epoch(); }

    /// A history for the counters of one peer.
    static CounterHistory historyFor(Millis every);

    /// What the newest reading and its history make together; without thresholds.
    PeerMetrics figures(const PeerMetricsReading& reading, const CounterHistory& history, Millis every) const;

private:
    enum class Role : quint8
    {
        Other,
        Counter,
        Inflight,
        AdvertisedTags,
        AdvertisedImages,
        AdvertisedContent,
        LastSuccess,
        Memory,
        StartedAt,
    };

    /// What a series is to us.
    struct Meaning
    {
        Role role = Role::Other;
        bool isSpegels = false;
        quint32 counter = 0;
        quint32 sum = 0;
    };

    struct Answers
    {
        RequestCount kind;
        quint32 sum = 0;
    };

    void learn();
    Meaning meaningOf(quint32 series);
    Meaning counter(quint32 sum);
    Meaning bucket(BucketSums& buckets, std::string_view bound);
    Meaning answers(const std::vector<ExpositionLabel>& labels);
    quint32 newSum() { return m_sums++; }
    void takeValue(PeerMetricsReading& reading, const ScrapedValue& value) const;
    QString nameOf(quint32 series) const;
    std::optional<RequestTraffic> traffic(const CounterHistory& history) const;

    Scrape m_scrape;
    quint32 m_epoch = 0;
    std::vector<Meaning> m_meanings; ///< by series
    quint32 m_counters = 0;
    quint32 m_sums = 0;
    BucketSums m_resolve;
    BucketSums m_latency;
    std::vector<Answers> m_answers;
};

} // namespace stowage
