// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ServerValues.h"

#include <QHash>

namespace stowage::test {

/// The good answers of a registry with three images: team/api:1.0 (one manifest), team/api:2.0 (an index of
/// two) and team/web:1.0. A plain value: a server's thread has a copy of its own.
class SmallRegistry
{
public:
    SmallRegistry();

    /// By path; 404 as a registry says it where there is nothing.
    ServerAnswer answer(const QByteArray& path) const;
    ServerHandler handler() const;

    /// Moves team/api:1.0 to an index of one image that was never seen before.
    void moveTag();
    const QByteArray& newManifestPath() const { return m_newManifestPath; } ///< of that image
    const QByteArray& newConfigPath() const { return m_newConfigPath; }

    /// An image manifest as text, for rows that spoil a word of it.
    static QByteArray manifestText();
    static QByteArray indexText();

private:
    /// A manifest with its config; the layers are only named. Returns its descriptor as JSON.
    QByteArray addImage(const QByteArray& repository, const QByteArray& name);
    QByteArray addManifest(const QByteArray& repository, const QByteArray& body, const QByteArray& type);
    void setTag(const QByteArray& repository, const QByteArray& tag, const QByteArray& descriptor);

    QHash<QByteArray, ServerAnswer> m_answers;
    QByteArray m_newManifestPath;
    QByteArray m_newConfigPath;
};

} // namespace stowage::test
