// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/IndexSet.h"
#include "models/core/Presence.h"
#include "models/ports/Inventory.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <vector>

namespace stowage {

/// What a sweep asks for, as all its nodes share it. Each digest has a number that stays its own while it is
/// wanted; a number that became free is given to another digest later.
class ContentBook
{
public:
    using Index = IndexSet::Index;

    struct Entry
    {
        WantedContent wanted;
        QByteArray target; ///< of the HEAD, made once for all nodes; empty when it cannot be asked for
        Evidence obstacle = Evidence::NotAsked; ///< why not, then
        bool isWanted = false;
    };

    /// What an update changed. Content that is wanted otherwise (size, name) is in both.
    struct Change
    {
        std::vector<Index> removed; ///< to be forgotten, before the others are taken in
        std::vector<Index> added;

        bool isEmpty() const { return removed.empty() && added.empty(); }
    };

    /// Only content of these registries can be asked for.
    explicit ContentBook(QStringList namespaces) : m_namespaces(std::move(namespaces)) {}

    /// Takes over what is wanted from now on.
    Change update(const std::vector<WantedContent>& wanted);

    const Entry& at(Index index) const { return m_entries[index]; }
    /// One beyond the largest number.
    Index end() const { return static_cast<Index>(m_entries.size()); }

    /// Whether the number still stands for this digest.
    bool isStill(Index index, const Digest& digest) const
    {
        return m_entries[index].isWanted && m_entries[index].wanted.digest == digest;
    }

    std::optional<Index> find(const Digest& digest) const;

    const IndexSet& askable() const { return m_askable; }
    const IndexSet& unaskable() const { return m_unaskable; }
    /// Registries whose content is wanted but not asked for, sorted.
    QStringList namespacesNotAsked() const;

private:
    Index place(const WantedContent& wanted);
    void strike(Index index);

    QStringList m_namespaces;
    std::vector<Entry> m_entries;
    std::vector<Index> m_free;
    QHash<Digest, Index> m_byDigest;
    IndexSet m_askable;
    IndexSet m_unaskable;
};

} // namespace stowage
