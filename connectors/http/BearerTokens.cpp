// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/BearerTokens.h"

#include <simdjson.h>

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

/// More scopes than anybody reads at once; beyond it the oldest go and are asked for again.
constexpr size_t MostEntries = 1024;
constexpr size_t MostLearnt = 16 * 1024;

std::string learntKey(const QByteArray& scope, const QByteArray& path)
{
    return scope.isEmpty() ? "path " + path.toStdString() : "scope " + scope.toStdString();
}

/// RFC 6750, 2.1: b64token. Anything else could break out of the header line.
bool isB64Token(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

Error malformed()
{
    return {ErrorKind::Malformed,
            QCoreApplication::translate("BearerTokens", "the token service's answer holds no token"),
            {},
            QCoreApplication::translate("BearerTokens",
                                        "Check the realm that the registry names in its challenge."),
            {}};
}

} // namespace

QByteArray TokenScope::url() const
{
    QByteArray url = realm;
    char separator = realm.contains('?') ? '&' : '?';
    const auto add = [&](QByteArrayView name, const QByteArray& value) {
        if (!value.isEmpty()) {
            url += separator;
            url += name;
            url += '=';
            url += value.toPercentEncoding(QByteArrayLiteral(":/,"));
            separator = '&';
        }
    };
    add("service", service);
    // Several scopes are separated by spaces in the challenge and repeated in the query.
    for (const QByteArray& one : scope.split(' ')) {
        add("scope", one);
    }
    return url;
}

Secret BearerTokens::tokenFor(const QByteArray& scope, const QByteArray& path, SteadyTime now) const
{
    if (m_learnt.empty()) {
        return {};
    }
    const auto learnt = m_learnt.find(learntKey(scope, path));
    if (learnt == m_learnt.end()) {
        return {};
    }
    const auto found = std::ranges::find(m_entries, learnt->second, &Entry::scope);
    return found != m_entries.end() && now < found->until ? found->token : Secret();
}

TokenScope BearerTokens::learn(const AuthChallenge& challenge, const QByteArray& scope,
                               const QByteArray& path)
{
    TokenScope wanted{challenge.parameter("realm"), challenge.parameter("service"),
                      challenge.parameter("scope")};
    if (wanted.scope.isEmpty()) {
        wanted.scope = scope;
    }
    if (m_learnt.size() >= MostLearnt) {
        m_learnt.clear();
    }
    m_learnt.insert_or_assign(learntKey(scope, path), wanted);
    return wanted;
}

BearerTokens::Renewal BearerTokens::renew(const TokenScope& scope, const Secret& sent, quint64 exchange,
                                          SteadyTime now)
{
    Entry& known = entry(scope);
    if (!known.fetching && now < known.until && known.token.reveal() != sent.reveal()) {
        return Renewal::Resend;
    }
    known.waiting.push_back(exchange);
    known.until = {};
    return std::exchange(known.fetching, true) ? Renewal::Wait : Renewal::Fetch;
}

std::vector<quint64> BearerTokens::settle(const TokenScope& scope, const Secret& token,
                                          std::chrono::seconds life, SteadyTime now)
{
    Entry& known = entry(scope);
    known.fetching = false;
    known.token = token;
    // A token about to end would be refused on its way.
    known.until = token.isEmpty() ? SteadyTime{} : now + life * 9 / 10;
    return std::exchange(known.waiting, {});
}

void BearerTokens::forget(quint64 exchange)
{
    for (Entry& known : m_entries) {
        std::erase(known.waiting, exchange);
    }
}

BearerTokens::Entry& BearerTokens::entry(const TokenScope& scope)
{
    const auto found = std::ranges::find(m_entries, scope, &Entry::scope);
    if (found != m_entries.end()) {
        return *found;
    }
    if (m_entries.size() >= MostEntries) {
        const auto idle = std::ranges::find(m_entries, false, &Entry::fetching);
        if (idle != m_entries.end()) {
            m_entries.erase(idle);
        }
    }
    return m_entries.emplace_back(Entry{scope, {}, {}, false, {}});
}

Result<BearerToken> BearerToken::parse(const QByteArray& json)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const simdjson::padded_string padded(json.constData(), static_cast<size_t>(json.size()));
    if (parser.parse(padded).get(root) != simdjson::SUCCESS) {
        return fail(malformed());
    }
    std::string_view text;
    // `access_token` is OAuth 2's name for the same; a null `token` beside it occurs.
    if ((root["token"].get(text) != simdjson::SUCCESS || text.empty()) &&
        root["access_token"].get(text) != simdjson::SUCCESS) {
        return fail(malformed());
    }
    if (!isB64Token(text)) {
        return fail(malformed());
    }
    BearerToken token;
    token.token = Secret(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    int64_t seconds = 0;
    if (root["expires_in"].get(seconds) == simdjson::SUCCESS && seconds > 0) {
        token.life = std::chrono::seconds{std::min<int64_t>(seconds, 24 * 3600)};
    }
    return token;
}

} // namespace stowage
