// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroServer.h"
#include "app/demo/prometheus/DemoHostSeries.h"
#include "app/demo/prometheus/DemoRules.h"

namespace stowage {

class DemoWorld;

/// A Prometheus over the world's machines that answers as 2.42 does (recordings): the queries of the metric
/// table for any moment and range, targets, rules and their alerts, metadata and build, and its errors. Any
/// other query is refused: it evaluates nothing.
class DemoPrometheus
{
public:
    /// The world must outlive it, and so must an engine that it shares with others.
    DemoPrometheus(const DemoWorld& world, std::vector<DemoTarget> targets, MicroEngine* shared = nullptr);

    MicroServer& server() { return m_server; }
    const MicroServer& server() const { return m_server; }
    DemoRules& rules() { return *m_rules; }
    const std::vector<DemoTarget>& targets() const { return m_targets; }

private:
    MicroAnswer handle(const MicroRequest& request) const;
    MicroResponse query(const MicroRequest& request) const;
    MicroResponse queryRange(const MicroRequest& request) const;
    QByteArray vectorOf(const DemoExpression& expression, Timestamp at) const;
    QByteArray matrixOf(const DemoExpression& expression, Timestamp from, Timestamp to, Millis step) const;

    const DemoWorld& m_world;
    std::vector<DemoTarget> m_targets;
    std::unique_ptr<DemoRules> m_rules; ///< judged when they are asked for
    DemoExpressions m_expressions;
    MicroServer m_server;
};

} // namespace stowage
