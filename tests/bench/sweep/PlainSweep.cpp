// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sweep/PlainSweep.h"

#include <curl/curl.h>
#include <strings.h>

namespace stowage::bench {
namespace {

/// One answer's fields that matter.
struct Answer
{
    bool isLocal = false;
    bool isJson = false;
    long long length = -1;
};

bool begins(const char* line, size_t size, const char* name, size_t nameSize)
{
    return size > nameSize && strncasecmp(line, name, nameSize) == 0;
}

size_t takeHeader(char* line, size_t size, size_t count, void* to)
{
    auto* answer = static_cast<Answer*>(to);
    const size_t length = size * count;
    if (begins(line, length, "OCI-Namespace:", 14)) {
        answer->isLocal = true;
    } else if (begins(line, length, "Content-Type: application/json", 30)) {
        answer->isJson = true;
    } else if (begins(line, length, "Content-Length:", 15)) {
        answer->length = std::atoll(line + 15);
    }
    return length;
}

struct Transfer
{
    CURL* handle = nullptr;
    Answer answer;
};

class Loop
{
public:
    Loop(const std::vector<QByteArray>& urls, int connections) : m_urls(urls), m_transfers(connections)
    {
        m_headers = curl_slist_append(nullptr, "X-Spegel-Mirrored: true");
        for (Transfer& transfer : m_transfers) {
            transfer.handle = curl_easy_init();
            curl_easy_setopt(transfer.handle, CURLOPT_NOSIGNAL, 1L);
            curl_easy_setopt(transfer.handle, CURLOPT_NOBODY, 1L);
            curl_easy_setopt(transfer.handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
            curl_easy_setopt(transfer.handle, CURLOPT_PROXY, "");
            curl_easy_setopt(transfer.handle, CURLOPT_HTTPHEADER, m_headers);
            curl_easy_setopt(transfer.handle, CURLOPT_HEADERFUNCTION, &takeHeader);
            curl_easy_setopt(transfer.handle, CURLOPT_HEADERDATA, &transfer.answer);
            curl_easy_setopt(transfer.handle, CURLOPT_PRIVATE, &transfer);
            curl_easy_setopt(transfer.handle, CURLOPT_TIMEOUT_MS, 10'000L);
            next(transfer);
        }
    }
    ~Loop()
    {
        for (const Transfer& transfer : m_transfers) {
            curl_easy_cleanup(transfer.handle);
        }
        curl_multi_cleanup(m_multi);
        curl_slist_free_all(m_headers);
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    int run()
    {
        int running = 1;
        while (running > 0) {
            curl_multi_perform(m_multi, &running);
            int left = 0;
            while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
                void* self = nullptr;
                curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &self);
                if (message->data.result != CURLE_OK) {
                    return -1;
                }
                running += take(*static_cast<Transfer*>(self)) ? 1 : 0;
            }
            if (running > 0) {
                curl_multi_poll(m_multi, nullptr, 0, 1'000, nullptr);
            }
        }
        return m_held;
    }

private:
    bool take(Transfer& transfer)
    {
        long status = 0;
        curl_easy_getinfo(transfer.handle, CURLINFO_RESPONSE_CODE, &status);
        m_held += status == 200 && transfer.answer.isLocal && transfer.answer.length >= 0 ? 1 : 0;
        curl_multi_remove_handle(m_multi, transfer.handle);
        return next(transfer);
    }

    bool next(Transfer& transfer)
    {
        if (m_next == m_urls.size()) {
            return false;
        }
        transfer.answer = {};
        curl_easy_setopt(transfer.handle, CURLOPT_URL, m_urls[m_next++].constData());
        curl_multi_add_handle(m_multi, transfer.handle);
        return true;
    }

    const std::vector<QByteArray>& m_urls;
    std::vector<Transfer> m_transfers;
    CURLM* m_multi = curl_multi_init();
    curl_slist* m_headers = nullptr;
    size_t m_next = 0;
    int m_held = 0;
};

} // namespace

int plainSweep(const std::vector<QByteArray>& urls, int connections)
{
    return Loop(urls, connections).run();
}

} // namespace stowage::bench
