// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorld.h"

#include <algorithm>

namespace stowage {

namespace {

/// The catalog walks folders: names are ordered by component, so "a/c" comes before "a-b".
bool isBefore(QByteArrayView a, QByteArrayView b)
{
    const auto rank = [](char c) {
        return c == '/' ? 0 : static_cast<int>(static_cast<unsigned char>(c));
    };
    return std::ranges::lexicographical_compare(a, b, {}, rank, rank);
}

} // namespace

std::optional<size_t> DemoRepository::tag(QByteArrayView tagName) const
{
    const auto found = std::ranges::find(tags, tagName, &DemoTag::name);
    return found == tags.end() ? std::nullopt : std::optional(found->target);
}

std::optional<size_t> DemoWorld::findContent(const Digest& digest) const
{
    const auto found = m_byDigest.constFind(digest);
    return found == m_byDigest.cend() ? std::nullopt : std::optional(*found);
}

std::optional<size_t> DemoWorld::findNode(QByteArrayView name) const
{
    const auto found = std::ranges::find(m_nodes, name, &DemoNode::name);
    return found == m_nodes.end() ? std::nullopt
                                  : std::optional(static_cast<size_t>(found - m_nodes.begin()));
}

const DemoRepository* DemoWorld::findRepository(QByteArrayView name) const
{
    const auto found = std::ranges::lower_bound(m_repositories, name, &isBefore, &DemoRepository::name);
    return found == m_repositories.end() || found->name != name ? nullptr : &*found;
}

DemoRepository& DemoWorld::repository(QByteArrayView name)
{
    const auto found = std::ranges::lower_bound(m_repositories, name, &isBefore, &DemoRepository::name);
    if (found != m_repositories.end() && found->name == name) {
        return *found;
    }
    return *m_repositories.insert(found, DemoRepository{name.toByteArray(), {}, {}});
}

DemoRepository* DemoWorld::existing(QByteArrayView name)
{
    return const_cast<DemoRepository*>(findRepository(name));
}

std::span<const DemoRepository> DemoWorld::repositoriesAfter(QByteArrayView name) const
{
    const auto first = std::ranges::upper_bound(m_repositories, name, &isBefore, &DemoRepository::name);
    return {first, m_repositories.end()};
}

bool DemoWorld::isLinked(const DemoRepository& repository, size_t content) const
{
    return std::ranges::binary_search(repository.content, content);
}

bool DemoWorld::holds(size_t node, size_t content) const
{
    const auto& held = m_nodes[node].held;
    return content < held.size() && held[content];
}

bool DemoWorld::holds(QByteArrayView node, const Digest& digest) const
{
    const auto at = findNode(node);
    const auto what = findContent(digest);
    return at && what && holds(*at, *what);
}

std::vector<size_t> DemoWorld::holders(size_t content) const
{
    std::vector<size_t> found;
    for (size_t node = 0; node < m_nodes.size(); ++node) {
        if (holds(node, content)) {
            found.push_back(node);
        }
    }
    return found;
}

std::vector<size_t> DemoWorld::withParts(size_t content) const
{
    std::vector<size_t> found{content};
    for (size_t i = 0; i < found.size(); ++i) {
        const auto& parts = m_content[found[i]].parts;
        found.insert(found.end(), parts.begin(), parts.end());
    }
    return found;
}

size_t DemoWorld::tagCount() const
{
    size_t count = 0;
    for (const DemoRepository& one : m_repositories) {
        count += one.tags.size();
    }
    return count;
}

size_t DemoWorld::layerCount() const
{
    return static_cast<size_t>(std::ranges::count(m_content, ContentKind::Layer, &DemoContent::kind));
}

size_t DemoWorld::addNode(QByteArray name, QByteArray zone, QByteArray identity)
{
    m_nodes.push_back({std::move(name),
                       std::move(zone),
                       std::move(identity),
                       DemoNodeState::Live,
                       Millis{0},
                       Millis{0},
                       Millis{0},
                       {}});
    return m_nodes.size() - 1;
}

size_t DemoWorld::addContent(DemoContent content)
{
    if (const auto known = findContent(content.descriptor.digest)) {
        return *known;
    }
    m_byDigest.insert(content.descriptor.digest, m_content.size());
    m_content.push_back(std::move(content));
    m_copies.push_back(0);
    return m_content.size() - 1;
}

void DemoWorld::link(QByteArrayView name, size_t content)
{
    auto& linked = repository(name).content;
    const auto at = std::ranges::lower_bound(linked, content);
    if (at == linked.end() || *at != content) {
        linked.insert(at, content);
    }
}

void DemoWorld::unlink(QByteArrayView name, size_t content)
{
    if (auto* found = existing(name)) {
        std::erase(found->content, content);
    }
}

void DemoWorld::setTag(QByteArrayView name, const QByteArray& tag, size_t target)
{
    link(name, target);
    auto& tags = repository(name).tags;
    const auto found = std::ranges::find(tags, tag, &DemoTag::name);
    if (found == tags.end()) {
        tags.push_back({tag, target});
    } else {
        found->target = target;
    }
}

void DemoWorld::removeTag(QByteArrayView name, QByteArrayView tag)
{
    if (auto* found = existing(name)) {
        std::erase_if(found->tags, [tag](const DemoTag& one) { return one.name == tag; });
    }
}

void DemoWorld::removeManifest(QByteArrayView name, size_t manifest)
{
    if (auto* found = existing(name)) {
        std::erase_if(found->tags, [manifest](const DemoTag& one) { return one.target == manifest; });
        std::erase(found->content, manifest);
    }
}

void DemoWorld::retire(size_t content)
{
    for (DemoRepository& one : m_repositories) {
        std::erase(one.content, content);
        std::erase_if(one.tags, [content](const DemoTag& tag) { return tag.target == content; });
    }
    for (const size_t node : holders(content)) {
        setHeld(node, content, false);
    }
    m_content[content].body.clear();
    m_content[content].parts = {};
    m_content[content].descriptor.mediaType.clear();
}

void DemoWorld::setHeld(size_t node, size_t content, bool held)
{
    auto& cells = m_nodes[node].held;
    if (content >= cells.size()) {
        cells.resize(m_content.size(), false);
    }
    if (cells[content] != held) {
        cells[content] = held;
        m_copies[content] = held ? m_copies[content] + 1 : m_copies[content] - 1;
    }
}

void DemoWorld::setState(size_t node, DemoNodeState state)
{
    if (state == DemoNodeState::Gone && m_nodes[node].state != DemoNodeState::Gone) {
        m_nodes[node].goneSince = m_now;
    } else if (state != DemoNodeState::Gone && m_nodes[node].state == DemoNodeState::Gone) {
        m_nodes[node].backSince = m_now;
    }
    m_nodes[node].state = state;
}

void DemoWorld::restart(size_t node, QByteArray identity)
{
    m_nodes[node].identity = std::move(identity);
    m_nodes[node].startedAt = m_now;
}

} // namespace stowage
