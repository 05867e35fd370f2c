// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace stowage {

/// An answer. Date and Content-Length are added by the server; a HEAD gets the length and no body. So does a
/// 304: the library cannot leave the length out (RFC 9110, 8.6 lets it be stated when it is that of the
/// entity).
struct MicroResponse
{
    int status = 200;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    /// For a HEAD of an entity that is not at hand, and for a 304: the length to state. Ignored when
    /// negative.
    qint64 entityBytes = -1;
};

/// No answer: the connection hangs until the client leaves, the handler is asked again or the server stops.
struct MicroSuspend
{
};

/// The body of an answer that goes on, piece by piece, until somebody ends it. Shared by the handler, which
/// writes, and the engine. The engine's thread.
class MicroStream
{
public:
    void write(const QByteArray& bytes);
    void end();

    /// False when the client has left or the server has cut it: nothing that is written arrives any more.
    bool isOpen() const { return !m_isOver; }

private:
    friend class MicroEngine;

    void leave();

    QByteArray m_waiting;
    std::function<void()> m_wake; ///< while the engine waits for more
    bool m_isEnded = false;
    bool m_isOver = false;
};

/// Status and headers, and a body that goes on.
struct MicroStreaming
{
    MicroResponse head; ///< its body is not used
    std::shared_ptr<MicroStream> stream;
};

using MicroAnswer = std::variant<MicroResponse, MicroSuspend, MicroStreaming>;

} // namespace stowage
