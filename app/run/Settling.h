// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <QObject>

namespace stowage {

/// Waits until every source has answered once or failed, or the patience ends. Says so once.
class Settling : public QObject
{
    Q_OBJECT

public:
    Settling(const Fleet& fleet, const Clock& clock, QObject* parent = nullptr);

    /// `expected`: the sources that the profile connects; they may not all be in the fleet yet.
    void await(const QStringList& expected, Millis patience);

    /// Those that have neither answered nor failed.
    QStringList waitingFor() const;

Q_SIGNALS:
    void settled();

private:
    void look();
    void finish();

    const Fleet& m_fleet;
    const Clock& m_clock;
    QStringList m_expected;
    bool m_waits = false;
};

} // namespace stowage
