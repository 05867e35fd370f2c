// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostBook.h"
#include "models/metrics/baseline/BaselineWork.h"
#include "models/ports/SeriesReader.h"

#include <QFutureWatcher>

#include <deque>

namespace stowage {

/// Learns what is usual for services by the hour of the week, holds what they do now against it, and models
/// what load they bear. Reads their past one service at a time and reckons beside the GUI thread: of a new
/// service soon, of all every few minutes, the weeks again now and then. GUI thread; all outlive it.
class BaselineKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes Every{2};
    static constexpr std::chrono::hours LearnEvery{3}; ///< the weeks and days are read so often
    static constexpr std::chrono::seconds AfterNew{5};

    /// `fromUtc`: what the hours of the week are counted by.
    BaselineKeeper(const HostBook& hosts, SeriesReader& reader, BaselineBook& book, const Clock& clock,
                   Millis fromUtc = Millis{0}, QObject* parent = nullptr);

    /// Of all services anew, now; ends with finished().
    void refresh();

Q_SIGNALS:
    /// Nothing is left to reckon.
    void finished();

private:
    /// What is known of a service.
    struct Known
    {
        std::vector<std::shared_ptr<const WeekBaseline>> learned;
        Timestamp learnedAt{}; ///< the epoch: not yet
    };
    /// What was asked of one service.
    struct Question
    {
        SubjectKey service;
        BaselineWork work;
        quint64 weeks = 0; ///< tickets; 0: not asked
        quint64 days = 0;
        quint64 recent = 0;
        int open = 0;
    };

    void follow(const HostChanges& changes);
    void refreshLater();
    void askNext();
    bool ask(HostId id);
    void take(quint64 ticket, const SeriesAnswer& answer);
    void reckon();
    void put();

    const HostBook& m_hosts;
    SeriesReader& m_reader;
    BaselineBook& m_book;
    const Clock& m_clock;
    const Millis m_fromUtc;
    std::deque<HostId> m_waiting;
    QHash<SubjectKey, Known> m_known;
    QHash<HostId, SubjectKey> m_services;
    std::optional<Question> m_question; ///< the one under way
    QFutureWatcher<BaselineOutcome> m_watcher;
    bool m_isAskingSoon = false;
};

} // namespace stowage
