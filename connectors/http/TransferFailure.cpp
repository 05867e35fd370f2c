// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/TransferFailure.h"

#include "connectors/http/TlsFailure.h"

#include <curl/curl.h>

#include <QCoreApplication>

#include <cerrno>
#include <cstring>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TransferFailure)
};

JudgedFailure make(const TransferFailure& failure, ErrorKind kind, RetryCause cause, const QString& message,
                   const QString& todo)
{
    return {{kind, message, failure.where, todo, {}}, cause};
}

/// "1.5 s", "200 ms".
QString inWords(Millis limit)
{
    return limit < Millis{1000} ? QStringLiteral("%1 ms").arg(limit.count())
                                : QStringLiteral("%1 s").arg(static_cast<double>(limit.count()) / 1000.0);
}

/// A limit of ours passed. Where nothing was connected yet it is the connection that failed, whichever limit
/// it was.
JudgedFailure tooSlow(const TransferFailure& f)
{
    const QString limit = inWords(f.halt == Halt::Deadline ? f.deadline : f.idleLimit);
    const ErrorKind kind = f.halt == Halt::Deadline ? ErrorKind::Timeout : ErrorKind::Stalled;
    switch (f.reached) {
    case Reached::Nothing:
        return make(f, ErrorKind::NameResolution, RetryCause::Unreachable,
                    Words::tr("the name %1 was not resolved within %2").arg(f.host, limit),
                    Words::tr("Check this machine's DNS servers."));
    case Reached::Name:
        return make(
            f, ErrorKind::Connect, RetryCause::Unreachable,
            Words::tr("no connection to %1 within %2").arg(f.host, limit),
            Words::tr("Check that the host is up, and that no firewall drops the packets on the way."));
    case Reached::Connection:
        return make(f, kind, RetryCause::Unreachable,
                    Words::tr("the TLS handshake did not end within %1").arg(limit),
                    Words::tr("Check that the server speaks TLS on this port and is not overloaded."));
    case Reached::Tls:
    case Reached::Sent:
        return make(
            f, kind, RetryCause::TimedOut, Words::tr("connected, but no answer within %1").arg(limit),
            Words::tr("The server accepts connections but does not answer; look at its load and its log."));
    case Reached::Headers:
        break;
    }
    if (f.halt == Halt::Idle) {
        return make(f, kind, RetryCause::TimedOut,
                    Words::tr("the answer stalled: not a byte for %1 in the middle of it").arg(limit),
                    Words::tr("Look at the server's load and at the network between."));
    }
    return make(
        f, kind, RetryCause::TimedOut, Words::tr("the answer was not complete within %1").arg(limit),
        Words::tr("The server or the line is slow; look at its load, or allow more time in the profile."));
}

JudgedFailure tooLarge(const TransferFailure& f)
{
    if (f.halt == Halt::HeaderLimit) {
        return make(f, ErrorKind::TooLarge, RetryCause::None,
                    Words::tr("the answer's header fields exceed all measure"),
                    Words::tr("Check that the address is right; no well-behaved server sends this."));
    }
    return make(f, ErrorKind::TooLarge, RetryCause::None,
                Words::tr("the answer is larger than the %1 allowed for it").arg(formatBytes(f.bodyLimit)),
                Words::tr("Check that the address is right and what the server sends there."));
}

JudgedFailure noConnection(const TransferFailure& f)
{
    if (f.osError == ECONNREFUSED) {
        return make(f, ErrorKind::Connect, RetryCause::Unreachable,
                    Words::tr("%1 refused the connection").arg(f.host),
                    Words::tr("Check that the server runs and listens on this port."));
    }
    const QString reason = f.osError != 0 ? QString::fromLocal8Bit(std::strerror(
                                                static_cast<int>(f.osError))) // NOLINT(concurrency-mt-unsafe)
                                          : Words::tr("the network gave no reason");
    return make(f, ErrorKind::Connect, RetryCause::Unreachable,
                Words::tr("no connection to %1: %2").arg(f.host, reason),
                Words::tr("Check the address, the route and the firewalls on the way."));
}

JudgedFailure broken(const TransferFailure& f)
{
    const RetryCause cause = f.reached < Reached::Sent ? RetryCause::Unreachable : RetryCause::Broken;
    const QString todo = Words::tr("Look at the log of the server, and of a proxy before it, at this time.");
    if (f.curlCode == CURLE_PARTIAL_FILE) {
        return make(f, ErrorKind::Interrupted, cause, Words::tr("the answer ended before it was complete"),
                    todo);
    }
    if (f.curlCode == CURLE_GOT_NOTHING) {
        return make(f, ErrorKind::Interrupted, cause,
                    Words::tr("the server closed the connection without an answer"), todo);
    }
    return make(f, ErrorKind::Interrupted, cause,
                f.reached == Reached::Headers ? Words::tr("the connection broke in the middle of the answer")
                                              : Words::tr("the connection broke before an answer came"),
                todo);
}

JudgedFailure notHttp(const TransferFailure& f, const QString& message)
{
    return make(f, ErrorKind::Malformed, RetryCause::None, message,
                Words::tr("Check the address and the port: something else than this service answers there."));
}

} // namespace

JudgedFailure judge(const TransferFailure& f)
{
    switch (f.halt) {
    case Halt::Deadline:
    case Halt::Idle:
        return tooSlow(f);
    case Halt::BodyLimit:
    case Halt::HeaderLimit:
        return tooLarge(f);
    case Halt::None:
        break;
    }
    if (auto tls = judgeTls(f)) {
        return {std::move(*tls), RetryCause::None};
    }
    switch (f.curlCode) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return make(f, ErrorKind::NameResolution, RetryCause::Unreachable,
                    Words::tr("the name %1 has no address").arg(f.host),
                    Words::tr("Check the name's spelling and this machine's DNS servers."));
    case CURLE_COULDNT_RESOLVE_PROXY:
        return make(f, ErrorKind::NameResolution, RetryCause::Unreachable,
                    Words::tr("the proxy's name has no address"),
                    Words::tr("Check the proxy in the profile and this machine's DNS servers."));
    case CURLE_COULDNT_CONNECT:
    case CURLE_INTERFACE_FAILED:
        return noConnection(f);
    case CURLE_PROXY:
        return make(f, ErrorKind::Connect, RetryCause::Unreachable, Words::tr("the proxy did not connect us"),
                    Words::tr("Check the proxy in the profile, and that it lets this host through."));
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return broken(f);
    case CURLE_OPERATION_TIMEDOUT:
        return noConnection(f);
    case CURLE_BAD_CONTENT_ENCODING:
        return notHttp(f, Words::tr("the answer's compression is broken"));
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
        return notHttp(f, Words::tr("the answer is not HTTP"));
    case CURLE_URL_MALFORMAT:
        return make(f, ErrorKind::Profile, RetryCause::None, Words::tr("the address is not a valid URL"),
                    Words::tr("Correct the URL in the profile."));
    case CURLE_OUT_OF_MEMORY:
        return make(f, ErrorKind::Defect, RetryCause::None, Words::tr("not enough memory for the request"),
                    {});
    default:
        return make(f, ErrorKind::Interrupted, RetryCause::Broken,
                    Words::tr("the exchange failed: %1")
                        .arg(QString::fromLatin1(curl_easy_strerror(static_cast<CURLcode>(f.curlCode)))),
                    Words::tr("Look at the log of the server, and of a proxy before it, at this time."));
    }
}

} // namespace stowage
