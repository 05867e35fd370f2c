// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <tuple>

namespace stowage {

class DemoWorld;

/// Which requests a peer has answered, as Spegel counts them.
struct DemoRequestKind
{
    QByteArray code;
    QByteArray handler;
    QByteArray method;

    /// `code="200",handler="/v2/*",method="GET"`
    QByteArray labels() const;

    bool operator<(const DemoRequestKind& other) const
    {
        return std::tie(code, handler, method) < std::tie(other.code, other.handler, other.method);
    }
};

using DemoRequestCounts = std::map<DemoRequestKind, double>;

/// What a node's peer shows at `/metrics`: the series, labels and bounds of Spegel 0.7.4 (recordings),
/// without the figures of its runtime and of libp2p. `answered` is what really was asked of it; the pulls of
/// its node's containerd are played (DemoPeerLoad).
QByteArray demoMetrics(const DemoWorld& world, size_t node, const QByteArray& registry,
                       const DemoRequestCounts& answered, int inflight);

} // namespace stowage
