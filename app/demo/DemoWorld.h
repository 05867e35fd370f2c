// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/load/DemoTrouble.h"
#include "models/core/Time.h"
#include "models/fleet/Image.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace stowage {

/// How a simulated node does.
enum class DemoNodeState : quint8
{
    Live,
    Unable, ///< ready, but its containerd hangs: content is never answered
    Gone,   ///< nothing listens
};

/// A piece of content. Layers have a size and no bytes: nobody serves gigabytes to a demonstration.
struct DemoContent
{
    Descriptor descriptor;
    ContentKind kind = ContentKind::Layer;
    QByteArray body;
    std::vector<size_t> parts; ///< what it names: a manifest's config and layers, an index' manifests

    bool isAtHand() const { return body.size() == descriptor.bytes; }
};

struct DemoTag
{
    QByteArray name;
    size_t target = 0; ///< content
};

struct DemoRepository
{
    QByteArray name;
    std::vector<DemoTag> tags;   ///< in the order tags/list answers them
    std::vector<size_t> content; ///< linked here, sorted

    std::optional<size_t> tag(QByteArrayView tagName) const;
};

struct DemoNode
{
    QByteArray name; ///< "eu-a-01"
    QByteArray zone;
    QByteArray identity; ///< libp2p id
    DemoNodeState state = DemoNodeState::Live;
    Millis goneSince{0};    ///< on the world's clock, when it went last
    Millis backSince{0};    ///< likewise, when it came back
    Millis startedAt{0};    ///< when its peer last began, on the world's clock
    std::vector<bool> held; ///< by content; may be shorter than the content
};

/// The truth that the simulated servers tell of: what a registry has and which node holds it. A plain value
/// without time of its own; content is named by its index, which never changes.
class DemoWorld
{
public:
    // What there is.
    const std::vector<DemoContent>& content() const { return m_content; }
    const std::vector<DemoRepository>& repositories() const
    {
        return m_repositories;
    } ///< as the catalog sorts them
    const std::vector<DemoNode>& nodes() const { return m_nodes; }
    Millis now() const { return m_now; }            ///< since the world began
    Timestamp beganAt() const { return m_beganAt; } ///< when that was, for servers that tell the time

    /// What goes wrong with the machines.
    const std::vector<DemoAffliction>& troubles() const { return m_troubles; }

    std::optional<size_t> findContent(const Digest& digest) const;
    std::optional<size_t> findNode(QByteArrayView name) const;
    const DemoRepository* findRepository(QByteArrayView name) const;
    /// The repositories that the catalog lists after this name, or all for an empty one.
    std::span<const DemoRepository> repositoriesAfter(QByteArrayView name) const;
    bool isLinked(const DemoRepository& repository, size_t content) const;

    bool holds(size_t node, size_t content) const;
    bool holds(QByteArrayView node, const Digest& digest) const;

    /// Nodes that hold it, whatever their state, in order.
    std::vector<size_t> holders(size_t content) const;

    /// How many nodes hold it.
    size_t copies(size_t content) const { return m_copies[content]; }

    /// An index or manifest with all that it names, however deep; the whole comes first.
    std::vector<size_t> withParts(size_t content) const;

    size_t tagCount() const;
    size_t layerCount() const;

    // How it changes.
    void setNow(Millis now) { m_now = now; }
    void setBeganAt(Timestamp at) { m_beganAt = at; }
    void setTroubles(std::vector<DemoAffliction> troubles) { m_troubles = std::move(troubles); }
    size_t addNode(QByteArray name, QByteArray zone, QByteArray identity);

    /// The same digest a second time is the same content.
    size_t addContent(DemoContent content);

    /// Puts content, but not its parts, into a repository, which is made when it is new.
    void link(QByteArrayView repository, size_t content);
    void unlink(QByteArrayView repository, size_t content);

    /// Sets a tag, new or moved. The target is linked as well.
    void setTag(QByteArrayView repository, const QByteArray& tag, size_t target);
    void removeTag(QByteArrayView repository, QByteArrayView tag);

    /// What a registry does on DELETE of a manifest: it goes, and every tag on it.
    void removeManifest(QByteArrayView repository, size_t manifest);

    /// Garbage collection of one piece: every repository, tag and node lets go of it, and its bytes are
    /// freed.
    void retire(size_t content);

    void setHeld(size_t node, size_t content, bool held);
    void setState(size_t node, DemoNodeState state);

    /// Its peer was started anew, as another one under the same address.
    void restart(size_t node, QByteArray identity);

private:
    DemoRepository& repository(QByteArrayView name); ///< made when it is new
    DemoRepository* existing(QByteArrayView name);

    std::vector<DemoContent> m_content;
    std::vector<size_t> m_copies; ///< by content
    QHash<Digest, size_t> m_byDigest;
    std::vector<DemoRepository> m_repositories;
    std::vector<DemoNode> m_nodes;
    Millis m_now{0};
    Timestamp m_beganAt{};
    std::vector<DemoAffliction> m_troubles = usualDemoTroubles();
};

} // namespace stowage
