// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Settling.h"

namespace stowage {

Settling::Settling(const Fleet& fleet, const Clock& clock, QObject* parent)
    : QObject(parent), m_fleet(fleet), m_clock(clock)
{
    connect(&fleet, &Fleet::changed, this, &Settling::look);
}

void Settling::await(const QStringList& expected, Millis patience)
{
    m_expected = expected;
    m_waits = true;
    m_clock.after(patience, this, [this] { finish(); });
    m_clock.after(Millis{0}, this, [this] { look(); });
}

QStringList Settling::waitingFor() const
{
    QStringList waiting;
    for (const QString& id : m_expected) {
        const auto source = m_fleet.findSource(id);
        if (!source || !m_fleet.source(*source).status.settled) {
            waiting << id;
        }
    }
    return waiting;
}

void Settling::look()
{
    if (m_waits && waitingFor().isEmpty()) {
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
