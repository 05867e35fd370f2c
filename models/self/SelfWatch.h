// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "models/ports/SelfProbe.h"
#include "models/self/SelfFigures.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>
#include <map>

namespace stowage {

/// Watches this program itself. GUI thread: the loop whose stalls it measures is the one it lives on. Fleet,
/// clock and probe outlive it.
class SelfWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Beat{250};    ///< how often the event loop is felt
    static constexpr Millis Stall{50};    ///< what is later than that is one
    static constexpr Millis Every{1'000}; ///< figures are new so often
    static constexpr Millis Window{5 * 60'000};
    static constexpr Millis FirstSweep{5 * 60'000}; ///< the first round may take so long

    /// `probe` may be null.
    SelfWatch(const Fleet& fleet, const Clock& clock, const SelfProbe* probe = nullptr,
              QObject* parent = nullptr);
    ~SelfWatch() override;

    /// Figures of a queue or a database, asked for each second; `name` as SelfQueue and SelfDatabase have it.
    /// A database's write times come from noteWrite(); its slowestWrite may say how long the oldest that is
    /// not safe has been waiting.
    void addQueue(const QString& name, std::function<SelfQueue()> read);
    void addDatabase(const QString& name, std::function<SelfDatabase()> read);
    void remove(const QString& name);

    /// Something accepted so long ago is safe on disk now.
    void noteWrite(const QString& database, Millis took);

    const SelfFigures& figures() const { return m_figures; }

Q_SIGNALS:
    void changed();

private:
    struct Took
    {
        Millis at{0};
        Millis took{0};
    };
    /// Counts of a source at some moment.
    struct Count
    {
        Millis at{0};
        quint64 requests = 0;
        quint64 failures = 0;
    };

    void beat();
    void read();
    void readLater();
    void readSources(Timestamp now);
    SelfSource readSource(const SourceStatus& status, Timestamp now);
    static std::optional<Millis> sweepLag(const SourceStatus& status, Timestamp now);
    void readDatabases();
    void forgetOld();

    const Fleet& m_fleet;
    const Clock& m_clock;
    const SelfProbe* m_probe;
    SelfFigures m_figures;
    std::map<QString, std::function<SelfQueue()>> m_queues;
    std::map<QString, std::function<SelfDatabase()>> m_databases;
    std::map<QString, std::deque<Took>> m_writes;
    std::deque<Took> m_stalls;
    QHash<QString, std::deque<Count>> m_counts; ///< by source
    Millis m_beatDue{0};
};

} // namespace stowage
