// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/CurlTransfer.h"
#include "connectors/http/SocketWatch.h"

#include <optional>
#include <vector>

using CURLM = void;

namespace stowage {

/// The transfers under way on libcurl's multi interface, and their limits. The engine's thread, but for
/// wake().
///
/// libcurl is told which sockets are ready (curl_multi_socket_action) rather than left to find out
/// (curl_multi_perform): that looks at every transfer each time, and asks the system more than twice a
/// request.
class TransferPool
{
public:
    struct Ended
    {
        CurlTransfer* transfer = nullptr;
        int curlCode = 0;
    };

    TransferPool();
    ~TransferPool(); ///< all transfers must be over or abandoned
    TransferPool(const TransferPool&) = delete;
    TransferPool& operator=(const TransferPool&) = delete;

    /// Makes wait() return; from any thread.
    void wake();

    void start(CurlTransfer& transfer);
    /// Sends what was started since, without looking at the others. Whether run() has something to give
    /// already.
    bool push();
    /// Lets a paused one go on.
    void resume(CurlTransfer& transfer);
    /// Ends it at once; its connection is closed.
    void abandon(CurlTransfer& transfer);

    /// Lets libcurl work and gives what is over, by itself or by a limit.
    void run(SteadyTime now, std::vector<Ended>& ended);

    /// Sleeps until something happens on a socket, wake(), or `until`.
    void wait(SteadyTime now, SteadyTime until);

    /// The earliest moment at which a limit may pass.
    SteadyTime nextDue() const { return m_nextDue; }
    size_t size() const { return m_running.size(); }

private:
    struct Callbacks;

    void expire(SteadyTime now, std::vector<Ended>& ended);
    void remove(CurlTransfer& transfer);

    SocketWatch m_watch;
    std::vector<SocketWatch::Happening> m_happened;
    std::optional<SteadyTime> m_timer; ///< when libcurl wants to be called
    CURLM* m_multi;
    std::vector<CurlTransfer*> m_running;
    SteadyTime m_nextDue = SteadyTime::max();
};

} // namespace stowage
