// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBookStore.h"

namespace stowage {

/// What was given to the book and is not worked off yet: first in, first out, a slice at a time.
class AlertBookQueue
{
public:
    /// Of a slice, in units of what it costs to see that an alert is as it was: some milliseconds.
    static constexpr int Slice = 2'000;

    explicit AlertBookQueue(AlertBookStore& store) : m_store(store) {}

    /// Works off a first slice at once where nothing waits, so that a small report is not copied.
    void takeReport(quint32 source, const AlertReport& report, Timestamp at, const QStringList& doubtful);
    void silence(quint32 source, Timestamp at);
    void leave(quint32 source, Timestamp at);
    void rejudge(std::vector<quint32> slots);

    bool isEmpty() const { return m_jobs.empty(); }
    size_t waiting() const; ///< alerts still to be looked at
    void work(int budget);

    /// Whether silences or failures are others since it was last asked.
    bool takeSilencesChanged() { return std::exchange(m_areSilencesOthers, false); }
    bool takeFailuresChanged() { return std::exchange(m_areFailuresOthers, false); }

private:
    enum class Kind : quint8
    {
        Report,
        Silence,
        Leave,
        Rejudge,
    };
    enum class Stage : quint8
    {
        Begin,
        Alerts,
        Missing,
        Past,
        Rest,
        Done,
    };
    struct Job
    {
        Kind kind = Kind::Report;
        Stage stage = Stage::Begin;
        quint32 source = 0;
        Timestamp at{};
        const AlertReport* report = nullptr; ///< of the caller, or `own`
        std::unique_ptr<AlertReport> own;
        QSet<QString> doubtful; ///< keys of alerts
        size_t next = 0;        ///< of the stage
        std::vector<quint32> missing;
        std::vector<quint32> rest;                 ///< to be judged again
        std::vector<const AlertObservation*> past; ///< by beginning
    };

    void keepRest(Job& job);
    void run(Job& job, int& budget);
    bool step(Job& job, int& budget); ///< false: the stage is over
    void enter(Job& job, Stage stage);
    void enterReport(Job& job, Stage stage);
    void stepMissing(const Job& job, quint32 slot);
    void begin(Job& job);
    void takeSilences(Job& job);
    void takeFailures(Job& job);
    std::vector<quint32> missing(const Job& job) const;

    AlertBookStore& m_store;
    std::deque<Job> m_jobs;
    bool m_areSilencesOthers = false;
    bool m_areFailuresOthers = false;
};

} // namespace stowage
