// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace stowage {

/// Tells when the other end of a socket is gone, whatever bytes lie unread in it. Without it a server that
/// leaves clients hanging would keep the descriptor of each one that gave up.
class HangupWatch
{
public:
    using Callback = std::function<void(int socket)>;

    explicit HangupWatch(Callback onHangup);
    ~HangupWatch();
    HangupWatch(const HangupWatch&) = delete;
    HangupWatch& operator=(const HangupWatch&) = delete;

    /// Watches until remove() or the call of onHangup, which comes at most once a socket.
    void add(int socket);
    void remove(int socket);

private:
    void drain();

    Callback m_onHangup;
    int m_epoll = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace stowage
