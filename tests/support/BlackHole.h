// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <vector>

namespace stowage::test {

/// A port on loopback that neither accepts nor refuses, as a host whose packets are dropped on the way: a
/// listening socket whose backlog is full and stays so.
class BlackHole
{
public:
    /// Port 0: any. isOpen() tells whether it could.
    explicit BlackHole(const QHostAddress& address = QHostAddress::LocalHost, quint16 port = 0);
    ~BlackHole();
    BlackHole(const BlackHole&) = delete;
    BlackHole& operator=(const BlackHole&) = delete;

    bool isOpen() const { return m_port != 0; }
    quint16 port() const { return m_port; }

private:
    quint16 m_port = 0;
    std::vector<int> m_sockets;
};

} // namespace stowage::test
