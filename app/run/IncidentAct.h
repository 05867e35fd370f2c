// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/AlertDesk.h"
#include "app/profile/Profile.h"
#include "app/run/ExitStatus.h"
#include "models/hosts/HostBook.h"

#include <QObject>

namespace stowage {

/// `stowage incidents ack|own|release|mute|unmute ID`: writes what a person does into the log that every
/// Stowage on this data folder reads, a window that is open at this moment too. Asks no source.
class IncidentAct : public QObject
{
    Q_OBJECT

public:
    IncidentAct(const Invocation& invocation, Profile profile, const Clock& clock, QObject* parent = nullptr);

    /// Whether that is what was asked for.
    static bool isMeant(const Invocation& invocation);

    void start();

Q_SIGNALS:
    void finished(stowage::ExitStatus status);

private:
    void act();
    std::optional<Error> sayBefore(const Incident& incident, const QString& act, const QString& actor) const;
    Result<void> apply();
    void end(ExitStatus status);

    const Invocation m_invocation;
    const Profile m_profile;
    const Clock& m_clock;
    Fleet m_fleet;    ///< empty: no source is asked
    HostBook m_hosts; ///< likewise
    AlertDesk m_desk;
    bool m_isEnded = false;
};

} // namespace stowage
