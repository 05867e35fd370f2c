// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/Url.h"

#include <curl/curl.h>

#include <QHostAddress>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace stowage {
namespace {

using Parts = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

QByteArray part(CURLU* parts, CURLUPart which, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl_url_get(parts, which, &text, flags) != CURLUE_OK) {
        return {};
    }
    QByteArray copy(text);
    curl_free(text);
    return copy;
}

bool set(CURLU* parts, const QByteArray& text)
{
    // An embedded NUL would cut the text for libcurl but not for us.
    return !text.isEmpty() && !text.contains('\0') &&
           curl_url_set(parts, CURLUPART_URL, text.constData(), CURLU_DISALLOW_USER | CURLU_URLENCODE) ==
               CURLUE_OK;
}

std::optional<Url> read(CURLU* parts)
{
    curl_url_set(parts, CURLUPART_FRAGMENT, nullptr, 0);
    Url url;
    url.scheme = part(parts, CURLUPART_SCHEME).toLower();
    url.host = part(parts, CURLUPART_HOST).toLower();
    url.port = part(parts, CURLUPART_PORT, CURLU_DEFAULT_PORT).toInt();
    url.path = part(parts, CURLUPART_PATH);
    url.text = part(parts, CURLUPART_URL);
    const bool http = url.scheme == "http" || url.scheme == "https";
    if (!http || url.host.isEmpty() || url.port <= 0) {
        return std::nullopt;
    }
    return url;
}

bool looksSecret(QByteArrayView name)
{
    static constexpr std::array<std::string_view, 9> words{"token", "secret",     "passw", "key", "sig",
                                                           "auth",  "credential", "code",  "jwt"};
    const auto same = [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
    };
    return std::ranges::any_of(words, [&](std::string_view word) {
        return std::search(name.begin(), name.end(), word.begin(), word.end(), same) != name.end();
    });
}

/// Calls `use(separator and pair, length of both up to the '=')` for each pair of the query that begins at
/// `at`.
template <class Use>
void forEachPair(QByteArrayView url, qsizetype at, Use use)
{
    while (at < url.size()) {
        const qsizetype next = url.indexOf('&', at + 1);
        const QByteArrayView pair = url.sliced(at, (next < 0 ? url.size() : next) - at);
        use(pair, pair.indexOf('='));
        at += pair.size();
    }
}

QByteArray withoutUserInfo(const QByteArray& url)
{
    const qsizetype start = url.indexOf("://");
    if (start < 0) {
        return url;
    }
    qsizetype end = start + 3;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#') {
        ++end;
    }
    const qsizetype at = QByteArrayView(url).first(end).lastIndexOf('@');
    return at < 0 ? url : url.first(start + 3) + url.sliced(at + 1);
}

} // namespace

std::optional<Url> Url::parse(const QByteArray& text)
{
    const Parts parts(curl_url(), &curl_url_cleanup);
    return set(parts.get(), text) ? read(parts.get()) : std::nullopt;
}

std::optional<Url> Url::resolved(const QByteArray& reference) const
{
    const Parts parts(curl_url(), &curl_url_cleanup);
    return set(parts.get(), text) && set(parts.get(), reference) ? read(parts.get()) : std::nullopt;
}

bool Url::isLoopback() const
{
    QByteArrayView bare = host;
    if (bare.startsWith('[')) {
        bare = bare.sliced(1, bare.size() - 2);
    }
    return bare == QByteArrayView("localhost") || QHostAddress(QString::fromLatin1(bare)).isLoopback();
}

QString Url::authority() const
{
    return QStringLiteral("%1:%2").arg(QString::fromLatin1(host)).arg(port);
}

QByteArray redactedUrl(const QByteArray& url)
{
    const QByteArray bare = url.contains('@') ? withoutUserInfo(url) : url;
    const qsizetype query = bare.indexOf('?');
    if (query < 0) {
        return bare;
    }
    const auto hides = [](QByteArrayView pair, qsizetype equals) {
        return equals > 0 && looksSecret(pair.first(equals));
    };
    bool clean = true;
    forEachPair(bare, query, [&](QByteArrayView pair, qsizetype equals) { clean &= !hides(pair, equals); });
    if (clean) {
        return bare; // the usual case, of which a sweep has a hundred thousand
    }
    QByteArray shown = bare.first(query);
    forEachPair(bare, query, [&](QByteArrayView pair, qsizetype equals) {
        shown += hides(pair, equals) ? pair.first(equals + 1).toByteArray() + "***" : pair.toByteArray();
    });
    return shown;
}

} // namespace stowage
