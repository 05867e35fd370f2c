// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/TransferPool.h"

#include <curl/curl.h>

#include <algorithm>

namespace stowage {
namespace {

/// Kept connections over all hosts; a file descriptor each, within the usual limit of 1,024 beside those in
/// use.
constexpr long MostKeptConnections = 384;

constexpr std::chrono::minutes LongestSleep{1};

} // namespace

TransferPool::TransferPool()
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, MostKeptConnections);
}

TransferPool::~TransferPool()
{
    curl_multi_cleanup(m_multi);
    curl_global_cleanup();
}

void TransferPool::wake()
{
    curl_multi_wakeup(m_multi);
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
    // curl_multi_perform would ask the system for each of the others whether there is something to read, a
    // call a transfer. This runs those that are due by time: the new ones.
    int running = 0;
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
    curl_multi_perform(m_multi, &running);
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
    const auto sleep =
        std::clamp<SteadyTime::duration>(until - now, SteadyTime::duration::zero(), LongestSleep);
    const auto millis = std::chrono::ceil<Millis>(sleep);
    curl_multi_poll(m_multi, nullptr, 0, static_cast<int>(millis.count()), nullptr);
}

} // namespace stowage
