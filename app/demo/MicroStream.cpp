// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/MicroExchange.h"

#include <microhttpd.h>

#include <algorithm>
#include <cstring>

namespace stowage {
namespace {

constexpr size_t Block = size_t{16} << 10;

} // namespace

void MicroStream::write(const QByteArray& bytes)
{
    if (m_isOver || m_isEnded || bytes.isEmpty()) {
        return;
    }
    m_waiting += bytes;
    if (const auto wake = std::exchange(m_wake, nullptr)) {
        wake();
    }
}

void MicroStream::end()
{
    m_isEnded = true;
    if (const auto wake = std::exchange(m_wake, nullptr)) {
        wake();
    }
}

void MicroStream::leave()
{
    m_isOver = true;
    m_wake = nullptr;
    m_waiting.clear();
}

/// The library asks for bytes; while there are none the connection sleeps.
bool MicroEngine::stream(Exchange& exchange, const MicroStreaming& answer)
{
    struct Reading
    {
        MicroEngine* engine;
        Exchange* exchange;
        std::shared_ptr<MicroStream> stream;

        static ssize_t read(void* self, uint64_t, char* to, size_t most)
        {
            const auto* reading = static_cast<Reading*>(self);
            MicroStream& stream = *reading->stream;
            if (reading->exchange->site == nullptr || reading->exchange->isAbandoned) {
                return MHD_CONTENT_READER_END_WITH_ERROR;
            }
            if (stream.m_waiting.isEmpty() && stream.m_isEnded) {
                return MHD_CONTENT_READER_END_OF_STREAM;
            }
            if (stream.m_waiting.isEmpty()) {
                reading->engine->suspend(*reading->exchange);
                stream.m_wake = [engine = reading->engine, waiting = reading->exchange] {
                    if (waiting->hangs && waiting->site != nullptr) {
                        --waiting->site->hanging;
                        engine->wake(*waiting);
                    }
                };
                return 0;
            }
            const auto size = std::min(static_cast<qsizetype>(most), stream.m_waiting.size());
            std::memcpy(to, stream.m_waiting.constData(), static_cast<size_t>(size));
            stream.m_waiting.remove(0, size);
            return static_cast<ssize_t>(size);
        }

        static void drop(void* self)
        {
            auto* reading = static_cast<Reading*>(self);
            reading->stream->leave();
            delete reading;
        }
    };
    exchange.stream = answer.stream;
    auto* reading = new Reading{this, &exchange, answer.stream};
    MHD_Response* response =
        MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, Block, &Reading::read, reading, &Reading::drop);
    if (response == nullptr) {
        delete reading;
        return false;
    }
    for (const auto& [name, value] : answer.head.headers) {
        MHD_add_response_header(response, name.constData(), value.constData());
    }
    const auto status = static_cast<unsigned>(answer.head.status);
    const MHD_Result queued = MHD_queue_response(exchange.connection, status, response);
    MHD_destroy_response(response);
    return queued == MHD_YES;
}

} // namespace stowage
