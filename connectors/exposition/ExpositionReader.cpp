// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/ExpositionReader.h"

#include "connectors/exposition/ByteScan.h"
#include "connectors/exposition/Number.h"
#include "connectors/exposition/Text.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace stowage {

using namespace exposition;
using Kind = ExpositionFault::Kind;
using Event = ExpositionReader::Event;

namespace {

/// Beyond this a double does not tell milliseconds any more (some 285,000 years).
constexpr double LatestMillis = 9'007'199'254'740'992.0;

/// Other than a metric's, it may not hold ':'.
bool isLabelName(std::string_view name)
{
    return isMetricName(name) && name.find(':') == std::string_view::npos;
}

/// Sorted ones are told apart by their neighbours.
bool isRepeated(const std::vector<ExpositionLabel>& labels)
{
    const ExpositionLabel& newest = labels.back();
    const size_t others = labels.size() - 1;
    return std::any_of(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(others),
                       [&](const ExpositionLabel& label) { return label.name == newest.name; });
}

Kind whyNoName(const char* at, const char* end)
{
    const char found = at == end ? '\0' : *at;
    return found == '\n' ? Kind::BlankLine : found == '<' ? Kind::Html : Kind::BadName;
}

} // namespace

ExpositionReader::ExpositionReader(std::string_view page, ExpositionForm form, const ExpositionLimits& limits)
    : m_at(page.data()), m_end(page.data() + page.size()), m_lineBegin(m_at), m_form(form), m_limits(limits)
{
    if (static_cast<qsizetype>(page.size()) > limits.pageBytes) {
        refuse(Kind::PageTooLarge);
    }
}

Event ExpositionReader::next()
{
    while (!m_isFaulty) {
        if (m_at == m_end) {
            const bool isWhole = m_form == ExpositionForm::Prometheus || m_isEnded;
            return isWhole ? Event::End : refuse(Kind::NoEnd);
        }
        ++m_line;
        m_lineBegin = m_at;
        if (m_isEnded) {
            return refuse(Kind::AfterEnd);
        }
        const char* const at = blanksEnd(m_at, m_end);
        if (at == m_end) {
            return refuse(Kind::NotEnded);
        }
        if (*at == '\n' && m_form == ExpositionForm::Prometheus) {
            m_at = at + 1;
            continue;
        }
        const Event event = *at == '#' ? readComment(at) : readSample(at);
        if (event != Event::End) { // a comment that says nothing to us
            return event;
        }
    }
    return Event::Fault;
}

Event ExpositionReader::nextValue(const char* afterSeries)
{
    ++m_line;
    m_lineBegin = m_at;
    return m_isEnded ? refuse(Kind::AfterEnd) : readRest(afterSeries);
}

Event ExpositionReader::refuse(Kind kind)
{
    if (!m_isFaulty) {
        m_isFaulty = true;
        m_fault = {kind, m_line};
    }
    return Event::Fault;
}

const char* ExpositionReader::stop(Kind kind)
{
    refuse(kind);
    return nullptr;
}

Kind ExpositionReader::unexpected(const char* at, Kind kind) const
{
    if (at == m_end) {
        return Kind::NotEnded;
    }
    switch (*at) {
    case '\0':
        return Kind::Nul;
    case '\r':
        return Kind::CarriageReturn;
    default:
        return kind;
    }
}

/// `at` is where the line's last token ended.
Event ExpositionReader::finishLine(const char* at, Event event)
{
    at = blanksEnd(at, m_end);
    if (at == m_end || *at != '\n') {
        return refuse(unexpected(at, Kind::TrailingText));
    }
    if (at - m_lineBegin > m_limits.lineBytes) {
        return refuse(Kind::LineTooLong);
    }
    m_at = at + 1;
    return event;
}

