// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/TransferPool.h"

#include <curl/curl.h>

#include <algorithm>

namespace stowage {
namespace {

/// Kept connections over all hosts; a file descriptor each, within the usual limit of 1,024 beside those in
/// use.
constexpr long MostKeptConnections = 384;

int selected(quint8 events)
{
    return (events & SocketWatch::Readable ? CURL_CSELECT_IN : 0) |
           (events & SocketWatch::Writable ? CURL_CSELECT_OUT : 0) |
           (events & SocketWatch::Broken ? CURL_CSELECT_ERR : 0);
}

} // namespace

/// libcurl's callbacks; `self` is the pool.
struct TransferPool::Callbacks
{
    static int socket(CURL* /*easy*/, curl_socket_t socket, int what, void* self, void* /*of the socket*/)
    {
        const unsigned events =
            (what == CURL_POLL_IN || what == CURL_POLL_INOUT ? SocketWatch::Readable : SocketWatch::Nothing) |
            (what == CURL_POLL_OUT || what == CURL_POLL_INOUT ? SocketWatch::Writable : SocketWatch::Nothing);
        static_cast<TransferPool*>(self)->m_watch.watch(socket, static_cast<quint8>(events));
        return 0;
    }

    static int timer(CURLM* /*multi*/, long millis, void* self)
    {
        auto* pool = static_cast<TransferPool*>(self);
        pool->m_timer.reset();
        if (millis >= 0) {
            pool->m_timer = std::chrono::steady_clock::now() + Millis{millis};
        }
        return 0;
    }
};

TransferPool::TransferPool()
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, MostKeptConnections);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Callbacks::socket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Callbacks::timer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
}

TransferPool::~TransferPool()
{
    curl_multi_cleanup(m_multi);
    curl_global_cleanup();
}

void TransferPool::wake()
{
    m_watch.wake();
}

void TransferPool::start(CurlTransfer& transfer)
{
    transfer.slot = m_running.size();
    m_running.push_back(&transfer);
    m_nextDue = std::min(m_nextDue, transfer.due());
    curl_multi_add_handle(m_multi, transfer.handle());
}

bool TransferPool::push()
{
    // Those that are due by time: the new ones.
    int running = 0;
    m_timer.reset();
    curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
    return static_cast<size_t>(running) < m_running.size();
}

void TransferPool::resume(CurlTransfer& transfer)
{
    transfer.resume();
    m_nextDue = std::min(m_nextDue, transfer.due());
}

void TransferPool::abandon(CurlTransfer& transfer)
{
    remove(transfer);
}

void TransferPool::remove(CurlTransfer& transfer)
{
    curl_multi_remove_handle(m_multi, transfer.handle());
    m_running.back()->slot = transfer.slot;
    std::swap(m_running[transfer.slot], m_running.back());
    m_running.pop_back();
}

void TransferPool::run(SteadyTime now, std::vector<Ended>& ended)
{
    int running = 0;
    for (const SocketWatch::Happening& happening : m_happened) {
        curl_multi_socket_action(m_multi, happening.socket, selected(happening.events), &running);
    }
    m_happened.clear();
    if (m_timer && now >= *m_timer) {
        m_timer.reset();
        curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        char* self = nullptr;
        const int code = message->data.result;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &self);
        auto* transfer = reinterpret_cast<CurlTransfer*>(self); // NOLINT(performance-no-int-to-ptr)
        remove(*transfer);
        ended.push_back({transfer, code});
    }
    if (now >= m_nextDue) {
        expire(now, ended);
    }
}

void TransferPool::expire(SteadyTime now, std::vector<Ended>& ended)
{
    m_nextDue = SteadyTime::max();
    for (size_t i = m_running.size(); i-- > 0;) {
        CurlTransfer& transfer = *m_running[i];
        const Halt passed = transfer.limitPassed(now);
        if (passed == Halt::None) {
            m_nextDue = std::min(m_nextDue, transfer.due());
            continue;
        }
        transfer.halt(passed);
        remove(transfer);
        ended.push_back({&transfer, CURLE_OK});
    }
}

void TransferPool::wait(SteadyTime now, SteadyTime until)
{
    m_watch.wait(now, m_timer ? std::min(until, *m_timer) : until, m_happened);
}

} // namespace stowage
