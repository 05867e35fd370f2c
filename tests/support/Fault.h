// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <vector>

namespace stowage::test {

/// What NastyServer can do wrong. Each either spoils the bytes on the wire (and then carries half of whatever
/// good answer the path has), or answers with content of its own.
enum class Fault : quint8
{
    None,
    // the connection
    Refuses,      ///< nobody listens on the port; what was connected is reset
    NeverAnswers, ///< takes the request and is silent
    Drips,        ///< sends the headers, then a byte of the body every interval
    ResetsInHeaders,
    ResetsInBody,
    EndsEarly,      ///< closes in the middle of the body
    LengthTooLong,  ///< announces 100 bytes more than it sends, and keeps the connection
    LengthTooShort, ///< announces half of what it sends
    NeverEnds,      ///< 10 GB of body
    HeaderFlood,    ///< header fields without end
    // the content
    HtmlWith200,
    InvalidUtf8, ///< JSON whose strings are not UTF-8
    DeepJson,    ///< 100,000 brackets deep
    DuplicateKeys,
    HugeNumbers, ///< beyond 2^63, and 1e400
    GzipBomb,    ///< 80 MiB of zeros in half a megabyte
    // the protocol
    RedirectLoop,
    RedirectToStranger, ///< to another origin: NastyServer::stranger(), which records what arrives there
    TooManyRequests,    ///< 429 with `Retry-After: 1`, always
    UnavailableBurst,   ///< 503 three times, then the good answer
    DateTenYearsOff,    ///< the good answer, dated ten years ago
    // the certificate; the server must have been started with Tls
    SelfSigned,
    Expired,
    WrongHost,
};

/// All of them but None, in order.
std::vector<Fault> allFaults();

/// For the rows of table tests: "never answers".
const char* faultName(Fault fault);

/// Whether a server that shall show it must speak TLS.
bool needsTls(Fault fault);

} // namespace stowage::test

Q_DECLARE_METATYPE(stowage::test::Fault)
