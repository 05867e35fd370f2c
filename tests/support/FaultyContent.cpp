// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FaultyContent.h"

#include <QDateTime>
#include <QLocale>

namespace stowage::test {
namespace {

/// Zeros that pack a thousandfold: more than any limit here, in about 80 kB.
QByteArray gzipBomb()
{
    static const QByteArray bomb = [] {
        const QByteArray zlib = qCompress(QByteArray(80 * 1024 * 1024, '\0'), 1);
        // Qt puts four bytes of length before zlib's two of header, and zlib four of checksum behind; gzip
        // has ten before. Its own checksum is missing, which nobody reads far enough to notice.
        return QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + zlib.sliced(6, zlib.size() - 10);
    }();
    return bomb;
}

void content(ServerAnswer& answer, const QByteArray& type, QByteArray body)
{
    answer.status = 200;
    answer.headers = {{"Content-Type", type}};
    answer.body = std::move(body);
}

QByteArray toggled(const QByteArray& target)
{
    const QByteArray mark = target.contains('?') ? "&round" : "?round";
    return target.endsWith("round") ? target.chopped(6) : target + mark;
}

} // namespace

void spoilContent(ServerAnswer& answer, const RecordedRequest& request, const QByteArray& stranger)
{
    switch (answer.fault) {
    case Fault::HtmlWith200:
        content(answer, "text/html; charset=utf-8",
                "<!DOCTYPE html><html><body><h1>Welcome to the login page</h1></body></html>");
        break;
    case Fault::InvalidUtf8:
        content(answer, "application/json",
                "{\"name\":\"\xff\xfe\xc0\xaf\",\"repositories\":[\"\xed\xa0\x80\"]}");
        break;
    case Fault::DeepJson:
        content(answer, "application/json", QByteArray(100'000, '[') + QByteArray(100'000, ']'));
        break;
    case Fault::DuplicateKeys:
        content(
            answer, "application/json",
            R"({"repositories":["a"],"repositories":["b"],"name":"a","name":"b","tags":["1"],"tags":["2"]})");
        break;
    case Fault::HugeNumbers:
        content(
            answer, "application/json",
            R"({"size":9223372036854775808,"schemaVersion":18446744073709551616,"value":1e400,"n":-9223372036854775809})");
        break;
    case Fault::GzipBomb:
        content(answer, "application/json", gzipBomb());
        answer.headers.emplace_back("Content-Encoding", "gzip");
        break;
    case Fault::RedirectLoop:
        answer = ServerAnswer::redirect(toggled(request.target));
        break;
    case Fault::RedirectToStranger:
        answer = ServerAnswer::redirect(stranger + request.target, 307);
        break;
    case Fault::TooManyRequests:
        answer =
            ServerAnswer::json(R"({"errors":[{"code":"TOOMANYREQUESTS"}]})", 429).with("Retry-After", "1");
        break;
    case Fault::DateTenYearsOff:
        answer.headers.emplace_back("Date", QLocale::c()
                                                .toString(QDateTime::currentDateTimeUtc().addYears(-10),
                                                          QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
                                                .toLatin1());
        break;
    default:
        break;
    }
}

} // namespace stowage::test
