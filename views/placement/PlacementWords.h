// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "views/placement/MatrixCell.h"

#include <QString>

namespace stowage::words {

/// "held", "absent", "unknown".
QString presence(Presence presence);

/// "node is gone", "node is ready but its content does not answer", …; empty for a live node.
QString nodeTrouble(NodeState state);

/// "would be lost", "gained", …; empty where nothing is marked.
QString mark(CellMark mark);

/// "3 s ago"; "never" for the epoch.
QString ago(Timestamp at, Timestamp now);

/// What is known of a cell on one line: "held, 3 s ago, only copy", "unknown, node is gone, held when last
/// seen".
QString cell(const Fleet& fleet, LayerId layer, NodeId node, Timestamp now);

/// The whole name of a cell: "layer 39c42bb9 on eu-b-17: held, 3 s ago, only copy".
QString cellName(const Fleet& fleet, LayerId layer, NodeId node, Timestamp now);

/// The images that need the layer: "team/web:2.0, team/api:1.1 and 3 more".
QString images(const Fleet& fleet, const std::vector<ImageId>& ids, size_t most = 3);

/// The names of nodes: "eu-b-17, eu-b-04 and 3 more".
QString nodes(const Fleet& fleet, const std::vector<NodeId>& ids, size_t most = 2);

/// The first `most` of `all`, and how many more there are.
QString someOf(const QStringList& all, size_t most);

} // namespace stowage::words
