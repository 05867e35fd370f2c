// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

#include <QByteArray>

#include <optional>
#include <string_view>
#include <vector>

namespace stowage {

/// The two text forms of metrics pages.
enum class ExpositionForm : quint8
{
    Prometheus,  ///< text format 0.0.4
    OpenMetrics, ///< 1.0: seconds for timestamps, exemplars, `# EOF` at the end
};

/// By the media type of an answer; Prometheus for whatever does not say OpenMetrics.
ExpositionForm expositionForm(QByteArrayView contentType);

enum class MetricType : quint8
{
    Unknown, ///< not told, or "untyped"
    Counter,
    Gauge,
    Histogram,
    Summary,
    GaugeHistogram,
    Info,
    StateSet,
};

/// What a page may be. What exceeds it is refused at that line.
struct ExpositionLimits
{
    qsizetype pageBytes = 64 * 1024 * 1024;
    qsizetype lineBytes = 64 * 1024;
    size_t labels = 64;        ///< of one series
    size_t series = 1'000'000; ///< that a Scrape remembers
};

/// A label as it stands on the page.
struct ExpositionLabel
{
    std::string_view name;
    std::string_view value; ///< between the quotes, escapes and all: see unescapedLabel()

    bool operator==(const ExpositionLabel&) const = default;
};

/// A label's value without its escapes: \\, \" and \n.
QByteArray unescapedLabel(std::string_view value);

/// `# {trace_id="ab"} 0.67 1520879607.789`: an example of what a sample counts.
struct Exemplar
{
    std::vector<ExpositionLabel> labels;
    double value = 0;
    std::optional<qint64> timestamp; ///< ms since the epoch
};

/// One sample. Its views are into the page.
struct ExpositionSample
{
    std::string_view series; ///< name and labels, from the name to the closing brace, as they stand there
    std::string_view name;
    std::vector<ExpositionLabel> labels; ///< in the page's order, no name twice
    double value = 0;
    std::optional<qint64> timestamp; ///< ms since the epoch
    std::optional<Exemplar> exemplar;
};

/// A `# HELP`, `# TYPE` or `# UNIT` line. Its views are into the page.
struct ExpositionComment
{
    std::string_view name; ///< of the metric family
    std::string_view text; ///< help with its escapes, or the unit
    MetricType type = MetricType::Unknown;
};

} // namespace stowage
