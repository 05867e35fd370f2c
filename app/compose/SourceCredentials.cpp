// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/SourceCredentials.h"

namespace stowage {
namespace {

const SecretRef* secretOf(const Auth& auth)
{
    if (const auto* basic = std::get_if<BasicAuth>(&auth)) {
        return &basic->password;
    }
    if (const auto* token = std::get_if<TokenAuth>(&auth)) {
        return &token->token;
    }
    if (const auto* signIn = std::get_if<SignInAuth>(&auth)) {
        return &signIn->password;
    }
    return nullptr;
}

Credentials credentials(const Auth& auth, const Secret& secret)
{
    if (const auto* basic = std::get_if<BasicAuth>(&auth)) {
        return BasicCredentials{basic->user, secret};
    }
    if (std::holds_alternative<TokenAuth>(auth)) {
        return TokenCredentials{"Bearer", secret};
    }
    // What a connector signs in with; it never goes out as it is.
    if (const auto* signIn = std::get_if<SignInAuth>(&auth)) {
        return BasicCredentials{signIn->user, secret};
    }
    return {};
}

} // namespace

SourceCredentials::SourceCredentials(SecretResolver& resolver, QObject* parent)
    : QObject(parent), m_resolver(resolver)
{
}

void SourceCredentials::fetch(const std::vector<SourceProfile>& sources)
{
    m_awaited = 1; // ourselves, so that answers that come at once do not end it early
    for (const SourceProfile& source : sources) {
        const Auth auth = source.access.auth;
        const SecretRef* ref = secretOf(auth);
        if (!ref || !isConnectable(source.kind)) {
            m_found.insert(source.id, Credentials{});
            continue;
        }
        ++m_awaited;
        m_resolver.resolve(*ref, this, [this, id = source.id, auth](const Result<Secret>& secret) {
            take(id, auth, secret);
        });
    }
    QMetaObject::invokeMethod(
        this, [this] { take({}, {}, Secret{}); }, Qt::QueuedConnection);
}

void SourceCredentials::take(const QString& sourceId, const Auth& auth, const Result<Secret>& secret)
{
    if (!sourceId.isEmpty()) {
        m_found.insert(sourceId, secret.map([&](const Secret& found) { return credentials(auth, found); }));
    }
    if (--m_awaited == 0) {
        Q_EMIT ready();
    }
}

const Result<Credentials>& SourceCredentials::of(const QString& sourceId) const
{
    static const Result<Credentials> none{Credentials{}};
    const auto found = m_found.constFind(sourceId);
    return found == m_found.cend() ? none : *found;
}

} // namespace stowage
