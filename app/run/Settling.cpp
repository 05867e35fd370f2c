// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Settling.h"

namespace stowage {

Settling::Settling(Fleet& fleet, const Inventory& inventory, const Clock& clock, QObject* parent)
    : QObject(parent), m_fleet(fleet), m_inventory(inventory), m_clock(clock)
{
    // Queued: the inventory follows the same signal, and must have heard it before it is compared.
    connect(&fleet, &Fleet::changed, this, &Settling::look, Qt::QueuedConnection);
}

void Settling::await(const QStringList& expected, Millis patience, Until until)
{
    m_expected = expected;
    m_until = until;
    m_waits = true;
    m_clock.after(patience, this, [this] { finish(); });
    QMetaObject::invokeMethod(this, &Settling::look, Qt::QueuedConnection);
}

QStringList Settling::waitingFor() const
{
    const auto tellsImages = [this](const QString& id) {
        const auto source = m_fleet.findSource(id);
        return source && m_fleet.source(*source).status.hasInventory();
    };
    QStringList waiting;
    for (const QString& id : m_expected) {
        if (tellsImages(id) && !isSettled(id, false)) {
            waiting << id;
        }
    }
    const bool isInventoryWhole = waiting.isEmpty();
    for (const QString& id : m_expected) {
        if (!tellsImages(id) && !isSettled(id, isInventoryWhole)) {
            waiting << id;
        }
    }
    return waiting;
}

QStringList Settling::readingPast() const
{
    QStringList reading;
    for (const QString& id : m_expected) {
        const auto found = m_fleet.findSource(id);
        if (!found) {
            continue;
        }
        const SourceStatus& status = m_fleet.source(*found).status;
        if (status.settled && !status.progress.isEmpty() &&
            status.capabilities.contains(QLatin1String("hosts"))) {
            reading << id;
        }
    }
    return reading;
}

bool Settling::isSettled(const QString& id, bool isInventoryWhole) const
{
    const auto found = m_fleet.findSource(id);
    if (!found) {
        return false;
    }
    const Source& source = m_fleet.source(*found);
    const SourceStatus& status = source.status;
    if (source.generation == 0 || !status.settled) { // 0: what the last run left
        return false;
    }
    return !status.answeredInventory ||
           (isInventoryWhole && *status.answeredInventory >= m_inventory.revision());
}

void Settling::look()
{
    const bool isPastAwaited = m_until == Until::PastRead;
    if (m_waits && waitingFor().isEmpty() && !(isPastAwaited && !readingPast().isEmpty())) {
        finish();
    }
}

void Settling::finish()
{
    if (m_waits) {
        m_waits = false;
        Q_EMIT settled();
    }
}

} // namespace stowage
