// SPDX-License-Identifier: GPL-3.0-or-later
// A peer as fast as can be for bench_sweep: libmicrohttpd with prepared answers on one thread. Each node is a
// prefix of the path. Prints its port, and ends with its standard input.
#include "tests/bench/sweep/SweepWorkload.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <cstdio>
#include <string_view>
#include <unordered_map>

using namespace stowage;

namespace {

using HeldByDigest = std::unordered_map<std::string, bool>;

struct Server
{
    HeldByDigest held;
    MHD_Response* hit = nullptr;
    MHD_Response* miss = nullptr;
    MHD_Response* ready = nullptr;
};

ssize_t noBody(void*, uint64_t, char*, size_t)
{
    return MHD_CONTENT_READER_END_WITH_ERROR; // a HEAD has none
}

MHD_Response* prepared(uint64_t length, std::initializer_list<std::pair<const char*, const char*>> headers)
{
    MHD_Response* response = MHD_create_response_from_callback(length, 1, &noBody, nullptr, nullptr);
    for (const auto& [name, value] : headers) {
        MHD_add_response_header(response, name, value);
    }
    return response;
}

MHD_Result answer(void* self, MHD_Connection* connection, const char* url, const char*, const char*,
                  const char*, size_t*, void** context)
{
    static int headersSeen = 0;
    if (*context == nullptr) {
        *context = &headersSeen;
        return MHD_YES;
    }
    const auto* server = static_cast<const Server*>(self);
    const std::string_view path(url);
    const size_t slash = path.rfind('/');
    if (path.ends_with("/readyz")) {
        return MHD_queue_response(connection, 200, server->ready);
    }
    const auto found = server->held.find(std::string(path.substr(slash + 1)));
    const bool isHit = found != server->held.end() && found->second;
    return MHD_queue_response(connection, isHit ? 200 : 404, isHit ? server->hit : server->miss);
}

} // namespace

int main()
{
    Server server;
    for (int i = 0; i < bench::Digests; ++i) {
        server.held.emplace(bench::digestOf(i).toByteArray().toStdString(), bench::isHeld(i));
    }
    const QByteArray bytes = QByteArray::number(bench::Bytes);
    server.hit = prepared(bench::Bytes, {{"Content-Type", "application/octet-stream"},
                                         {"OCI-Namespace", "docker.io"},
                                         {"Accept-Ranges", "bytes"}});
    server.miss = prepared(139, {{"Content-Type", "application/json"}});
    server.ready = MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    MHD_Daemon* daemon =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, nullptr, nullptr, &answer, &server,
                         MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_CONNECTION_LIMIT, 1'024U, MHD_OPTION_END);
    if (daemon == nullptr) {
        return 1;
    }
    std::printf("%u\n", unsigned{MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port});
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    MHD_stop_daemon(daemon);
    for (MHD_Response* response : {server.hit, server.miss, server.ready}) {
        MHD_destroy_response(response);
    }
    return 0;
}
