// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/NastyConnection.h"

#include "tests/support/NastyListener.h"

#include <sys/socket.h>

#include <QDateTime>
#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace stowage::test {
namespace {

constexpr qint64 Endless = qint64{10} * 1024 * 1024 * 1024;
constexpr qint64 MostBuffered = 256 * 1024;

/// Long enough for what was written to be read before the reset overtakes it.
constexpr Millis ResetPause{30};

QByteArray httpDate()
{
    const QString format = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), format).toLatin1();
}

bool has(const HeaderFields& headers, const QByteArray& name)
{
    return std::ranges::any_of(
        headers, [&](const auto& field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

NastyConnection::NastyConnection(QTcpSocket* socket, int number, NastyListener& listener)
    : QObject(&listener), m_socket(socket), m_number(number), m_listener(listener)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &NastyConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &NastyConnection::flood);
}

NastyConnection::~NastyConnection()
{
    m_socket->disconnect(this);
    if (m_busy) {
        m_listener.answered();
    }
    reset();
}

void NastyConnection::readMore()
{
    m_in += m_socket->readAll();
    if (!m_in.isEmpty() && (m_in[0] < 'A' || m_in[0] > 'Z')) {
        // Not HTTP, as when a client begins TLS: what real servers say then.
        m_socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        m_socket->disconnectFromHost();
        return;
    }
    while (!m_busy && readRequest()) {
    }
}

/// Takes one whole request off the buffer and answers it.
bool NastyConnection::readRequest()
{
    const qsizetype end = m_in.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    QList<QByteArray> lines = m_in.first(end).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    RecordedRequest request;
    request.connection = m_number;
    request.method = words.value(0);
    request.target = words.value(1);
    request.path = request.target.split('?').value(0);
    for (const QByteArray& line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplace_back(line.first(std::max<qsizetype>(0, colon)),
                                     line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (m_in.size() < end + 4 + length) {
        return false;
    }
    request.body = m_in.sliced(end + 4, length);
    m_in.remove(0, end + 4 + length);
    m_busy = true;
    m_isHead = request.method == "HEAD";
    m_answer = m_listener.answerFor(std::move(request));
    if (m_answer.delay > Millis{0}) {
        QTimer::singleShot(m_answer.delay, this, [this] { respond(m_answer); });
    } else {
        respond(m_answer);
    }
    return true;
}

void NastyConnection::respond(const ServerAnswer& answer)
{
    switch (answer.fault) {
    case Fault::NeverAnswers:
    case Fault::Drips:
    case Fault::ResetsInHeaders:
    case Fault::ResetsInBody:
    case Fault::EndsEarly:
    case Fault::LengthTooLong:
    case Fault::LengthTooShort:
    case Fault::NeverEnds:
    case Fault::HeaderFlood:
        respondBadly(answer);
        return;
    default:
        break;
    }
    sendHead(answer, answer.chunked ? -1 : answer.body.size());
    if (m_isHead) {
        finish(answer.close);
    } else if (answer.chunked) {
        m_sent = 0;
        stream();
    } else {
        m_socket->write(answer.body);
        finish(answer.close);
    }
}

void NastyConnection::respondBadly(const ServerAnswer& answer)
{
    const bool isOfBody = answer.fault != Fault::NeverAnswers && answer.fault != Fault::ResetsInHeaders &&
                          answer.fault != Fault::HeaderFlood;
    if (m_isHead && isOfBody) { // there is none to spoil
        sendHead(answer, answer.body.size());
        finish(answer.close);
        return;
    }
    const qsizetype half = answer.body.size() / 2;
    switch (answer.fault) {
    case Fault::Drips:
        sendHead(answer, std::max<qint64>(answer.body.size(), 10'000));
        m_sent = 0;
        QTimer::singleShot(answer.interval, this, &NastyConnection::drip);
        break;
    case Fault::ResetsInHeaders:
        m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: applic");
        resetSoon();
        break;
    case Fault::ResetsInBody:
        sendHead(answer, answer.body.size() + 1000);
        m_socket->write(answer.body.first(half));
        resetSoon();
        break;
    case Fault::EndsEarly:
        sendHead(answer, answer.body.size() + 1000);
        m_socket->write(answer.body.first(half));
        m_socket->disconnectFromHost();
        break;
    case Fault::LengthTooLong:
        sendHead(answer, answer.body.size() + 100);
        m_socket->write(answer.body);
        break;
    case Fault::LengthTooShort:
        sendHead(answer, half);
        m_socket->write(answer.body);
        finish(true);
        break;
    case Fault::NeverEnds:
        sendHead(answer, Endless);
        m_floodLeft = Endless;
        m_floodPiece = QByteArray(64 * 1024, ' ');
        flood();
        break;
    case Fault::HeaderFlood:
        m_socket->write("HTTP/1.1 200 OK\r\n");
        m_floodLeft = Endless;
        m_floodPiece = QByteArray("X-Flood: ") + QByteArray(1000, 'a') + "\r\n";
        flood();
        break;
    default:
        break; // NeverAnswers
    }
}

/// A length below zero: chunked.
void NastyConnection::sendHead(const ServerAnswer& answer, qint64 length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\n";
    for (const auto& [name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    if (!has(answer.headers, "Date")) {
        head += "Date: " + httpDate() + "\r\n";
    }
    const bool bodiless = answer.status == 204 || answer.status == 304;
    if (length < 0) {
        head += "Transfer-Encoding: chunked\r\n";
    } else if (!bodiless && !has(answer.headers, "Content-Length")) {
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    }
    if (answer.close) {
        head += "Connection: close\r\n";
    }
    m_socket->write(head + "\r\n");
}

void NastyConnection::finish(bool close)
{
    m_busy = false;
    m_listener.answered();
    if (close) {
        m_socket->disconnectFromHost();
    }
}

void NastyConnection::drip()
{
    m_socket->write(m_answer.body.isEmpty() ? QByteArray(" ")
                                            : m_answer.body.sliced(m_sent++ % m_answer.body.size(), 1));
    QTimer::singleShot(m_answer.interval, this, &NastyConnection::drip);
}

void NastyConnection::flood()
{
    while (m_floodLeft > 0 && m_socket->bytesToWrite() < MostBuffered) {
        m_floodLeft -= m_socket->write(m_floodPiece);
    }
}

/// A chunked body, a line a chunk.
void NastyConnection::stream()
{
    while (m_sent < m_answer.body.size()) {
        const qsizetype newline = m_answer.body.indexOf('\n', m_sent);
        const qsizetype end = newline < 0 ? m_answer.body.size() : newline + 1;
        const QByteArray line = m_answer.body.sliced(m_sent, end - m_sent);
        m_sent = end;
        m_socket->write(QByteArray::number(line.size(), 16) + "\r\n" + line + "\r\n");
        if (m_answer.chunkPause > Millis{0}) {
            QTimer::singleShot(m_answer.chunkPause, this, &NastyConnection::stream);
            return;
        }
    }
    m_socket->write("0\r\n\r\n");
    finish(m_answer.close);
}

void NastyConnection::resetSoon()
{
    m_socket->flush();
    QTimer::singleShot(ResetPause, this, [this] {
        m_socket->disconnect(this);
        reset();
        deleteLater();
    });
}

/// Closes with RST instead of FIN.
void NastyConnection::reset()
{
    const qintptr descriptor = m_socket->socketDescriptor();
    if (descriptor >= 0) {
        const linger hard{1, 0};
        ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }
    m_socket->abort();
}

} // namespace stowage::test
