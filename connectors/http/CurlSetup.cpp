// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/CurlSetup.h"

#include "connectors/http/Url.h"

#include <curl/curl.h>

#include <QFile>
#include <QHostAddress>

namespace stowage {
namespace {

/// How long IPv6 has before IPv4 is tried beside it (RFC 8305 names 250 ms); well within the second that a
/// dead IPv6 may cost.
constexpr long HappyEyeballsMs = 200;

void setUpTrust(CURL* handle, const Endpoint& endpoint, bool foreign)
{
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!endpoint.caFile.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_CAINFO, QFile::encodeName(endpoint.caFile).constData());
        if (!foreign) {
            // libcurl would look into the system's directory as well, and trust more than was asked for.
            curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
        }
    }
    if (foreign) {
        return;
    }
    if (!endpoint.clientCertificate.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_SSLCERT, QFile::encodeName(endpoint.clientCertificate).constData());
        curl_easy_setopt(handle, CURLOPT_SSLKEY, QFile::encodeName(endpoint.clientKey).constData());
    }
    if (!endpoint.pin.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_PINNEDPUBLICKEY, endpoint.pin.constData());
    }
}

std::shared_ptr<curl_slist> resolveList(const Endpoint& endpoint)
{
    curl_slist* list = nullptr;
    for (const QByteArray& entry : endpoint.resolve) {
        list = curl_slist_append(list, entry.constData());
    }
    return {list, &curl_slist_free_all};
}

/// Whether the server is named by its address, so that there is nothing to resolve.
bool isAddress(const Endpoint& endpoint)
{
    const auto url = Url::parse(endpoint.baseUrl);
    if (!url || !endpoint.resolve.empty() || !endpoint.proxy.isEmpty()) {
        return false;
    }
    QString host = QString::fromLatin1(url->host);
    host.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    return QHostAddress().setAddress(host);
}

} // namespace

std::shared_ptr<curl_slist> setUpHandle(CURL* handle, const Endpoint& endpoint, const QByteArray& userAgent,
                                        bool foreign)
{
    // No signals for time-outs (threads), no waiting for a name that resolves forever when a transfer is
    // called off.
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    // Parallel requests on own connections: the budget counts connections, and a sweep wants them.
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS, HappyEyeballsMs);
    curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, userAgent.constData());
    if (isAddress(endpoint) && !foreign) {
        // libcurl keeps "names" that are addresses too, and goes through all that it keeps at each new
        // connection: with thousands of nodes that is most of what it does.
        curl_easy_setopt(handle, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
    }
    // An empty proxy forbids libcurl to look into the environment.
    curl_easy_setopt(handle, CURLOPT_PROXY, endpoint.proxy.isEmpty() ? "" : endpoint.proxy.constData());
    curl_easy_setopt(handle, CURLOPT_NOPROXY, "");
    setUpTrust(handle, endpoint, foreign);
    auto resolve = resolveList(endpoint);
    curl_easy_setopt(handle, CURLOPT_RESOLVE, resolve.get());
    return resolve;
}

} // namespace stowage
