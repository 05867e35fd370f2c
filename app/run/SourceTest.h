// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/FleetSession.h"
#include "app/run/ExitStatus.h"

#include <QObject>

#include <vector>

namespace stowage {

/// `stowage source test ID`: the doctor's checks, printed as they come, or as one document.
class SourceTest : public QObject
{
    Q_OBJECT

public:
    SourceTest(const Invocation& invocation, Profile profile, const Clock& clock, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(stowage::ExitStatus status);

private:
    void take(const Check& check);
    void conclude();

    const Invocation m_invocation;
    const Clock& m_clock;
    FleetSession m_session;
    std::vector<Check> m_checks;
};

} // namespace stowage
