// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/MicroServer.h"

#include "app/demo/HangupWatch.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QHash>
#include <QSocketNotifier>

#include <cerrno>

namespace stowage {

namespace {

/// How often a server may go on with ready connections before the event loop gets its turn.
constexpr int RunsPerTurn = 8;

/// A bound for connections whose end the library overlooks (a short read that swallows the edge of the
/// hang-up). Only seen when the server runs anyway, so there is no timer behind it.
constexpr unsigned IdleSeconds = 300;

/// What we remember of the request that a connection is at. It belongs to the connection: the library does
/// not tell the end of a request that it refuses itself.
struct Exchange
{
    QByteArray target;
    bool headersSeen = false;
    bool abandoned = false; ///< the client left or the server stops: no answer any more
};

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

ssize_t noContent(void*, uint64_t, char*, size_t)
{
    return MHD_CONTENT_READER_END_WITH_ERROR; // never asked for a HEAD; cuts the connection of anything else
}

MHD_Response* makeResponse(const MicroResponse& answer)
{
    MHD_Response* response =
        answer.entityBytes >= 0 ? MHD_create_response_from_callback(static_cast<uint64_t>(answer.entityBytes),
                                                                    1, &noContent, nullptr, nullptr)
                                : MHD_create_response_from_buffer(static_cast<size_t>(answer.body.size()),
                                                                  const_cast<char*>(answer.body.constData()),
                                                                  MHD_RESPMEM_MUST_COPY);
    if (response != nullptr) {
        for (const auto& [name, value] : answer.headers) {
            MHD_add_response_header(response, name.constData(), value.constData());
        }
    }
    return response;
}

MHD_Result sendResponse(MHD_Connection* connection, const MicroResponse& answer)
{
    MHD_Response* response = makeResponse(answer);
    if (response == nullptr) {
        return MHD_NO;
    }
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return queued;
}

/// As Go's server answers what it cannot read.
MicroResponse badRequest()
{
    return {
        400, {{"Content-Type", "text/plain; charset=utf-8"}, {"Connection", "close"}}, "400 Bad Request", -1};
}

MHD_Result collectHeader(void* to, MHD_ValueKind, const char* name, size_t nameSize, const char* value,
                         size_t valueSize)
{
    auto* headers = static_cast<decltype(MicroRequest::headers)*>(to);
    headers->emplace_back(QByteArrayView(name, static_cast<qsizetype>(nameSize)),
                          value == nullptr ? QByteArrayView()
                                           : QByteArrayView(value, static_cast<qsizetype>(valueSize)));
    return MHD_YES;
}

int socketOf(MHD_Connection* connection)
{
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}

} // namespace

class MicroServer::Private
{
public:
    explicit Private(Handler theHandler) : handler(std::move(theHandler)) {}

    void run();
    void runSoon();
    void dropHanging(int socket);
    bool startDaemon();
    void stopDaemon();
    MHD_Result answer(MHD_Connection* connection, const char* method, Exchange& exchange);
    MHD_Result suspend(MHD_Connection* connection, Exchange& exchange);

    static void onConnection(void* self, MHD_Connection* connection, void** context,
                             MHD_ConnectionNotificationCode what);
    static void* onFirstLine(void* self, const char* target, MHD_Connection* connection);
    static MHD_Result onRequest(void* self, MHD_Connection* connection, const char* url, const char* method,
                                const char* version, const char* upload, size_t* uploadSize, void** context);

    struct Hanging
    {
        MHD_Connection* connection;
        Exchange* exchange;
    };

    Handler handler;
    quint16 port = 0;
    int socket = -1; ///< bound and not listening; -1 while the daemon owns the socket
    MHD_Daemon* daemon = nullptr;
    std::unique_ptr<QSocketNotifier> notifier;
    std::unique_ptr<HangupWatch> hangups; ///< from the first hanging request on
    QHash<int, Hanging> hanging;          ///< by socket
};

void MicroServer::Private::onConnection(void*, MHD_Connection*, void** context,
                                        MHD_ConnectionNotificationCode what)
{
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        *context = new Exchange;
    } else {
        delete static_cast<Exchange*>(std::exchange(*context, nullptr));
    }
}

void* MicroServer::Private::onFirstLine(void*, const char* target, MHD_Connection* connection)
{
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    auto* exchange = static_cast<Exchange*>(info->socket_context);
    *exchange = {QByteArray(target), false, false};
    return exchange;
}

MHD_Result MicroServer::Private::onRequest(void* self, MHD_Connection* connection, const char*,
                                           const char* method, const char*, const char*, size_t* uploadSize,
                                           void** context)
{
    auto* exchange = static_cast<Exchange*>(*context);
    if (exchange == nullptr || exchange->abandoned) {
        return MHD_NO;
    }
    // Called once for the headers, then for each piece of a body, then for the answer.
    if (!std::exchange(exchange->headersSeen, true)) {
        return MHD_YES;
    }
    if (*uploadSize > 0) {
        *uploadSize = 0;
        return MHD_YES;
    }
    return static_cast<Private*>(self)->answer(connection, method, *exchange);
}

