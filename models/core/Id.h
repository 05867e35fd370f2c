// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace stowage {

/// A small number that stands for a name within one Interner. Tag keeps nodes and sources apart.
template <class Tag>
struct Id
{
    static constexpr uint32_t None = UINT32_MAX;
    uint32_t value = None;

    bool isValid() const { return value != None; }
    auto operator<=>(const Id&) const = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using NodeId = Id<struct NodeTag>;
using SourceId = Id<struct SourceTag>;
using ImageId = Id<struct ImageTag>;
using LayerId = Id<struct LayerTag>;

/// Names to dense ids and back. Ids are never reused while the table lives. GUI thread only.
template <class Tag>
class Interner
{
public:
    Id<Tag> intern(const QString& name)
    {
        const auto found = m_ids.constFind(name);
        if (found != m_ids.cend()) {
            return *found;
        }
        const Id<Tag> id{static_cast<uint32_t>(m_names.size())};
        m_names.push_back(name);
        m_ids.insert(name, id);
        return id;
    }

    std::optional<Id<Tag>> find(const QString& name) const
    {
        const auto found = m_ids.constFind(name);
        return found == m_ids.cend() ? std::nullopt : std::optional(*found);
    }

    const QString& name(Id<Tag> id) const { return m_names.at(id.value); }
    size_t size() const { return m_names.size(); }

private:
    std::vector<QString> m_names;
    QHash<QString, Id<Tag>> m_ids;
};

} // namespace stowage

template <class Tag>
struct std::hash<stowage::Id<Tag>>
{
    size_t operator()(stowage::Id<Tag> id) const noexcept { return id.value; }
};
