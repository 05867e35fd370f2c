// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FaultyContent.h"

#include <QDateTime>
#include <QLocale>

namespace stowage::test {
namespace {

/// Writes bits as deflate wants them: each byte filled from its lowest bit (RFC 1951, 3.1.1).
class BitWriter
{
public:
    /// A Huffman code: its first bit comes first.
    void code(const char* bits)
    {
        for (; *bits != '\0'; ++bits) {
            if (m_used % 8 == 0) {
                m_bytes += '\0';
            }
            if (*bits == '1') {
                m_bytes.back() = static_cast<char>(m_bytes.back() | 1 << m_used % 8);
            }
            ++m_used;
        }
    }

    const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    qsizetype m_used = 0;
};

/// More zeros than any limit here lets through. Written by hand (RFC 1951, 3.2.6), since to compress them
/// takes long enough to look like a server that stalls.
QByteArray makeGzipBomb()
{
    BitWriter bits;
    bits.code("110");      // the last block, of fixed codes
    bits.code("00110000"); // a zero
    for (qsizetype size = 1; size < 80 * 1024 * 1024; size += 258) {
        bits.code("1100010100000"); // the last byte 258 times more
    }
    bits.code("0000000"); // the end; no checksum behind it, nobody reads as far
    return QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + bits.bytes();
}

const QByteArray& gzipBomb()
{
    static const QByteArray bomb = makeGzipBomb();
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
