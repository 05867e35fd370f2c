// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/BlackHole.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

namespace stowage::test {
namespace {

/// A backlog of 0 takes one connection; some more make sure that it is full.
constexpr int Fillers = 4;

struct Address
{
    sockaddr_storage storage{};
    socklen_t size = 0;

    sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

Address toNative(const QHostAddress& host, quint16 port)
{
    Address address;
    if (host.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = host.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &bytes, sizeof v6.sin6_addr);
        std::memcpy(&address.storage, &v6, sizeof v6);
        address.size = sizeof v6;
    } else {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(host.toIPv4Address());
        std::memcpy(&address.storage, &v4, sizeof v4);
        address.size = sizeof v4;
    }
    return address;
}

quint16 portOf(int socket)
{
    Address bound;
    bound.size = sizeof bound.storage;
    ::getsockname(socket, bound.get(), &bound.size);
    sockaddr_in6 v6{};
    std::memcpy(&v6, &bound.storage, sizeof v6);
    return ntohs(v6.sin6_port); // at the same place as IPv4's
}

} // namespace

BlackHole::BlackHole(const QHostAddress& host, quint16 port)
{
    Address address = toNative(host, port);
    const int family = address.storage.ss_family;
    const int listener = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    m_sockets.push_back(listener);
    if (listener < 0 || ::bind(listener, address.get(), address.size) != 0 || ::listen(listener, 0) != 0) {
        return;
    }
    m_port = portOf(listener);
    Address there = toNative(host, m_port);
    for (int i = 0; i < Fillers; ++i) {
        const int filler = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        m_sockets.push_back(filler);
        ::connect(filler, there.get(), there.size);
    }
}

BlackHole::~BlackHole()
{
    for (const int socket : m_sockets) {
        ::close(socket);
    }
}

} // namespace stowage::test
