// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Clock.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <map>

namespace stowage {

/// Whose turn it is to be probed, for any number of nodes.
///
/// When: one timer for all, since Qt keeps its timers in a list that thousands of them make slow. How many:
/// of those that do not live few at once, for each of them may take its whole deadline, and there may be
/// thousands, configured and never built. Those that live do not ask for a turn.
class ProbeRota : public QObject
{
    Q_OBJECT

public:
    using Go = std::function<void()>;

    /// At most `most` turns are out. The clock outlives it.
    ProbeRota(const Clock& clock, size_t most, QObject* parent = nullptr);

    /// Calls `go` after `delay`, unless `asker` is destroyed before.
    void after(Millis delay, QObject* asker, Go go);

    /// Calls `go` as soon as there is a turn: at once, or from within done(). Not at all when `asker` is
    /// destroyed before.
    void take(QObject* asker, Go go);

    /// Gives a turn back.
    void done();

private:
    struct Waiting
    {
        QPointer<QObject> asker;
        Go go;
    };

    void arm();
    void fire();

    const Clock& m_clock;
    std::multimap<Millis, Waiting> m_later; ///< by monotonic time
    std::optional<Millis> m_armedFor;
    std::deque<Waiting> m_waiting; ///< for a turn
    size_t m_free;
};

} // namespace stowage
