// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/MicroServer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <utility>

namespace stowage {

namespace {

Error portError(quint16 port)
{
    const QString reason = QString::fromLocal8Bit(strerror(errno));
    return {ErrorKind::Connect,
            QCoreApplication::translate("MicroServer", "Cannot listen on port %1: %2").arg(port).arg(reason),
            QStringLiteral("127.0.0.1"),
            QCoreApplication::translate("MicroServer",
                                        "Close other programs or raise the limit of open files (ulimit -n)"),
            {}};
}

} // namespace

MicroServer::MicroServer(Handler handler, MicroEngine* shared)
    : m_own(shared == nullptr ? std::make_unique<MicroEngine>() : nullptr),
      m_engine(shared == nullptr ? *m_own : *shared)
{
    m_site.handler = std::move(handler);
}

MicroServer::~MicroServer()
{
    close();
}

Result<void> MicroServer::reserve(quint16 port)
{
    close();
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int on = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    const auto allowReuse = [&] {
        return setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0;
    };
    // What asks for any port may not reuse one yet: the system would look at far more of those taken.
    if (m_socket < 0 || (port != 0 && !allowReuse()) || bind(m_socket, generic, size) != 0 || !allowReuse() ||
        getsockname(m_socket, generic, &size) != 0) {
        const Error error = portError(port);
        close();
        return fail(error);
    }
    m_port = ntohs(address.sin_port);
    return {};
}

Result<void> MicroServer::listen()
{
    if (m_isListening) {
        return {};
    }
    if (m_socket < 0) {
        if (auto reserved = reserve(m_port); !reserved) {
            return reserved;
        }
    }
    if (::listen(m_socket, SOMAXCONN) != 0 || !m_engine.serve(m_socket, m_site)) {
        return fail(portError(m_port));
    }
    m_isListening = true;
    return {};
}

void MicroServer::refuse()
{
    if (!m_isListening) {
        return;
    }
    const quint16 port = m_port;
    if (!reserve(port)) {
        m_port = port; // somebody was quicker: listen() will try again and tell
    }
}

void MicroServer::close()
{
    if (std::exchange(m_isListening, false)) {
        m_engine.leave(m_socket, m_site);
    }
    if (m_socket >= 0) {
        ::close(std::exchange(m_socket, -1));
    }
    m_port = 0;
}

void MicroServer::resume()
{
    m_engine.resume(m_site);
}

QByteArray MicroServer::url() const
{
    return "http://127.0.0.1:" + QByteArray::number(m_port);
}

} // namespace stowage
