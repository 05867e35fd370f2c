// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"

#include <utility>
#include <variant>
#include <vector>

namespace stowage {

/// Something a call is told: a stream's headers, a piece of its body, or the end.
struct CallEvent
{
    quint64 call = 0;
    std::variant<HttpAnswer, QByteArray, HttpResult> what;
};

struct BatchEvent
{
    quint64 batch = 0;
    std::vector<BatchItem> items;
};

/// What goes from the engine's thread to the GUI thread in one event.
struct Parcel
{
    std::vector<CallEvent> calls;
    std::vector<BatchEvent> batches;
    std::vector<std::pair<EndpointId, EndpointStats>> stats;
};

} // namespace stowage
