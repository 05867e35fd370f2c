// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/FindingDatesKeeper.h"

#include <QThreadPool>

namespace stowage {

FindingDatesKeeper::FindingDatesKeeper(FindingDatesFile file, const PlacementWatch& watch, const Clock& clock)
    : m_file(std::move(file)), m_watch(watch), m_clock(clock)
{
    connect(&watch, &PlacementWatch::changed, this, &FindingDatesKeeper::noteChange);
}

FindingDatesKeeper::~FindingDatesKeeper()
{
    if (m_watch.isComputed()) {
        m_file.write(m_watch.dates());
    }
}

void FindingDatesKeeper::noteChange()
{
    if (!std::exchange(m_isDue, true)) {
        m_clock.after(Every, this, [this] { write(); });
    }
}

void FindingDatesKeeper::write()
{
    m_isDue = false;
    // Ten thousand of them take longer to write than the screen may wait.
    QThreadPool::globalInstance()->start([file = m_file, book = m_watch.dates()] { file.write(book); });
}

} // namespace stowage
