// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/FleetSession.h"
#include "app/run/ExitStatus.h"
#include "app/run/Settling.h"

#include <QObject>

namespace stowage {

/// Runs a command that connects, waits until the sources have answered or failed, prints and ends.
class OneShot : public QObject
{
    Q_OBJECT

public:
    OneShot(const Invocation& invocation, Profile profile, const Clock& clock, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    /// All is printed and the session is stopped.
    void finished(stowage::ExitStatus status);

private:
    void tell(const Delta& delta);
    void printAndEnd();

    const Invocation m_invocation;
    FleetSession m_session;
    Settling m_settling;
};

} // namespace stowage
