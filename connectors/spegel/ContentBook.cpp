// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/ContentBook.h"

#include "connectors/spegel/HeadRequest.h"
#include "models/fleet/ReferenceGrammar.h"

namespace stowage {

ContentBook::Change ContentBook::update(const std::vector<WantedContent>& wanted)
{
    Change change;
    IndexSet kept;
    std::vector<const WantedContent*> added;
    for (const WantedContent& content : wanted) {
        const auto known = m_byDigest.constFind(content.digest);
        if (known != m_byDigest.cend() && m_entries[*known].wanted == content) {
            kept.insert(*known);
        } else {
            added.push_back(&content);
        }
    }
    for (Index index = 0; index < end(); ++index) {
        if (m_entries[index].isWanted && !kept.contains(index)) {
            change.removed.push_back(index);
            strike(index);
        }
    }
    for (const WantedContent* content : added) {
        if (!m_byDigest.contains(content->digest)) { // the inventory names each once; twice is once
            change.added.push_back(place(*content));
        }
    }
    return change;
}

std::optional<ContentBook::Index> ContentBook::find(const Digest& digest) const
{
    const auto known = m_byDigest.constFind(digest);
    return known == m_byDigest.cend() ? std::nullopt : std::optional(*known);
}

QStringList ContentBook::namespacesNotAsked() const
{
    QStringList others;
    m_unaskable.forEach([&](Index index) {
        const Entry& entry = m_entries[index];
        if (entry.obstacle == Evidence::NamespaceNotAsked &&
            !others.contains(entry.wanted.registryNamespace)) {
            others << entry.wanted.registryNamespace;
        }
    });
    others.sort();
    return others;
}

ContentBook::Index ContentBook::place(const WantedContent& wanted)
{
    Index index = end();
    if (m_free.empty()) {
        m_entries.emplace_back();
    } else {
        index = m_free.back();
        m_free.pop_back();
    }
    Entry& entry = m_entries[index];
    entry = {wanted, {}, Evidence::NotAsked, true};
    if (!m_namespaces.contains(wanted.registryNamespace)) {
        entry.obstacle = Evidence::NamespaceNotAsked;
    } else if (isRepositoryName(wanted.repository.toUtf8())) {
        entry.target = localHeadTarget(wanted);
    }
    (entry.target.isEmpty() ? m_unaskable : m_askable).insert(index);
    m_byDigest.insert(wanted.digest, index);
    return index;
}

void ContentBook::strike(Index index)
{
    m_byDigest.remove(m_entries[index].wanted.digest);
    m_entries[index] = {};
    m_free.push_back(index);
    m_askable.remove(index);
    m_unaskable.remove(index);
}

} // namespace stowage
