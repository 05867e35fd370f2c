// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/exposition/Exposition.h"
#include "connectors/exposition/ExpositionFault.h"

namespace stowage {

/// Walks over a metrics page line by line, without a copy of anything: Prometheus' text format 0.0.4 and
/// OpenMetrics 1.0. What is wrong is refused with its line, and ends the walk; what came before was right.
///
/// A page that does not end with a line feed (or `# EOF`) was cut short: its last line is refused, since half
/// a number is a number too. The page must outlive the reader and all it tells.
class ExpositionReader
{
public:
    enum class Event : quint8
    {
        Sample, ///< sample() tells
        Help,   ///< comment() tells
        Type,
        Unit,
        End,   ///< the page was right to its end
        Fault, ///< fault() tells
    };

    ExpositionReader(std::string_view page, ExpositionForm form, const ExpositionLimits& limits = {});

    Event next();

    const ExpositionSample& sample() const { return m_sample; }
    const ExpositionComment& comment() const { return m_comment; }
    const ExpositionFault& fault() const { return m_fault; }
    bool isFaulty() const { return m_isFaulty; }
    quint64 line() const { return m_line; } ///< of what was told last, from 1

    // For a caller that knows what the next line begins with, because the last page had it there too.

    const char* at() const { return m_at; } ///< where the next line begins
    const char* end() const { return m_end; }

    /// Reads the next line's value and what follows it, from behind the series, which began the line. The
    /// sample's value, timestamp and exemplar are told then; its series, name and labels are not.
    Event nextValue(const char* afterSeries);

    /// Refuses the line that was read last.
    Event refuse(ExpositionFault::Kind kind);

private:
    Event readComment(const char* at);
    Event readFamily(const char* at, Event event);
    bool checkText(std::string_view text);
    Event readEnd(const char* at);
    Event readSample(const char* at);
    const char* keepPrefix(const char* at);
    Event readRest(const char* at);
    Event readTail(const char* at);
    Event finishLine(const char* at, Event event);
    const char* readLabels(const char* at, std::vector<ExpositionLabel>& labels);
    const char* readSeparator(const char* at);
    const char* readLabel(const char* at, ExpositionLabel& label);
    const char* readLabelValue(const char* at, std::string_view& value);
    const char* readTimestamp(const char* at, std::optional<qint64>& timestamp);
    const char* readExemplar(const char* at);
    /// Remembers the fault and gives null, for readers that tell where they stopped.
    const char* stop(ExpositionFault::Kind kind);
    /// The fault for a byte that does not belong where it stands.
    ExpositionFault::Kind unexpected(const char* at, ExpositionFault::Kind kind) const;

    const char* m_at;
    const char* m_end;
    const char* m_lineBegin;
    ExpositionForm m_form;
    ExpositionLimits m_limits;
    quint64 m_line = 0;
    bool m_isEnded = false; ///< `# EOF` was read
    ExpositionSample m_sample;
    ExpositionComment m_comment;
    ExpositionFault m_fault;
    bool m_isFaulty = false;
};

} // namespace stowage
