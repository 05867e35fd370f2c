// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/LinkHeader.h"

#include "connectors/registry/RegistryNames.h"

#include <QCoreApplication>
#include <QUrl>

namespace stowage {
namespace {

/// Reads a field's links one by one.
class LinkScanner
{
public:
    explicit LinkScanner(QByteArrayView text) : m_text(text) {}

    /// Goes to the next link; false at the end or where the grammar ends.
    bool next()
    {
        skip(" \t,");
        if (!take('<')) {
            return false;
        }
        const qsizetype end = m_text.indexOf('>', m_at);
        if (end < 0) {
            return false;
        }
        m_target = m_text.sliced(m_at, end - m_at);
        m_at = end + 1;
        m_relations.clear();
        readParameters();
        return true;
    }

    QByteArray target() const { return m_target.toByteArray(); }
    bool isNext() const { return m_relations.toLower().split(' ').contains("next"); }

private:
    void readParameters()
    {
        bool hasRelation = false;
        for (skip(" \t"); take(';'); skip(" \t")) {
            skip(" \t");
            const QByteArray name = token().toLower();
            skip(" \t");
            QByteArray value;
            if (take('=')) {
                skip(" \t");
                value = take('"') ? quoted() : token();
            }
            if (name == "rel" && !hasRelation) { // RFC 8288, 3.3: later ones are ignored
                hasRelation = true;
                m_relations = value;
            }
        }
    }

    QByteArray token()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !QByteArrayView("=;, \t\"").contains(m_text[m_at])) {
            ++m_at;
        }
        return m_text.sliced(begin, m_at - begin).toByteArray();
    }

    QByteArray quoted()
    {
        QByteArray value;
        for (; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                ++m_at;
            }
            value += m_text[m_at];
        }
        take('"');
        return value;
    }

    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c) {
            return false;
        }
        ++m_at;
        return true;
    }

    void skip(QByteArrayView any)
    {
        while (m_at < m_text.size() && any.contains(m_text[m_at])) {
            ++m_at;
        }
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArrayView m_target;
    QByteArray m_relations;
};

Error badLink(ErrorKind kind, const QString& message)
{
    return {kind,
            message,
            {},
            QCoreApplication::translate("LinkHeader",
                                        "Check how the registry is reached and what stands before it."),
            {}};
}

bool hasControl(const QByteArray& text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f; });
}

} // namespace

std::optional<QByteArray> nextLink(const HttpHeaders& headers)
{
    for (const QByteArray& field : headers.values("Link")) {
        for (LinkScanner scanner(field); scanner.next();) {
            if (scanner.isNext()) {
                return scanner.target();
            }
        }
    }
    return std::nullopt;
}

Result<QByteArray> resolveNextLink(const QByteArray& baseUrl, const QByteArray& requestTarget,
                                   const QByteArray& link)
{
    const QUrl base = QUrl::fromEncoded(baseUrl, QUrl::StrictMode);
    const QUrl target = QUrl::fromEncoded(link, QUrl::StrictMode);
    if (link.isEmpty() || hasControl(link) || !target.isValid()) {
        return fail(badLink(
            ErrorKind::Malformed,
            QCoreApplication::translate("LinkHeader", "the link to the next page is not a URL: \"%1\"")
                .arg(escapedForDisplay(link))));
    }
    const QUrl resolved = QUrl::fromEncoded(baseUrl + requestTarget, QUrl::StrictMode).resolved(target);
    if (resolved.host() != base.host()) {
        return fail(badLink(ErrorKind::Redirect,
                            QCoreApplication::translate(
                                "LinkHeader", "the link to the next page leads to another host: \"%1\"")
                                .arg(escapedForDisplay(resolved.host().toUtf8()))));
    }
    QByteArray path = resolved.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray prefix = base.path(QUrl::FullyEncoded).toLatin1();
    if (path.startsWith(prefix + "/v2/")) {
        path.remove(0, prefix.size());
    }
    // A proxy that strips the prefix on the way in seldom adds it to links on the way out.
    if (!path.startsWith("/v2/") || path.contains("/../") || path.endsWith("/..")) {
        return fail(badLink(ErrorKind::Malformed,
                            QCoreApplication::translate(
                                "LinkHeader", "the link to the next page leaves the registry's API: \"%1\"")
                                .arg(escapedForDisplay(link))));
    }
    return resolved.hasQuery() ? path + '?' + resolved.query(QUrl::FullyEncoded).toLatin1() : path;
}

} // namespace stowage
