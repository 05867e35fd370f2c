// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/WhatIfControl.h"

namespace stowage {

WhatIfControl::WhatIfControl(const PlacementTracker& tracker, QObject* parent)
    : QObject(parent), m_tracker(tracker)
{
    connect(&tracker, &PlacementTracker::changed, this, [this] {
        if (!m_choice.isEmpty()) {
            compute();
        }
    });
}

void WhatIfControl::toggleNode(NodeId node)
{
    m_choice.toggleNode(map(), node);
    compute();
}

void WhatIfControl::toggleNode(const QString& name)
{
    if (const auto node = map().findNode(name)) {
        toggleNode(*node);
    } else {
        m_choice.removeNode(name); // it has gone for good meanwhile
        compute();
    }
}

void WhatIfControl::toggleZone(const QString& zone)
{
    m_choice.toggleZone(map(), zone);
    compute();
}

void WhatIfControl::clear()
{
    m_choice.clear();
    compute();
}

void WhatIfControl::compute()
{
    m_answer = m_choice.isEmpty() ? WhatIf() : whatIf(map(), m_choice.resolve(map()));
    Q_EMIT changed();
}

} // namespace stowage
