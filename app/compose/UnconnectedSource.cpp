// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/UnconnectedSource.h"

namespace stowage {

UnconnectedSource::UnconnectedSource(SourceStatus status, const Clock& clock, QObject* parent)
    : Connector(parent), m_status(std::move(status)), m_clock(clock)
{
    m_status.settled = true;
}

void UnconnectedSource::start()
{
    Delta delta;
    delta.source = m_status.id;
    delta.generation = ++m_generation;
    delta.at = m_clock.now();
    delta.status = m_status;
    Q_EMIT this->delta(delta);
}

} // namespace stowage