Event ExpositionReader::readSample(const char* at)
{
    const char* after = keepPrefix(at);
    if (after == nullptr) {
        m_sample.labels.clear();
        after = nameEnd(at, m_end);
        m_sample.name = view(at, after);
        if (!isMetricName(m_sample.name)) {
            return refuse(unexpected(after, whyNoName(after, m_end)));
        }
    }
    if (!m_sample.labels.empty()) {
        after = readLabels(after, m_sample.labels);
    } else {
        const char* const brace = blanksEnd(after, m_end);
        if (brace != m_end && *brace == '{') {
            after = readLabels(brace, m_sample.labels);
        } else if (brace == after) {
            const bool isLineEnd = after != m_end && *after == '\n';
            return refuse(unexpected(after, isLineEnd ? Kind::NoValue : Kind::BadName));
        }
    }
    if (after == nullptr) {
        return Event::Fault;
    }
    m_sample.series = view(at, after);
    return readRest(after);
}

/// Lines mostly begin as the line before: the name and the labels that it has in common with that one are
/// taken over instead of read again. Tells where they end; null when there are none.
const char* ExpositionReader::keepPrefix(const char* at)
{
    const std::string_view before = m_sample.series;
    const auto length = std::min(before.size(), static_cast<size_t>(m_end - at));
    const size_t common = commonPrefix(before.data(), at, length);
    if (common <= m_sample.name.size()) {
        return nullptr;
    }
    const auto moved = [&](std::string_view text) {
        return std::string_view(at + (text.data() - before.data()), text.size());
    };
    m_sample.name = moved(m_sample.name);
    const char* after = at + m_sample.name.size();
    size_t kept = 0;
    for (ExpositionLabel& label : m_sample.labels) {
        const char* const quote = label.value.data() + label.value.size();
        if (static_cast<size_t>(quote - before.data()) >= common) {
            break;
        }
        label = {moved(label.name), moved(label.value)};
        after = at + (quote + 1 - before.data());
        ++kept;
    }
    m_sample.labels.resize(kept);
    return after;
}

