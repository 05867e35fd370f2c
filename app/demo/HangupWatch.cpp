// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/HangupWatch.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>

namespace stowage {

HangupWatch::HangupWatch(Callback onHangup)
    : m_onHangup(std::move(onHangup)), m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll >= 0) {
        m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                         [this] { drain(); });
    }
}

HangupWatch::~HangupWatch()
{
    m_notifier.reset();
    if (m_epoll >= 0) {
        ::close(m_epoll);
    }
}

void HangupWatch::add(int socket)
{
    epoll_event event{};
    event.events = EPOLLRDHUP;
    event.data.fd = socket;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
}

void HangupWatch::remove(int socket)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
}

void HangupWatch::drain()
{
    // One batch a turn: the notifier is level-triggered and comes back for the rest.
    std::array<epoll_event, 64> events{};
    const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const int socket = events[static_cast<size_t>(i)].data.fd;
        remove(socket);
        m_onHangup(socket);
    }
}

} // namespace stowage
