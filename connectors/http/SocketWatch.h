// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/SteadyTime.h"

#include <array>
#include <vector>

struct epoll_event;

namespace stowage {

/// Sleeps until something happens on one of many sockets, on wake(), or at a time: an epoll instance with an
/// eventfd. One thread, but for wake().
class SocketWatch
{
public:
    /// What may be waited for, and what happened.
    enum Event : quint8
    {
        Nothing = 0,
        Readable = 1,
        Writable = 2,
        Broken = 4, ///< only happens
    };

    struct Happening
    {
        int socket = -1;
        quint8 events = Nothing; ///< of Event
    };

    SocketWatch();
    ~SocketWatch();
    SocketWatch(const SocketWatch&) = delete;
    SocketWatch& operator=(const SocketWatch&) = delete;

    /// Ends wait(), now or when it comes; from any thread.
    void wake();

    /// Waits for these events from now on. A socket that is not waited for any more stays known to the kernel
    /// until something happens on it: a kept connection is asked for again soon, and costs one call less.
    void watch(int socket, quint8 events);

    /// At most one happening a socket.
    void wait(SteadyTime now, SteadyTime until, std::vector<Happening>& happened);

private:
    static constexpr size_t MostAtOnce = 256;

    void take(const epoll_event& event, std::vector<Happening>& happened);

    int m_epoll;
    int m_wake;
    std::vector<quint8> m_wanted; ///< by socket
};

} // namespace stowage
