// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/exposition/BucketSums.h"
#include "connectors/exposition/Scrape.h"

namespace stowage {

/// What one page of a registry's debug server tells at one moment (contract: distribution, debug server).
struct RegistryReading
{
    CounterReading counters;
    std::optional<double> inflight;
    std::optional<double> memoryBytes;
    std::optional<double> files;
    std::optional<double> mostFiles;
    bool isRegistrys = false; ///< it has series that registries have
    /// Why it was read no further, or which value is none.
    std::optional<Error> trouble;
};

/// A value of a metric, named as series are.
struct RegistryFigure
{
    QString metric;
    double value = 0;

    bool operator==(const RegistryFigure&) const = default;
};

/// Reads the metrics pages of a distribution, 2.8 and 3.x, and makes figures of what their counters gained
/// over the last minute. Instances behind one address tell the same series: one reader serves them all.
class RegistryMetricsPage
{
public:
    /// A registry's page has some 700 series in 65 kB; repositories are not among its labels. What is far
    /// beyond is not a registry's.
    static constexpr qsizetype PageLimit = 2 * 1024 * 1024;

    RegistryMetricsPage();

    /// `counters` without its times, which the page does not tell.
    RegistryReading read(const QByteArray& page, ExpositionForm form);

    /// The numbers of counters and sums hold as long as this does not change.
    quint32 epoch() const { return m_scrape.epoch(); }

    /// A history for the counters of one instance that is read so often.
    static CounterHistory historyFor(Millis every);

    /// What the newest reading and its history make together. Rates and quantiles are of the last minute, or
    /// of less while the history is younger; what nothing was counted for is left out. `cpuLimit` in cores.
    std::vector<RegistryFigure> figures(const RegistryReading& reading, const CounterHistory& history,
                                        std::optional<double> cpuLimit) const;

private:
    enum class Role : quint8
    {
        Other,
        Counter,
        Inflight,
        Memory,
        Files,
        MostFiles,
        StartedAt,
    };

    /// What a series is to us.
    struct Meaning
    {
        Role role = Role::Other;
        bool isRegistrys = false;
        quint32 counter = 0;
        quint32 sum = 0;
    };

    struct Answers
    {
        QString handler;
        int code = 0;
        quint32 sum = 0;
    };

    /// The time that a handler, or an action of the storage, took.
    struct Times
    {
        QString name;
        BucketSums buckets;
    };

    void learn();
    Meaning meaningOf(quint32 series);
    Meaning cacheCounter(std::string_view name, const std::vector<ExpositionLabel>& labels);
    Meaning counter(quint32 sum);
    Meaning answers(const std::vector<ExpositionLabel>& labels);
    Meaning bucket(std::vector<Times>& times, std::string_view name, std::string_view bound);
    void takeValue(RegistryReading& reading, const ScrapedValue& value) const;
    void addTraffic(std::vector<RegistryFigure>& figures, const CounterHistory& history) const;
    void addLatency(std::vector<RegistryFigure>& figures, const CounterHistory& history) const;
    void addStorage(std::vector<RegistryFigure>& figures, const CounterHistory& history) const;

    Scrape m_scrape;
    quint32 m_epoch = 0;
    std::vector<Meaning> m_meanings; ///< by series
    quint32 m_counters = 0;
    quint32 m_sums = 0;
    std::vector<Answers> m_answers;
    std::vector<Times> m_handlers;
    std::vector<Times> m_actions;
};

} // namespace stowage
