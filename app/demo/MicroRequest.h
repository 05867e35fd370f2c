// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <utility>
#include <vector>

namespace stowage {

/// Replaces each `%XX` once. Nothing when an escape is broken ("%4", "%zz"), as Go's servers treat it.
std::optional<QByteArray> percentDecoded(QByteArrayView text);

/// A request as a handler sees it. The views live as long as the handler's call.
struct MicroRequest
{
    QByteArrayView method;
    QByteArray path;                                                ///< percent-decoded, without the query
    QByteArray query;                                               ///< as it came, without '?'
    std::vector<std::pair<QByteArrayView, QByteArrayView>> headers; ///< in order, repeats included
    QByteArray body;                                                ///< up to 64 KiB of it

    /// Splits and decodes a request target, in origin form ("/v2/?n=1") or absolute form ("http://h/v2/").
    /// False when its path is not properly encoded.
    bool setTarget(QByteArrayView target);

    bool isHead() const { return method == "HEAD"; }

    /// The first header of that name, in any case; null when there is none.
    QByteArrayView header(QByteArrayView name) const;

    /// All items of a comma-separated list header over all its lines, trimmed and without parameters.
    std::vector<QByteArrayView> listHeader(QByteArrayView name) const;

    /// The first value of a query parameter, decoded ('+' is a space); nothing when it is absent or broken.
    std::optional<QByteArray> queryValue(QByteArrayView name) const;
};

} // namespace stowage
