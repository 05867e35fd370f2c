// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "tests/support/Fault.h"

#include <QByteArray>

#include <functional>
#include <utility>
#include <vector>

namespace stowage::test {

using HeaderFields = std::vector<std::pair<QByteArray, QByteArray>>;

/// A request as it arrived.
struct RecordedRequest
{
    QByteArray method;
    QByteArray target; ///< as on the request line, with query
    QByteArray path;   ///< without query
    HeaderFields headers;
    QByteArray body;
    int connection = 0; ///< counted from 1

    /// The field's value, name without regard to case; null when absent.
    QByteArray header(const QByteArray& name) const;
};

/// What the server says. Content-Length and Date are added; a HEAD gets the headers alone.
struct ServerAnswer
{
    int status = 200;
    HeaderFields headers;
    QByteArray body;
    Fault fault = Fault::None;
    Millis interval{1000}; ///< of Drips
    Millis delay{0};       ///< before the first byte
    bool close = false;    ///< the connection afterwards
    bool chunked = false;  ///< instead of a Content-Length
    Millis chunkPause{0};  ///< between the lines of a chunked body: a slow stream

    static ServerAnswer json(QByteArray body, int status = 200);
    static ServerAnswer text(QByteArray body, int status = 200);
    static ServerAnswer redirect(QByteArray location, int status = 302);
    /// A good answer spoilt: `of(Fault::EndsEarly)`.
    static ServerAnswer of(Fault fault, Millis interval = Millis{1000});
    ServerAnswer with(QByteArray name, QByteArray value) const;
};

/// Works out an answer; runs on the server's thread, so it may touch nothing of the test's but what it was
/// given by value (or atomics).
using ServerHandler = std::function<ServerAnswer(const RecordedRequest&)>;

} // namespace stowage::test

Q_DECLARE_METATYPE(stowage::test::ServerAnswer)
