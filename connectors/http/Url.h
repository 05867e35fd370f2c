// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

#include <QByteArray>

#include <optional>

namespace stowage {

/// An absolute http or https URL. libcurl parses it, so that what we judge is what it will connect to. No
/// user info (refused), no fragment (dropped).
struct Url
{
    QByteArray text;   ///< whole and normalised
    QByteArray scheme; ///< "http" or "https"
    QByteArray host;   ///< lower case; IPv6 in brackets
    int port = 0;      ///< always set
    QByteArray path;   ///< begins with '/'; no query

    /// Nothing for what is not an absolute http(s) URL, or carries credentials or control characters.
    static std::optional<Url> parse(const QByteArray& text);

    /// A reference (absolute or relative, RFC 3986 section 5) seen from here.
    std::optional<Url> resolved(const QByteArray& reference) const;

    bool isHttps() const { return scheme == "https"; }
    bool isLoopback() const;
    bool sameOrigin(const Url& other) const
    {
        return scheme == other.scheme && host == other.host && port == other.port;
    }

    /// "host:port" for error texts.
    QString authority() const;
};

/// All before the question mark.
inline QByteArray withoutQuery(const QByteArray& url)
{
    const qsizetype query = url.indexOf('?');
    return query < 0 ? url : url.first(query);
}

/// The URL as it may be shown: no user info, and query values whose names look secret replaced by "***".
QByteArray redactedUrl(const QByteArray& url);

} // namespace stowage
