// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/SchemaFormats.h"

#include "models/core/Listed.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SchemaFormats)
};

QString urlFault(const QString& text, const QStringList& schemes)
{
    if (!text.contains(QStringLiteral("://"))) {
        return Words::tr("has no scheme: it must begin with %1://").arg(schemes.front());
    }
    if (text.contains(QLatin1Char(' '))) {
        return Words::tr("contains a space");
    }
    const QUrl url(text, QUrl::StrictMode);
    // Before validity: the error of an unparsable one must not tempt anybody to print it.
    if (!url.userInfo().isEmpty() ||
        text.section(QStringLiteral("://"), 1).section(QLatin1Char('/'), 0, 0).contains(QLatin1Char('@'))) {
        return Words::tr("holds credentials: a URL ends up in logs and on screens");
    }
    if (!url.isValid()) {
        return Words::tr("is not a URL");
    }
    if (!schemes.contains(url.scheme())) {
        QStringList beginnings;
        for (const QString& scheme : schemes) {
            beginnings << scheme + QStringLiteral("://");
        }
        return Words::tr("must begin with one of: %1").arg(listed(beginnings));
    }
    if (url.host().isEmpty()) {
        return Words::tr("names no host");
    }
    if (url.port(1) < 1 || url.port(1) > 65535) {
        return Words::tr("has a port outside 1 … 65535");
    }
    if (url.hasQuery()) {
        return Words::tr("has a query (?…): only scheme, host, port and path belong here");
    }
    return url.hasFragment() ? Words::tr("has a fragment (#…): only scheme, host, port and path belong here")
                             : QString();
}

QString pinFault(const QString& text)
{
    static constexpr qsizetype Sha256Size = 32;
    const QString prefix = QStringLiteral("sha256//");
    if (!text.startsWith(prefix)) {
        return Words::tr("must begin with sha256//");
    }
    const auto decoded = QByteArray::fromBase64Encoding(text.mid(prefix.size()).toUtf8(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != Sha256Size) {
        return Words::tr("is not the base64 of a SHA-256 after sha256//");
    }
    return {};
}

} // namespace

QString formatFault(const QString& format, const QString& text)
{
    if (format == QLatin1String("http-url")) {
        return urlFault(text, {QStringLiteral("http"), QStringLiteral("https")});
    }
    if (format == QLatin1String("proxy-url")) {
        return urlFault(text, {QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("socks5"),
                               QStringLiteral("socks5h")});
    }
    return pinFault(text);
}

QByteArray encodedUrl(const QString& text)
{
    QByteArray encoded = QUrl(text, QUrl::StrictMode).toEncoded();
    while (encoded.endsWith('/')) {
        encoded.chop(1);
    }
    return encoded;
}

} // namespace stowage
