// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/metrics/ThresholdBreach.h"

#include <QStringList>

#include <vector>

namespace stowage {

/// What is wrong with the metrics of one peer.
struct PeerMetricsReport
{
    std::optional<Error> trouble;
    std::vector<ThresholdBreach> breaches;
};

/// One warning for each kind of trouble, naming the peers that have it.
class PeerMetricsWarnings
{
public:
    void add(const QString& peer, const PeerMetricsReport& report);
    QStringList texts() const;

private:
    struct Breached
    {
        ThresholdBreach::Kind kind;
        double limit;
        QStringList peers;
    };

    QStringList m_untold;
    std::optional<Error> m_firstTrouble;
    std::vector<Breached> m_breached;
};

} // namespace stowage
