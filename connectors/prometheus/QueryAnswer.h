// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace stowage {

struct QueryPoint
{
    qint64 at = 0; ///< ms since the epoch
    double value = 0;

    bool operator==(const QueryPoint&) const = default;
};

/// A series as a query's answer has it.
struct QuerySeries
{
    std::vector<std::pair<QByteArray, QByteArray>> labels;
    std::vector<QueryPoint> points; ///< of a vector one

    /// The label's value; null where it has none.
    QByteArray label(QByteArrayView name) const;
};

/// What a query gave.
struct QueryAnswer
{
    std::vector<QuerySeries> series;
    QStringList warnings;   ///< the server's own, fit to be shown
    bool isPartial = false; ///< not all that the server has: it says so, or warns
    size_t skipped = 0;     ///< series that could not be read: no labels, no value, a histogram
};

enum class QueryShape : quint8
{
    Vector, ///< of `query`: a value a series
    Matrix, ///< of `query_range`
};

/// Reads an answer; any thread. Malformed for what is no answer of this shape, TooLarge where it has more
/// points, else as queryError() says. `where` is the caller's to add.
Result<QueryAnswer> parseQueryAnswer(const HttpAnswer& answer, QueryShape shape, size_t mostPoints);

/// What an answer other than 200 means, with the server's own words.
Error queryError(const HttpAnswer& answer);

/// Whether the server refused because too much was asked for at once, so that less may do.
bool isTooMuch(const HttpResult& result);

/// Whether the server does not offer what was asked for, which is no fault: 404, 405, 501.
bool isNotOffered(const HttpResult& result);

} // namespace stowage
