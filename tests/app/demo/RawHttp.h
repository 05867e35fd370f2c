// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

#include <optional>
#include <utility>
#include <vector>

namespace stowage::test {

/// An answer as it came over the wire.
struct RawAnswer
{
    int status = 0;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const; ///< exactly so written; null when absent
};

/// One connection to a server on 127.0.0.1 that lives in the same event loop. Reads answers by
/// Content-Length, so that a byte too many or too few shows in the next one.
class RawHttp
{
public:
    explicit RawHttp(quint16 port);

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QTcpSocket& socket() { return m_socket; }

    void send(const QByteArray& bytes) { m_socket.write(bytes); }

    /// The next answer; nothing when it does not come within the time or the server cuts the connection.
    std::optional<RawAnswer> receive(bool isHead, int timeoutMs = 5000);

    /// Sends "METHOD TARGET HTTP/1.1" with these further header lines and receives.
    std::optional<RawAnswer> ask(const QByteArray& method, const QByteArray& target,
                                 const std::vector<std::pair<QByteArray, QByteArray>>& headers = {});

    /// Bytes that came beyond the answers received so far.
    QByteArray leftOver();

private:
    QTcpSocket m_socket;
    QByteArray m_buffer;
};

/// One exchange on a connection of its own.
std::optional<RawAnswer> askOnce(quint16 port, const QByteArray& method, const QByteArray& target,
                                 const std::vector<std::pair<QByteArray, QByteArray>>& headers = {});

} // namespace stowage::test
