// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/CounterHistory.h"

#include <QStringList>

#include <memory>

namespace stowage {

/// Which processes answer at one address, told apart by when they began. Each has a history of its own, so
/// that the counters of two are never compared with one another.
///
/// One that began after the last page is taken for the successor of the one before it: the same subject goes
/// on, and its counters began at nought. When an older process answers again, or one that must have been
/// there before, then several stand behind the address: each becomes a subject of its own until only one
/// has answered for a while.
class RegistryInstances
{
public:
    static constexpr Millis KeptFor{600'000}; ///< one that does not answer so long is no more
    static constexpr size_t Most = 16;        ///< of the others, the one that was silent longest is forgotten

    struct Instance
    {
        std::optional<Timestamp> startedAt;
        CounterHistory history;
        Millis seenAt{0}; ///< monotonic
    };

    /// What a page means.
    struct Taken
    {
        const Instance* instance = nullptr; ///< whose page it was; null: nobody can tell
        QString subject;
        QStringList removed; ///< subjects that are no more
        bool isRestart = false;
    };

    /// `target` is the subject while one process answers.
    RegistryInstances(QString target, Millis every);

    /// Puts the reading into the history of whom it is of.
    Taken take(const CounterReading& reading);

    /// The numbers of counters mean others from now on.
    void forgetCounters();

    bool areSeveral() const { return m_areSeveral; }
    size_t count() const { return m_instances.size(); } ///< that answered within KeptFor

    /// "2026-11-21T22:11:00Z": how a process is named by its start; empty where that is not told.
    static QString startName(std::optional<Timestamp> startedAt);

private:
    Instance* find(const CounterReading& reading);
    Instance* welcome(const CounterReading& reading, Taken& taken);
    bool isYoung(const CounterReading& reading) const;
    void setSeveral(bool areSeveral, Taken& taken);
    void forgetSilent(Millis now, Taken& taken);
    void remove(size_t place, Taken& taken);
    QString subjectOf(const Instance& instance) const;

    QString m_target;
    Millis m_every;
    std::vector<std::unique_ptr<Instance>> m_instances; ///< the one that answered last at the end
    QStringList m_told;                                 ///< subjects
    bool m_areSeveral = false;
};

} // namespace stowage
