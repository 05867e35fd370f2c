// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

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

using MicroAnswer = std::variant<MicroResponse, MicroSuspend>;

} // namespace stowage
