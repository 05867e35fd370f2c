// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"
#include "models/core/Error.h"

#include <QObject>

#include <vector>

namespace stowage {

/// A piece of content as a node's own store lists it.
struct ListedContent
{
    Digest digest;
    qint64 bytes = 0; ///< 0: not told
};

/// Lists all content of a node in one call, where something runs there that can (containerd's content
/// store). A sweep takes such an answer instead of one HEAD a digest. GUI thread; outlives who asks it.
class ContentLister : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether it reaches this node at all. May change at any time; asked before each round.
    virtual bool canList(const QString& node) const = 0;

    /// Asks for everything that the node holds, answered once by listed() or failed(), never from within
    /// this call. A node that is being listed is not asked a second time.
    virtual void list(const QString& node) = 0;

Q_SIGNALS:
    /// The whole store: what is not in it is not on the node.
    void listed(const QString& node, const std::vector<stowage::ListedContent>& content);
    void failed(const QString& node, const stowage::Error& error);
};

} // namespace stowage
