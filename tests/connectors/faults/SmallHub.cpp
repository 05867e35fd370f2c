// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/faults/SmallHub.h"

#include <QDateTime>

namespace stowage::test {
namespace {

QByteArray base64(const QByteArray& text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray token()
{
    const qint64 end = QDateTime::currentSecsSinceEpoch() + 5 * 86'400;
    return base64(R"({"alg":"HS256","typ":"JWT"})") + '.' +
           base64(R"({"id":"u1","type":"auth","exp":)" + QByteArray::number(end) + '}') + ".c2lnbmF0dXJl";
}

QByteArray system(const char* id, const char* name)
{
    const QByteArray now =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd hh:mm:ss.zzz")).toLatin1() + 'Z';
    return QByteArray(R"({"id":")") + id + R"(","name":")" + name + R"(","host":"10.77.0.)" + id +
           R"(","port":"45876","status":"up","info":{"u":831,"cpu":2.36,"mp":2.45,"dp":16.6,"v":"0.18.8"},)" +
           R"("created":"2026-11-21 22:53:06.399Z","updated":")" + now + "\"}";
}

ServerAnswer page(const QByteArray& items, int count)
{
    const QByteArray total = QByteArray::number(count);
    return ServerAnswer::json(R"({"items":[)" + items + R"(],"page":1,"perPage":500,"totalItems":)" + total +
                              R"(,"totalPages":)" + QByteArray::number(count > 0 ? 1 : 0) + '}');
}

} // namespace

const QByteArray SmallHub::SignInPath = "/api/collections/users/auth-with-password";
const QByteArray SmallHub::SystemsPath = "/api/collections/systems/records";

ServerAnswer SmallHub::answer(const RecordedRequest& request)
{
    if (request.path == SignInPath || request.path == "/api/collections/users/auth-refresh") {
        return ServerAnswer::json(R"({"token":")" + token() + R"(","record":{"id":"u1"}})");
    }
    if (request.path == SystemsPath) {
        return page(system("1", "lab-1") + ',' + system("2", "lab-2"), 2);
    }
    if (request.path.startsWith("/api/collections/")) {
        return page({}, 0);
    }
    if (request.path == "/api/beszel/info") {
        return ServerAnswer::json(R"({"key":"ssh-ed25519 AAAA","v":"0.18.8"})");
    }
    return ServerAnswer::json(R"({"status":404,"message":"The requested resource wasn't found."})", 404);
}

} // namespace stowage::test
