// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/MicroEngine.h"

#include "app/demo/MicroExchange.h"
#include "app/demo/MicroReply.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace stowage {

namespace {

/// How often the daemon may go on with ready connections before the event loop gets its turn.
constexpr int RunsPerTurn = 8;

/// New connections taken from one port before the next has its turn.
constexpr int AcceptsPerTurn = 16;

/// A bound for connections whose end the library overlooks (a short read that swallows the edge of the
/// hang-up). Only seen when the daemon runs anyway, so there is no timer behind it.
constexpr unsigned IdleSeconds = 300;

/// The library's own limit is meant for select().
constexpr unsigned MostConnections = 100'000;

/// Of each connection; the library's 32 KiB are for uploads, and there are thousands of connections.
constexpr size_t ConnectionMemory = size_t{16} << 10;

/// What is longer of a request's body is not kept.
constexpr qsizetype MostBody = qsizetype{64} << 10;

MHD_Result collectHeader(void* to, MHD_ValueKind, const char* name, size_t nameSize, const char* value,
                         size_t valueSize)
{
    auto* headers = static_cast<decltype(MicroRequest::headers)*>(to);
    const auto view = [](const char* data, size_t size) {
        return data == nullptr ? QByteArrayView() : QByteArrayView(data, static_cast<qsizetype>(size));
    };
    headers->emplace_back(view(name, nameSize), view(value, valueSize));
    return MHD_YES;
}

int spareDescriptor()
{
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

} // namespace

/// What the library calls.
struct MicroEngine::Library
{
    static void onConnection(void* self, MHD_Connection* connection, void** context,
                             MHD_ConnectionNotificationCode what)
    {
        auto* engine = static_cast<MicroEngine*>(self);
        auto* exchange = static_cast<Exchange*>(*context);
        if (what == MHD_CONNECTION_NOTIFY_STARTED) {
            engine->opened(connection, exchange);
            *context = exchange;
        } else {
            *context = nullptr;
            engine->closed(exchange);
        }
    }

    static void* onFirstLine(void*, const char* target, MHD_Connection* connection)
    {
        const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
        auto* exchange = static_cast<Exchange*>(info->socket_context);
        exchange->target = target;
        exchange->headersSeen = false;
        exchange->body.clear();
        return exchange;
    }

    static MHD_Result onRequest(void* self, MHD_Connection*, const char*, const char* method, const char*,
                                const char* upload, size_t* uploadSize, void** context)
    {
        auto* exchange = static_cast<Exchange*>(*context);
        if (exchange == nullptr || exchange->site == nullptr || exchange->isAbandoned) {
            return MHD_NO;
        }
        // Called once for the headers, then for each piece of a body, then for the answer.
        if (!std::exchange(exchange->headersSeen, true)) {
            return MHD_YES;
        }
        if (*uploadSize > 0) {
            if (exchange->body.size() + static_cast<qsizetype>(*uploadSize) <= MostBody) {
                exchange->body.append(upload, static_cast<qsizetype>(*uploadSize));
            }
            *uploadSize = 0;
            return MHD_YES;
        }
        return static_cast<MicroEngine*>(self)->answer(method, *exchange) ? MHD_YES : MHD_NO;
    }
};

MicroEngine::MicroEngine() = default;

MicroEngine::~MicroEngine()
{
    m_activity.reset();
    m_arrivals.reset();
    if (m_daemon != nullptr) {
        for (Exchange* exchange : std::as_const(m_exchanges)) {
            exchange->site = nullptr;
            if (exchange->hangs) {
                MHD_resume_connection(exchange->connection); // else the daemon cannot stop
            }
        }
        MHD_stop_daemon(std::exchange(m_daemon, nullptr));
    }
    for (const int descriptor : {m_listening, m_spare}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
}

bool MicroEngine::startDaemon()
{
    if (m_daemon != nullptr) {
        return true;
    }
    m_listening = m_listening >= 0 ? m_listening : epoll_create1(EPOLL_CLOEXEC);
    m_spare = m_spare >= 0 ? m_spare : spareDescriptor();
    if (m_listening < 0 || m_spare < 0) {
        return false;
    }
    m_daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_NO_LISTEN_SOCKET, 0,
                                nullptr, nullptr, &Library::onRequest, this, MHD_OPTION_URI_LOG_CALLBACK,
                                &Library::onFirstLine, this, MHD_OPTION_NOTIFY_CONNECTION,
                                &Library::onConnection, this, MHD_OPTION_CONNECTION_TIMEOUT, IdleSeconds,
                                MHD_OPTION_CONNECTION_LIMIT, MostConnections,
                                MHD_OPTION_CONNECTION_MEMORY_LIMIT, ConnectionMemory, MHD_OPTION_END);
    if (m_daemon == nullptr) {
        return false;
    }
    m_arrivals = std::make_unique<QSocketNotifier>(m_listening, QSocketNotifier::Read);
    connect(m_arrivals.get(), &QSocketNotifier::activated, this, &MicroEngine::acceptReady);
    const int epoll = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
    m_activity = std::make_unique<QSocketNotifier>(epoll, QSocketNotifier::Read);
    connect(m_activity.get(), &QSocketNotifier::activated, this, &MicroEngine::run);
    return true;
}

bool MicroEngine::serve(int socket, MicroSite& site)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    if (!startDaemon() || epoll_ctl(m_listening, EPOLL_CTL_ADD, socket, &event) != 0) {
        return false;
    }
    m_sites.insert(socket, &site);
    return true;
}

