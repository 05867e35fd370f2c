// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>

namespace stowage {

/// Lets few of those nodes be probed at once that do not live: each of them may take its whole deadline, and
/// there may be thousands of them, configured and never built. Those that live do not ask for a turn.
class ProbeTurns
{
public:
    explicit ProbeTurns(size_t most) : m_free(most) {}

    /// Calls `go` as soon as there is room: at once, or from within done(). Not at all when `asker` is
    /// destroyed before.
    void take(QObject* asker, std::function<void()> go)
    {
        if (m_free > 0) {
            --m_free;
            go();
        } else {
            m_waiting.push_back({asker, std::move(go)});
        }
    }

    /// Gives a turn back.
    void done()
    {
        while (!m_waiting.empty()) {
            const Waiting next = std::move(m_waiting.front());
            m_waiting.pop_front();
            if (next.asker) {
                next.go();
                return;
            }
        }
        ++m_free;
    }

    size_t waiting() const { return m_waiting.size(); }

private:
    struct Waiting
    {
        QPointer<QObject> asker;
        std::function<void()> go;
    };

    size_t m_free;
    std::deque<Waiting> m_waiting;
};

} // namespace stowage
