// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostForecasts.h"
#include "models/ports/SeriesReader.h"

#include <QFutureWatcher>

#include <deque>

namespace stowage {

/// Finds out what fills up: disks, inodes and memory of machines. Reads their past some hosts at a time and
/// reckons beside the GUI thread; of a host that is new soon, of all now and then.
class HostForecaster : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes Every{10};
    static constexpr std::chrono::seconds AfterNew{5}; ///< until a new host has told its figures

    /// All outlive it.
    HostForecaster(const HostBook& book, SeriesReader& reader, HostForecasts& forecasts, const Clock& clock,
                   QObject* parent = nullptr);

    /// Of all hosts anew, now; ends with finished().
    void refresh();

Q_SIGNALS:
    /// Nothing is left to find out.
    void finished();

private:
    /// Some series, asked of both pasts: the long one tells the course, the short one the end of it.
    struct Question
    {
        std::vector<HostId> hosts;
        std::vector<SeriesKey> series; ///< those of a host one after the other
        std::vector<HostId> hostOf;    ///< by series
        quint64 longTicket = 0;
        quint64 shortTicket = 0;
        std::optional<std::vector<SeriesData>> longPast;
        std::optional<std::vector<SeriesData>> shortPast;
    };

    void follow(const HostChanges& changes);
    void refreshLater();
    void askNext();
    void take(quint64 ticket, const SeriesAnswer& answer);
    void reckon();
    void put();

    const HostBook& m_book;
    SeriesReader& m_reader;
    HostForecasts& m_forecasts;
    const Clock& m_clock;
    std::deque<HostId> m_waiting;
    std::optional<Question> m_question; ///< the one under way
    QFutureWatcher<std::vector<std::optional<HostForecast>>> m_watcher;
    bool m_isAskingSoon = false;
};

} // namespace stowage
