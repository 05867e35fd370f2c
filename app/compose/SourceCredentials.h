// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/Profile.h"
#include "connectors/secrets/SecretResolver.h"

#include <QHash>
#include <QObject>

namespace stowage {

/// The credentials of every source of a profile, fetched from where the profile says they lie.
class SourceCredentials : public QObject
{
    Q_OBJECT

public:
    explicit SourceCredentials(SecretResolver& resolver, QObject* parent = nullptr);

    /// Fetches all; `ready` comes once, also when some failed.
    void fetch(const std::vector<SourceProfile>& sources);

    /// What was found for a source, or why not. A source without `auth` has empty credentials.
    const Result<Credentials>& of(const QString& sourceId) const;

Q_SIGNALS:
    void ready();

private:
    void take(const QString& sourceId, const Auth& auth, const Result<Secret>& secret);

    SecretResolver& m_resolver;
    QHash<QString, Result<Credentials>> m_found;
    int m_awaited = 0;
};

} // namespace stowage
