// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/sse/SseReader.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr QByteArrayView Mark{"\xEF\xBB\xBF"};

/// Longer than any server means, and no overflow.
constexpr qsizetype MostRetryDigits = 9;

bool isNumber(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= MostRetryDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

qsizetype lineEnd(QByteArrayView bytes)
{
    const auto* found =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
    return found == bytes.end() ? -1 : found - bytes.begin();
}

} // namespace

std::vector<SseEvent> SseReader::take(QByteArrayView bytes)
{
    std::vector<SseEvent> events;
    if (!skipMark(bytes)) {
        return events;
    }
    while (!bytes.isEmpty()) {
        if (std::exchange(m_wasReturn, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1);
            continue;
        }
        const qsizetype end = lineEnd(bytes);
        if (end < 0) {
            append(bytes);
            break;
        }
        if (m_line.isEmpty() && !m_isSkipping && end <= m_limit) {
            takeLine(bytes.first(end), events); // whole within this piece: not copied
        } else {
            append(bytes.first(end));
            endLine(events);
        }
        m_wasReturn = bytes[end] == '\r';
        bytes = bytes.sliced(end + 1);
    }
    return events;
}

/// False while it is not known whether the stream begins with a mark.
bool SseReader::skipMark(QByteArrayView& bytes)
{
    while (m_markSeen >= 0 && m_markSeen < Mark.size()) {
        if (bytes.isEmpty()) {
            return false;
        }
        if (bytes.front() != Mark[m_markSeen]) {
            append(Mark.first(m_markSeen)); // it was none: these bytes are the stream's
            break;
        }
        bytes = bytes.sliced(1);
        ++m_markSeen;
    }
    m_markSeen = -1;
    return true;
}

void SseReader::append(QByteArrayView part)
{
    if (m_isSkipping) {
        return;
    }
    if (m_line.size() + part.size() > m_limit) {
        m_line.clear();
        m_isSkipping = true;
        return;
    }
    m_line.append(part);
}

void SseReader::endLine(std::vector<SseEvent>& events)
{
    if (std::exchange(m_isSkipping, false)) {
        m_isSpoilt = true;
        return;
    }
    const QByteArray line = std::exchange(m_line, {});
    takeLine(line, events);
}

void SseReader::takeLine(QByteArrayView line, std::vector<SseEvent>& events)
{
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) {
        return; // a comment
    }
    if (colon < 0) {
        takeField(line, {});
        return;
    }
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' ')) {
        value = value.sliced(1);
    }
    takeField(line.first(colon), value);
}

void SseReader::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == "data") {
        if (m_data.size() + value.size() > m_limit) {
            m_isSpoilt = true;
            m_data.clear();
        } else if (!m_isSpoilt) {
            if (m_hasData) {
                m_data += '\n';
            }
            m_data.append(value);
        }
        m_hasData = true;
    } else if (name == "event") {
        m_name = value.toByteArray();
    } else if (name == "id") {
        if (!value.contains('\0')) {
            m_id = value.toByteArray();
        }
    } else if (name == "retry" && isNumber(value)) {
        m_retry = Millis{value.toByteArray().toLongLong()};
    }
}

void SseReader::dispatch(std::vector<SseEvent>& events)
{
    if (std::exchange(m_isSpoilt, false)) {
        ++m_oversized;
    } else if (m_hasData) {
        events.push_back({m_name.isEmpty() ? QByteArrayLiteral("message") : m_name, m_data, m_id});
    }
    m_hasData = false;
    m_name.clear();
    m_data.clear();
}

} // namespace stowage
