// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementTracker.h"
#include "models/placement/WhatIf.h"
#include "views/placement/LossChoice.h"

#include <QObject>

namespace stowage {

/// What is imagined lost, and the answer to it, which follows the fleet.
class WhatIfControl : public QObject
{
    Q_OBJECT

public:
    /// The tracker outlives it.
    explicit WhatIfControl(const PlacementTracker& tracker, QObject* parent = nullptr);

    const PlacementMap& map() const { return m_tracker.map(); }
    const LossChoice& choice() const { return m_choice; }
    const WhatIf& answer() const { return m_answer; }

    void toggleNode(NodeId node);
    void toggleNode(const QString& name);
    void toggleZone(const QString& zone);
    void clear();

Q_SIGNALS:
    void changed(); ///< the choice or the answer

private:
    void compute();

    const PlacementTracker& m_tracker;
    LossChoice m_choice;
    WhatIf m_answer;
};

} // namespace stowage
