// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/RawHttp.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QTimer>

namespace stowage::test {

namespace {

constexpr int ConnectTimeoutMs = 5000;

RawAnswer parseHead(const QByteArray& head)
{
    RawAnswer answer;
    const auto lines = head.split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            answer.headers.emplace_back(line.first(colon), line.sliced(colon + 1).trimmed());
        }
    }
    return answer;
}

/// Runs the event loop until it is so or the time is over; sleeps only while nothing happens.
template <class F>
void spinUntil(F&& isSo, int timeoutMs)
{
    QTimer end;
    end.setSingleShot(true);
    end.start(timeoutMs);
    while (!isSo() && end.isActive()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

} // namespace

QByteArray RawAnswer::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

RawHttp::RawHttp(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    spinUntil(
        [this] {
            return m_socket.state() == QAbstractSocket::ConnectedState ||
                   m_socket.state() == QAbstractSocket::UnconnectedState;
        },
        ConnectTimeoutMs);
}

std::optional<RawAnswer> RawHttp::receive(bool isHead, int timeoutMs)
{
    std::optional<RawAnswer> answer;
    const auto tryRead = [&] {
        m_buffer += m_socket.readAll();
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return !isConnected();
        }
        RawAnswer candidate = parseHead(m_buffer.first(end));
        const qsizetype length =
            isHead || candidate.status == 304 ? 0 : candidate.header("Content-Length").toLongLong();
        if (m_buffer.size() < end + 4 + length) {
            return !isConnected();
        }
        candidate.body = m_buffer.sliced(end + 4, length);
        m_buffer = m_buffer.sliced(end + 4 + length);
        answer = std::move(candidate);
        return true;
    };
    spinUntil(tryRead, timeoutMs);
    return answer;
}

std::optional<RawAnswer> RawHttp::ask(const QByteArray& method, const QByteArray& target,
                                      const std::vector<std::pair<QByteArray, QByteArray>>& headers)
{
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto& [name, value] : headers) {
        request += name + ": " + value + "\r\n";
    }
    send(request + "\r\n");
    return receive(method == "HEAD");
}

QByteArray RawHttp::leftOver()
{
    return m_buffer + m_socket.readAll();
}

std::optional<RawAnswer> askOnce(quint16 port, const QByteArray& method, const QByteArray& target,
                                 const std::vector<std::pair<QByteArray, QByteArray>>& headers)
{
    RawHttp http(port);
    return http.ask(method, target, headers);
}

} // namespace stowage::test