Event ExpositionReader::readRest(const char* at)
{
    at = blanksEnd(at, m_end);
    if (at == m_end || *at == '\n') {
        return refuse(at == m_end ? Kind::NotEnded : Kind::NoValue);
    }
    const char* const after = readNumber(at, m_end, m_sample.value);
    m_sample.timestamp.reset();
    m_sample.exemplar.reset();
    if (after != nullptr && after != m_end && *after == '\n' && after - m_lineBegin <= m_limits.lineBytes) {
        m_at = after + 1;
        return Event::Sample;
    }
    if (after == nullptr) {
        const char* const odd =
            std::find_if(at, m_end, [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
        return refuse(odd != m_end && *odd == '\n' ? Kind::BadValue : unexpected(odd, Kind::BadValue));
    }
    return readTail(after);
}

/// What may follow the value: a timestamp, an exemplar.
Event ExpositionReader::readTail(const char* at)
{
    at = blanksEnd(at, m_end);
    if (at != m_end && *at != '\n' && *at != '#') {
        at = readTimestamp(at, m_sample.timestamp);
        if (at == nullptr) {
            return Event::Fault;
        }
        at = blanksEnd(at, m_end);
    }
    if (at != m_end && *at == '#') {
        at = m_form == ExpositionForm::OpenMetrics ? readExemplar(at + 1) : stop(Kind::ExemplarNotAllowed);
        if (at == nullptr) {
            return Event::Fault;
        }
    }
    return finishLine(at, Event::Sample);
}

/// Milliseconds in the one form, seconds in the other.
const char* ExpositionReader::readTimestamp(const char* at, std::optional<qint64>& timestamp)
{
    double told = 0;
    const char* const after = readNumber(at, m_end, told);
    if (after == nullptr || after == m_end) {
        return stop(unexpected(after == nullptr ? at : after, Kind::BadTimestamp));
    }
    const double millis = m_form == ExpositionForm::OpenMetrics ? told * 1000 : told;
    const bool isWhole = m_form == ExpositionForm::OpenMetrics || std::trunc(told) == told;
    if (!(std::fabs(millis) <= LatestMillis) || !isWhole) {
        return stop(Kind::BadTimestamp);
    }
    timestamp = std::llround(millis);
    return after;
}

const char* ExpositionReader::readExemplar(const char* at)
{
    Exemplar exemplar;
    at = blanksEnd(at, m_end);
    if (at == m_end || *at != '{') {
        return stop(unexpected(at, Kind::BadExemplar));
    }
    at = readLabels(at, exemplar.labels);
    if (at == nullptr) {
        return nullptr;
    }
    const char* const after = readNumber(blanksEnd(at, m_end), m_end, exemplar.value);
    if (after == nullptr || after == m_end) {
        return stop(after == nullptr ? Kind::BadExemplar : Kind::NotEnded);
    }
    at = blanksEnd(after, m_end);
    if (at != m_end && *at != '\n') {
        at = readTimestamp(at, exemplar.timestamp);
    }
    m_sample.exemplar = std::move(exemplar);
    return at;
}

/// From the opening brace, or from behind a label that is known, to behind the closing brace; a comma may
/// stand before that.
const char* ExpositionReader::readLabels(const char* at, std::vector<ExpositionLabel>& labels)
{
    const bool isBegun = !labels.empty();
    at = isBegun ? blanksEnd(at, m_end) : blanksEnd(at + 1, m_end);
    if (isBegun) {
        at = readSeparator(at);
    }
    while (at != nullptr && at != m_end && *at != '}') {
        ExpositionLabel label;
        const char* const after = readLabel(at, label);
        if (after == nullptr) {
            return nullptr;
        }
        labels.push_back(label);
        if (labels.size() > m_limits.labels || isRepeated(labels)) {
            return stop(labels.size() > m_limits.labels ? Kind::TooManyLabels : Kind::LabelTwice);
        }
        at = readSeparator(blanksEnd(after, m_end));
    }
    return at == nullptr ? nullptr : at == m_end ? stop(Kind::NotEnded) : at + 1;
}

/// Behind a label: a comma and what follows it, or the closing brace itself.
const char* ExpositionReader::readSeparator(const char* at)
{
    if (at != m_end && *at == ',') {
        return blanksEnd(at + 1, m_end);
    }
    return at != m_end && *at == '}' ? at : stop(unexpected(at, Kind::BadLabelEnd));
}

const char* ExpositionReader::readLabel(const char* at, ExpositionLabel& label)
{
    const char* after = nameEnd(at, m_end);
    label.name = view(at, after);
    if (!isLabelName(label.name)) {
        return stop(unexpected(after, Kind::BadLabelName));
    }
    after = blanksEnd(after, m_end);
    if (after == m_end || *after != '=') {
        return stop(unexpected(after, Kind::NoEquals));
    }
    after = blanksEnd(after + 1, m_end);
    if (after == m_end || *after != '"') {
        return stop(unexpected(after, Kind::NoQuote));
    }
    return readLabelValue(after + 1, label.value);
}

/// From behind the opening quote to behind the closing one.
const char* ExpositionReader::readLabelValue(const char* at, std::string_view& value)
{
    bool hasHigh = false;
    const char* end = quotedEnd(at, m_end, hasHigh);
    while (end != m_end && *end == '\\') {
        const char escaped = end + 1 == m_end ? '\0' : end[1];
        if (escaped != '\\' && escaped != '"' && escaped != 'n') {
            return stop(end + 1 == m_end ? Kind::NotEnded : Kind::BadEscape);
        }
        end = quotedEnd(end + 2, m_end, hasHigh);
    }
    if (end == m_end || *end != '"') {
        return stop(unexpected(end, Kind::OpenQuote));
    }
    value = view(at, end);
    if (hasHigh && !isUtf8(value)) {
        return stop(Kind::NotUtf8);
    }
    return end + 1;
}

} // namespace stowage