void MicroEngine::leave(int socket, MicroSite& site)
{
    epoll_ctl(m_listening, EPOLL_CTL_DEL, socket, nullptr);
    m_sites.remove(socket);
    for (Exchange* exchange : exchangesOf(site)) {
        exchange->site = nullptr;
        ::shutdown(exchange->socket, SHUT_RDWR);
        if (exchange->hangs) {
            wake(*exchange);
        }
    }
    for (auto it = m_arriving.begin(); it != m_arriving.end(); ++it) {
        if (*it == &site) {
            *it = nullptr;
            ::shutdown(it.key(), SHUT_RDWR);
        }
    }
    site.connections = 0;
    site.hanging = 0;
}

void MicroEngine::resume(MicroSite& site)
{
    for (Exchange* exchange : exchangesOf(site)) {
        if (exchange->hangs) {
            wake(*exchange);
        }
    }
    site.hanging = 0;
}

std::vector<MicroEngine::Exchange*> MicroEngine::exchangesOf(const MicroSite& site) const
{
    std::vector<Exchange*> found;
    for (Exchange* exchange : m_exchanges) {
        if (exchange->site == &site) {
            found.push_back(exchange);
        }
    }
    return found;
}

void MicroEngine::acceptReady()
{
    // One batch a turn: the notifier is level-triggered and comes back for the rest.
    std::array<epoll_event, 64> events{};
    const int count = epoll_wait(m_listening, events.data(), static_cast<int>(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        accept(events[static_cast<size_t>(i)].data.fd);
    }
}

void MicroEngine::accept(int socket)
{
    for (int i = 0; i < AcceptsPerTurn; ++i) {
        sockaddr_in from{};
        socklen_t size = sizeof from;
        auto* address = reinterpret_cast<sockaddr*>(&from);
        const int fd = ::accept4(socket, address, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) {
            if (errno == EMFILE || errno == ENFILE) {
                shed(socket);
            }
            return;
        }
        m_arriving.insert(fd, m_sites.value(socket));
        if (MHD_add_connection(m_daemon, fd, address, size) != MHD_YES) {
            m_arriving.remove(fd); // the library has closed it
        }
    }
}

/// Without a descriptor left the client could not even be sent away, and its waiting would keep us busy.
void MicroEngine::shed(int socket)
{
    ::close(std::exchange(m_spare, -1));
    const int fd = ::accept4(socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (fd >= 0) {
        ::close(fd);
    }
    m_spare = spareDescriptor();
}

void MicroEngine::run()
{
    for (int i = 0; i < RunsPerTurn; ++i) {
        MHD_run(m_daemon);
        // The daemon's own epoll is edge-triggered: what it did not finish it tells by a time-out of zero
        // alone.
        MHD_UNSIGNED_LONG_LONG timeout = 0;
        if (MHD_get_timeout(m_daemon, &timeout) != MHD_YES || timeout > 0) {
            return;
        }
    }
    runSoon();
}

void MicroEngine::runSoon()
{
    if (!std::exchange(m_willRun, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_willRun = false;
                run();
            },
            Qt::QueuedConnection);
    }
}

void MicroEngine::opened(MHD_Connection* connection, Exchange*& exchange)
{
    exchange = new Exchange;
    exchange->connection = connection;
    exchange->socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    exchange->site = m_arriving.take(exchange->socket);
    m_exchanges.insert(exchange->socket, exchange);
    if (exchange->site != nullptr) {
        ++exchange->site->connections;
    }
}

void MicroEngine::closed(Exchange* exchange)
{
    m_exchanges.remove(exchange->socket);
    if (exchange->site != nullptr) {
        --exchange->site->connections;
    }
    if (exchange->stream) {
        exchange->stream->leave();
    }
    delete exchange;
}

bool MicroEngine::answer(const char* method, Exchange& exchange)
{
    MicroRequest request;
    request.method = QByteArrayView(method);
    MHD_get_connection_values_n(exchange.connection, MHD_HEADER_KIND, &collectHeader, &request.headers);
    if (!request.setTarget(exchange.target)) {
        return sendResponse(exchange.connection, badRequest());
    }
    request.body = exchange.body;
    const MicroAnswer answer = exchange.site->handler(request);
    if (const auto* streaming = std::get_if<MicroStreaming>(&answer)) {
        return stream(exchange, *streaming);
    }
    if (const auto* response = std::get_if<MicroResponse>(&answer)) {
        return sendResponse(exchange.connection, *response);
    }
    suspend(exchange);
    return true;
}

void MicroEngine::suspend(Exchange& exchange)
{
    if (!m_hangups) {
        m_hangups = std::make_unique<HangupWatch>([this](int fd) { dropHanging(fd); });
    }
    MHD_suspend_connection(exchange.connection);
    exchange.hangs = true;
    ++exchange.site->hanging;
    m_hangups->add(exchange.socket);
}

/// The daemon asks again, or is told to cut. Nothing in its epoll tells of resumed connections.
void MicroEngine::wake(Exchange& exchange)
{
    exchange.hangs = false;
    m_hangups->remove(exchange.socket);
    MHD_resume_connection(exchange.connection);
    runSoon();
}

void MicroEngine::dropHanging(int fd)
{
    Exchange* exchange = m_exchanges.value(fd);
    if (exchange != nullptr && exchange->hangs) {
        exchange->isAbandoned = true;
        --exchange->site->hanging;
        wake(*exchange);
    }
}

} // namespace stowage
