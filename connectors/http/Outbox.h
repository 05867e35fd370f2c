// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Parcel.h"
#include "connectors/http/SteadyTime.h"

#include <functional>

namespace stowage {

/// Collects what the GUI thread is to hear and hands it over in few events: the first at once, then at most
/// one every few milliseconds, none too large to be taken in within a frame.
class Outbox
{
public:
    using Deliver = std::function<void(Parcel)>;

    explicit Outbox(Deliver deliver) : m_deliver(std::move(deliver)) {}

    void headers(quint64 call, HttpAnswer answer);
    void chunk(quint64 call, QByteArrayView bytes);
    void finished(quint64 call, HttpResult result);
    void item(quint64 batch, size_t index, HttpResult result);

    /// Whether it is time to send; what `stats` are worth telling is then asked of the caller.
    bool isDue(SteadyTime now) const;
    SteadyTime nextDue() const;
    void flush(SteadyTime now, std::vector<std::pair<EndpointId, EndpointStats>> stats);

private:
    Deliver m_deliver;
    Parcel m_parcel;
    size_t m_size = 0;
    SteadyTime m_lastFlush{};
};

} // namespace stowage
