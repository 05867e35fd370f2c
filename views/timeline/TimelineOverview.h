// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/AlertWords.h"
#include "models/alerts/timeline/TimelineCounts.h"
#include "models/alerts/timeline/TimelineQuery.h"

#include <QObject>

namespace stowage {

/// How much happened over the whole range that can be shown, as the log counts it; goes on with what is
/// appended. A query from the epoch on finds out by itself where history begins.
class TimelineOverview : public QObject
{
    Q_OBJECT

public:
    /// The log outlives it.
    explicit TimelineOverview(AlertLog& log, QObject* parent = nullptr);

    /// Asks the log; what was counted stays until the answer comes. `now`: where all of history ends.
    void show(const TimelineQuery& query, Timestamp now);

    const TimelineCounts& counts() const { return m_counts; }
    bool isCounting() const { return m_request != 0; }

    /// Where the counted range begins; of all of history about where it does.
    Timestamp from() const { return m_query.from; }
    /// The first stretch of all in which anything happened; nothing where nothing did.
    std::optional<Timestamp> firstAt() const;

    /// Holds still: what is appended meanwhile is asked for when it is let go.
    void setFrozen(bool isFrozen);

Q_SIGNALS:
    void counted(); ///< an answer has come
    void grew();    ///< something was appended

private:
    void ask();
    void take(const AlertLogCounts& counts);
    void append(const std::vector<AlertEvent>& events);

    AlertLog& m_log;
    TimelineQuery m_query;
    AlertWords m_words;
    std::vector<AlertEventKind> m_kinds; ///< sorted
    Timestamp m_now{};
    TimelineCounts m_counts;
    quint64 m_request = 0;
    bool m_seeksBegin = false; ///< the answer tells where history begins
    bool m_isFrozen = false;
};

} // namespace stowage