MHD_Result MicroServer::Private::answer(MHD_Connection* connection, const char* method, Exchange& exchange)
{
    MicroRequest request;
    request.method = QByteArrayView(method);
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, &collectHeader, &request.headers);
    if (!request.setTarget(exchange.target)) {
        return sendResponse(connection, badRequest());
    }
    const MicroAnswer answer = handler(request);
    if (const auto* response = std::get_if<MicroResponse>(&answer)) {
        return sendResponse(connection, *response);
    }
    return suspend(connection, exchange);
}

MHD_Result MicroServer::Private::suspend(MHD_Connection* connection, Exchange& exchange)
{
    if (!hangups) {
        hangups = std::make_unique<HangupWatch>([this](int fd) { dropHanging(fd); });
    }
    const int fd = socketOf(connection);
    MHD_suspend_connection(connection);
    hanging.insert(fd, {connection, &exchange});
    hangups->add(fd);
    return MHD_YES;
}

void MicroServer::Private::dropHanging(int fd)
{
    const auto found = hanging.constFind(fd);
    if (found == hanging.cend()) {
        return;
    }
    found->exchange->abandoned = true;
    MHD_resume_connection(found->connection); // the daemon asks again and is told to cut
    hanging.erase(found);
    runSoon();
}

void MicroServer::Private::run()
{
    for (int i = 0; i < RunsPerTurn; ++i) {
        MHD_run(daemon);
        // The daemon's own epoll is edge-triggered: what it did not finish it tells by a time-out of zero
        // alone.
        MHD_UNSIGNED_LONG_LONG timeout = 0;
        if (MHD_get_timeout(daemon, &timeout) != MHD_YES || timeout > 0) {
            return;
        }
    }
    runSoon();
}

void MicroServer::Private::runSoon()
{
    QMetaObject::invokeMethod(
        notifier.get(), [this] { run(); }, Qt::QueuedConnection);
}

bool MicroServer::Private::startDaemon()
{
    daemon =
        MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, port, nullptr, nullptr, &onRequest, this,
                         MHD_OPTION_LISTEN_SOCKET, static_cast<MHD_socket>(socket),
                         MHD_OPTION_URI_LOG_CALLBACK, &onFirstLine, this, MHD_OPTION_NOTIFY_CONNECTION,
                         &onConnection, this, MHD_OPTION_CONNECTION_TIMEOUT, IdleSeconds, MHD_OPTION_END);
    if (daemon == nullptr) {
        return false;
    }
    socket = -1;
    const int epoll = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
    notifier = std::make_unique<QSocketNotifier>(epoll, QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), [this] { run(); });
    return true;
}

void MicroServer::Private::stopDaemon()
{
    if (daemon == nullptr) {
        return;
    }
    notifier.reset();
    hangups.reset();
    for (const Hanging& one : std::as_const(hanging)) {
        one.exchange->abandoned = true;
        MHD_resume_connection(one.connection); // a daemon with suspended connections cannot stop
    }
    hanging.clear();
    MHD_stop_daemon(std::exchange(daemon, nullptr));
}

MicroServer::MicroServer(Handler handler) : d(std::make_unique<Private>(std::move(handler))) {}

MicroServer::~MicroServer()
{
    close();
}

Result<void> MicroServer::reserve(quint16 port)
{
    close();
    d->socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int on = 1;
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (d->socket < 0 || setsockopt(d->socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
        bind(d->socket, generic, size) != 0 || getsockname(d->socket, generic, &size) != 0) {
        const Error error = portError(port);
        close();
        return fail(error);
    }
    d->port = ntohs(address.sin_port);
    return {};
}

Result<void> MicroServer::listen()
{
    if (isListening()) {
        return {};
    }
    if (d->socket < 0) {
        if (auto reserved = reserve(d->port); !reserved) {
            return reserved;
        }
    }
    if (::listen(d->socket, SOMAXCONN) != 0 || !d->startDaemon()) {
        return fail(portError(d->port));
    }
    return {};
}

void MicroServer::refuse()
{
    if (!isListening()) {
        return;
    }
    const quint16 port = d->port;
    d->stopDaemon();
    if (!reserve(port)) {
        d->port = port; // somebody was quicker: listen() will try again and tell
    }
}

void MicroServer::close()
{
    d->stopDaemon();
    if (d->socket >= 0) {
        ::close(std::exchange(d->socket, -1));
    }
    d->port = 0;
}

void MicroServer::resume()
{
    for (auto it = d->hanging.cbegin(); it != d->hanging.cend(); ++it) {
        d->hangups->remove(it.key());
        MHD_resume_connection(it->connection);
    }
    if (!std::exchange(d->hanging, {}).isEmpty()) {
        d->runSoon(); // nothing in the daemon's epoll tells of resumed connections
    }
}

bool MicroServer::isListening() const
{
    return d->daemon != nullptr;
}

quint16 MicroServer::port() const
{
    return d->port;
}

QByteArray MicroServer::url() const
{
    return "http://127.0.0.1:" + QByteArray::number(d->port);
}

int MicroServer::connectionCount() const
{
    return isListening()
               ? static_cast<int>(
                     MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS)->num_connections)
               : 0;
}

int MicroServer::suspendedCount() const
{
    return static_cast<int>(d->hanging.size());
}

} // namespace stowage
