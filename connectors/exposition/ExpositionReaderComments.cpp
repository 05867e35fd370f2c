// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/ByteScan.h"
#include "connectors/exposition/ExpositionReader.h"
#include "connectors/exposition/Text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace stowage {

using namespace exposition;
using Kind = ExpositionFault::Kind;
using Event = ExpositionReader::Event;

namespace {

const char* lineEnd(const char* at, const char* end)
{
    const void* found = at == end ? nullptr : std::memchr(at, '\n', static_cast<size_t>(end - at));
    return found == nullptr ? end : static_cast<const char*>(found);
}

std::optional<MetricType> typeOf(std::string_view word, ExpositionForm form)
{
    struct Named
    {
        std::string_view word;
        MetricType type;
        bool isPrometheus;
        bool isOpenMetrics;
    };
    static constexpr std::array<Named, 9> Types{{
        {"counter", MetricType::Counter, true, true},
        {"gauge", MetricType::Gauge, true, true},
        {"histogram", MetricType::Histogram, true, true},
        {"summary", MetricType::Summary, true, true},
        {"untyped", MetricType::Unknown, true, false},
        {"unknown", MetricType::Unknown, false, true},
        {"gaugehistogram", MetricType::GaugeHistogram, false, true},
        {"info", MetricType::Info, false, true},
        {"stateset", MetricType::StateSet, false, true},
    }};
    const auto* const found = std::find_if(Types.begin(), Types.end(), [&](const Named& named) {
        return named.word == word &&
               (form == ExpositionForm::Prometheus ? named.isPrometheus : named.isOpenMetrics);
    });
    return found == Types.end() ? std::nullopt : std::optional(found->type);
}

} // namespace

/// Event::End stands for a comment that says nothing to us.
Event ExpositionReader::readComment(const char* at)
{
    const char* const keyword = blanksEnd(at + 1, m_end);
    const char* const after = nameEnd(keyword, m_end);
    const std::string_view word = view(keyword, after);
    const bool isStrict = m_form == ExpositionForm::OpenMetrics;
    if (isStrict && word == "EOF") {
        return readEnd(after);
    }
    if (word == "HELP") {
        return readFamily(after, Event::Help);
    }
    if (word == "TYPE") {
        return readFamily(after, Event::Type);
    }
    if (isStrict && word == "UNIT") {
        return readFamily(after, Event::Unit);
    }
    const char* const end = lineEnd(after, m_end);
    if (isStrict) {
        return refuse(Kind::BadComment);
    }
    if (end == m_end) {
        return refuse(Kind::NotEnded);
    }
    return checkText(view(at, end)) ? finishLine(end, Event::End) : Event::Fault;
}

/// Refuses what no text may hold.
bool ExpositionReader::checkText(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos) {
        refuse(Kind::Nul);
    } else if (text.ends_with('\r')) {
        refuse(Kind::CarriageReturn);
    } else if (!isUtf8(text)) {
        refuse(Kind::NotUtf8);
    }
    return !m_isFaulty;
}

Event ExpositionReader::readEnd(const char* at)
{
    m_isEnded = true;
    if (at == m_end) { // its line feed may be missing
        m_at = m_end;
        return Event::End;
    }
    return finishLine(at, Event::End);
}

Event ExpositionReader::readFamily(const char* at, Event event)
{
    const char* const name = blanksEnd(at, m_end);
    const char* const after = nameEnd(name, m_end);
    m_comment = {view(name, after), {}, MetricType::Unknown};
    if (name == at || !isMetricName(m_comment.name) ||
        (after != m_end && *after != ' ' && *after != '\t' && *after != '\n')) {
        return refuse(unexpected(after, Kind::BadComment));
    }
    const char* const text = blanksEnd(after, m_end);
    const char* const end = lineEnd(text, m_end);
    if (end == m_end) {
        return refuse(Kind::NotEnded);
    }
    m_comment.text = view(text, end);
    if (!checkText(m_comment.text)) {
        return Event::Fault;
    }
    if (event == Event::Type) {
        const size_t last = m_comment.text.find_last_not_of(" \t");
        m_comment.text = m_comment.text.substr(0, last == std::string_view::npos ? 0 : last + 1);
        const auto type = typeOf(m_comment.text, m_form);
        if (!type) {
            return refuse(Kind::BadType);
        }
        m_comment.type = *type;
    }
    return finishLine(end, event);
}

} // namespace stowage
