// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/MicroReply.h"

#include <microhttpd.h>

namespace stowage {
namespace {

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

} // namespace

bool sendResponse(MHD_Connection* connection, const MicroResponse& answer)
{
    MHD_Response* response = makeResponse(answer);
    if (response == nullptr) {
        return false;
    }
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return queued == MHD_YES;
}

MicroResponse badRequest()
{
    return {
        400, {{"Content-Type", "text/plain; charset=utf-8"}, {"Connection", "close"}}, "400 Bad Request", -1};
}

} // namespace stowage
