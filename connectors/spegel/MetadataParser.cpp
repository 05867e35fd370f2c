// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/MetadataParser.h"

#include "connectors/registry/Json.h"

#include <QCoreApplication>

namespace stowage {
namespace {

constexpr size_t IdentityLimit = 128;

bool isIdentity(std::string_view id)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !id.empty() && id.size() <= IdentityLimit && std::all_of(id.begin(), id.end(), isAllowed);
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SpegelMetadata)
};

Error notSpegels(const QString& message)
{
    return {ErrorKind::Malformed, message, {}, Words::tr("Check that the metrics address is Spegel's."), {}};
}

} // namespace

Result<QString> parsePeerIdentity(const QByteArray& body)
{
    // The DOM, not on-demand: it refuses the whole document for a fault anywhere in it.
    simdjson::dom::parser parser;
    std::string_view id;
    const auto root = json::parse(parser, body);
    const bool isTold = root && root->at_pointer("/libp2p/id").get_string().get(id) == simdjson::SUCCESS;
    if (!isTold || !isIdentity(id)) {
        return fail(notSpegels(Words::tr("/debug/web/metadata does not tell a libp2p id")));
    }
    return QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size()));
}

Result<QString> peerIdentityIn(const HttpResult& result)
{
    if (!result) {
        return fail(result.error());
    }
    if (result->status != 200) {
        return fail(notSpegels(Words::tr("/debug/web/metadata answers HTTP %1").arg(result->status)));
    }
    return parsePeerIdentity(result->body);
}

} // namespace stowage
