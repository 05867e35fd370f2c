// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/NastyServer.h"
#include "tests/support/RealRegistryImages.h"

namespace stowage::test {

/// A registry that answers as it is told, target by target with the query, to see what a crawl makes of it.
class ScriptedRegistry
{
public:
    using Holdings = QMap<QString, QMap<QString, MadeImage>>; ///< by repository, by tag

    ScriptedRegistry() { hold({}); }

    NastyServer& server() { return m_server; }
    QByteArray url() const { return m_server.url(); }

    /// Makes the ping, the catalog, the tag lists and the content of these images; what was said before is
    /// forgotten.
    void hold(const Holdings& holdings);

    /// Answers exactly this target from now on.
    void say(const QByteArray& target, const ServerAnswer& answer);

    /// "GET /v2/…" of what arrived since the last call, sorted.
    QStringList takeLog();

private:
    using Script = QHash<QByteArray, ServerAnswer>;

    void holdContent(const QString& repository, const QString& tag, const MadeImage& image);
    void rehearse();

    NastyServer m_server;
    Script m_script;
    size_t m_taken = 0;
};

/// A page of the catalog or of tags: `{"<key>": […]}`.
ServerAnswer namesPage(const char* key, const QStringList& names);

/// The protocol's own error.
ServerAnswer registryFault(int status, const QByteArray& code);

} // namespace stowage::test
