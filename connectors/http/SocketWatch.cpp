// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/SocketWatch.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace stowage {
namespace {

constexpr std::chrono::minutes LongestSleep{1};

epoll_event eventFor(int socket, quint8 events)
{
    epoll_event event{};
    event.events = (events & SocketWatch::Readable ? uint32_t{EPOLLIN} : 0U) |
                   (events & SocketWatch::Writable ? uint32_t{EPOLLOUT} : 0U);
    event.data.fd = socket;
    return event;
}

} // namespace

SocketWatch::SocketWatch()
    : m_epoll(epoll_create1(EPOLL_CLOEXEC)), m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    epoll_event event = eventFor(m_wake, Readable);
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event);
}

SocketWatch::~SocketWatch()
{
    close(m_wake);
    close(m_epoll);
}

void SocketWatch::wake()
{
    const quint64 once = 1;
    [[maybe_unused]] const auto written = write(m_wake, &once, sizeof once); // full means awake already
}

void SocketWatch::watch(int socket, quint8 events)
{
    if (static_cast<size_t>(socket) >= m_wanted.size()) {
        m_wanted.resize(static_cast<size_t>(socket) + 1);
    }
    m_wanted[static_cast<size_t>(socket)] = events;
    if (events == Nothing) {
        return;
    }
    // Whether the kernel still knows it only the kernel knows: a socket that was closed is forgotten there,
    // and its number may be another's by now.
    epoll_event event = eventFor(socket, events);
    if (epoll_ctl(m_epoll, EPOLL_CTL_MOD, socket, &event) != 0 && errno == ENOENT) {
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
    }
}

void SocketWatch::wait(SteadyTime now, SteadyTime until, std::vector<Happening>& happened)
{
    const auto sleep =
        std::clamp<SteadyTime::duration>(until - now, SteadyTime::duration::zero(), LongestSleep);
    const auto millis = static_cast<int>(std::chrono::ceil<Millis>(sleep).count());
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): filled below
    std::array<epoll_event, MostAtOnce> events;
    const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), millis);
    for (int i = 0; i < count; ++i) {
        take(events[static_cast<size_t>(i)], happened);
    }
}

void SocketWatch::take(const epoll_event& event, std::vector<Happening>& happened)
{
    const int socket = event.data.fd;
    if (socket == m_wake) {
        quint64 times = 0;
        [[maybe_unused]] const auto bytes = read(m_wake, &times, sizeof times);
        return;
    }
    if (m_wanted[static_cast<size_t>(socket)] == Nothing) {
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr); // an idle connection was closed by its server
        return;
    }
    const bool isBroken = (event.events & (EPOLLERR | EPOLLHUP)) != 0;
    const unsigned events = ((event.events & EPOLLIN) != 0 || isBroken ? Readable : Nothing) |
                            ((event.events & EPOLLOUT) != 0 ? Writable : Nothing) |
                            ((event.events & EPOLLERR) != 0 ? Broken : Nothing);
    happened.push_back({socket, static_cast<quint8>(events)});
}

} // namespace stowage
