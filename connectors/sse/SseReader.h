// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace stowage {

/// One event of a stream. Bytes as they came: whoever reads the data decodes it, as a whole.
struct SseEvent
{
    QByteArray name; ///< "message" where the stream names none
    QByteArray data; ///< several lines joined by LF
    QByteArray id;   ///< the last one told, by this event or an earlier one

    bool operator==(const SseEvent&) const = default;
};

/// Reads a stream of server-sent events piece by piece (WHATWG HTML, 9.2.6). Where the pieces are cut has no
/// influence on the events.
class SseReader
{
public:
    static constexpr qsizetype DefaultLimit = 4 * 1024 * 1024;

    /// An event whose lines together are longer than `limit` bytes is left out and counted.
    explicit SseReader(qsizetype limit = DefaultLimit) : m_limit(limit) {}

    /// The events that these bytes complete. What the end of a stream cuts off is never an event.
    std::vector<SseEvent> take(QByteArrayView bytes);

    /// How long the server asks to wait before coming back; nothing while it has not said.
    std::optional<Millis> retry() const { return m_retry; }

    /// Events left out because of their size.
    quint64 oversized() const { return m_oversized; }

private:
    void append(QByteArrayView part);
    void endLine(std::vector<SseEvent>& events);
    void takeLine(QByteArrayView line, std::vector<SseEvent>& events);
    void takeField(QByteArrayView name, QByteArrayView value);
    void dispatch(std::vector<SseEvent>& events);
    bool skipMark(QByteArrayView& bytes);

    qsizetype m_limit;
    QByteArray m_line; ///< begun by an earlier piece
    QByteArray m_name;
    QByteArray m_data;
    QByteArray m_id;
    std::optional<Millis> m_retry;
    quint64 m_oversized = 0;
    qsizetype m_markSeen = 0;  ///< bytes of the byte order mark so far; -1: past it
    bool m_hasData = false;    ///< of the event that is being read
    bool m_isSpoilt = false;   ///< that event exceeds the limit
    bool m_isSkipping = false; ///< that line does
    bool m_wasReturn = false;  ///< the last byte was a CR: an LF now belongs to it
};

} // namespace stowage
