// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostMatching.h"
#include "models/hosts/HostObservation.h"

#include <QHash>

#include <span>
#include <vector>

namespace stowage {

/// What is known of a subject to find its machine by.
struct HostCandidate
{
    SubjectKey key;
    HostKind kind = HostKind::Machine;
    HostIdentity identity;
    bool isDuplicate = false;
};

/// Which subjects are one machine.
struct HostGroups
{
    std::vector<quint32> groupOf; ///< by candidate: the least candidate of its group
    std::vector<HostAmbiguity> ambiguities;
};

/// Finds which subjects are one machine, whichever source names it: by what a person decided, the profile's
/// names and aliases, machine ids, host names and addresses, the strongest evidence first. What contradicts
/// itself is not guessed: those stay apart and are listed. The answer does not depend on the candidates'
/// order, but for which is the least of a group.
///
/// Services are never joined: several may run on one machine.
class HostMatcher
{
public:
    explicit HostMatcher(const std::vector<HostNames>& names = {});

    HostGroups match(std::span<const HostCandidate> candidates,
                     std::span<const HostDecision> decisions) const;

    /// What the profile calls the machine; empty when it does not, or its names belong to several.
    QString nameOf(const HostIdentity& identity) const;
    /// The same by what callsOf() gave.
    QString nameOf(const QStringList& calls) const;
    QString zoneOf(const QString& name) const { return m_zones.value(name); }

    /// Every name and address by which the machine may be found elsewhere, folded; without those that say
    /// nothing: loopback, "localhost".
    static QStringList callsOf(const HostIdentity& identity);

    /// Folded, without a final dot.
    static QString foldName(const QString& name);

private:
    QHash<QString, QString> m_names; ///< by name and alias, folded; empty where several claim it
    QHash<QString, QString> m_zones; ///< by name
};

} // namespace stowage
