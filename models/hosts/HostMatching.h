// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/metrics/SeriesKey.h"

#include <QMetaType>
#include <QStringList>

#include <vector>

namespace stowage {

/// What the profile calls a machine, whatever a source calls it.
struct HostNames
{
    QString name;
    QStringList aliases; ///< host names, addresses
    QString zone;
};

/// Two subjects that may be one machine, and nothing tells for sure: a person is to settle it. Until then
/// they are two.
struct HostAmbiguity
{
    SubjectKey one;
    SubjectKey other;
    QStringList shared; ///< what both are known by: "n1", "10.0.0.7"
    QString why;        ///< why that does not suffice, in words

    bool operator==(const HostAmbiguity&) const = default;
};

/// What a person said of two subjects.
struct HostDecision
{
    SubjectKey one;
    SubjectKey other;
    bool isSame = true;
    Timestamp at{};

    /// Whether it is about these two, in either order.
    bool isAbout(const SubjectKey& a, const SubjectKey& b) const
    {
        return (one == a && other == b) || (one == b && other == a);
    }

    bool operator==(const HostDecision&) const = default;
};

/// Another machine answers where one was known: under the old address and the source's old id of it.
struct HostAlarm
{
    enum class Kind : quint8
    {
        MachineId, ///< the machine's own id is another
        Instance,  ///< another agent answers
        Machine,   ///< it calls itself otherwise, and is made of other parts
    };

    Kind kind = Kind::MachineId;
    SubjectKey subject; ///< whose samples are kept under this key from now on
    SubjectKey before;  ///< under which key the earlier history stays
    QString from;
    QString to;
    Timestamp at{};

    QString text() const; ///< for a person, translated

    bool operator==(const HostAlarm&) const = default;
};

QString hostAlarmKindName(HostAlarm::Kind kind); ///< "machineId", "instance", "machine", as JSON prints it

} // namespace stowage

Q_DECLARE_METATYPE(stowage::HostAlarm)
