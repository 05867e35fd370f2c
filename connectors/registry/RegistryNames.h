// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"
#include "models/fleet/ReferenceGrammar.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace stowage {

/// Text from outside made fit to be shown: control characters, quotes and what is not UTF-8 escaped as
/// `\xNN`, at most 80 characters.
QString escapedForDisplay(QByteArrayView text);

/// Which repositories of a registry are wanted, as the profile's `repositories` say: exact names, and
/// patterns in which
/// `*` stands for any run of characters. An empty list wants all.
class RepositoryFilter
{
public:
    RepositoryFilter() = default;
    explicit RepositoryFilter(const QStringList& wanted);

    bool wants(const QString& repository) const;

    /// Names without `*`: they can be asked for where the catalog is forbidden.
    const QStringList& exactNames() const { return m_exact; }
    /// What only a catalog can expand.
    const QStringList& patterns() const { return m_patterns; }

private:
    QStringList m_exact;
    QStringList m_patterns;
};

/// Request targets below an endpoint's base URL. The names must have passed the grammars above.
QByteArray tagsTarget(const QString& repository);
QByteArray manifestTarget(const QString& repository, const QString& tag);
QByteArray manifestTarget(const QString& repository, const Digest& digest);
QByteArray blobTarget(const QString& repository, const Digest& digest);

/// `repository:<name>:pull`, the Bearer scope of every read of a repository.
QByteArray pullScope(const QString& repository);

} // namespace stowage
