// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubToken.h"

#include "connectors/registry/Json.h"

#include <QCoreApplication>

namespace stowage {
namespace {

constexpr qsizetype LongestToken = 16 * 1024;
constexpr qsizetype LongestId = 64;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HubToken)
};

/// What a header may carry; anything else is no token.
bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= LongestToken &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

} // namespace

Result<HubToken> HubToken::parse(const QByteArray& json)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, json);
    const auto token = root ? json::text(*root, "token") : std::nullopt;
    if (!token || !isToken(*token)) {
        return fail({ErrorKind::Malformed,
                     Words::tr("signing in gave no token"),
                     {},
                     Words::tr("Check that the address in the profile is a Beszel hub's."),
                     {}});
    }
    HubToken found;
    found.token = Secret(token->toByteArray());
    found.expires = tokenExpiry(found.token.reveal());
    if (const auto record = json::member(*root, "record")) {
        if (const auto id = json::text(*record, "id"); id && id->size() <= LongestId) {
            found.user = QString::fromUtf8(id->toByteArray());
        }
    }
    return found;
}

std::optional<Timestamp> tokenExpiry(const QByteArray& jwt)
{
    const QByteArrayList parts = jwt.split('.');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        parts[1], QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                      QByteArray::AbortOnBase64DecodingErrors);
    simdjson::dom::parser parser;
    const auto claims = decoded ? json::parse(parser, decoded.decoded) : std::nullopt;
    double seconds = 0;
    constexpr double Latest = 253'402'300'799; // the year 9999
    if (!claims || claims->at_key("exp").get_double().get(seconds) != simdjson::SUCCESS || seconds <= 0 ||
        seconds > Latest) {
        return std::nullopt;
    }
    return Timestamp{std::chrono::seconds{static_cast<qint64>(seconds)}};
}

} // namespace stowage
