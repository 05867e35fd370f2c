// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/ports/AddressProbe.h"

#include <QObject>

#include <vector>

namespace stowage {

/// How the addresses behind a server's name answered when last tried.
struct NameNote
{
    QString source;      ///< the profile's id
    QString server;      ///< the name
    QStringList v6{};    ///< AAAA; empty: there is none, and `v4Answer` says nothing
    Timestamp v6Since{}; ///< when it was first seen
    FamilyAnswer v4Answer = FamilyAnswer::Unknown;
    FamilyAnswer v6Answer = FamilyAnswer::Unknown;
    Timestamp seenAt{};

    bool operator==(const NameNote&) const = default;
};

/// What is known of the names of the sources' servers. GUI thread.
class NameBook : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// By source and server.
    const std::vector<NameNote>& notes() const { return m_notes; }

    /// Takes the place of what was known of the same server.
    void note(NameNote note);

Q_SIGNALS:
    void changed();

private:
    std::vector<NameNote> m_notes;
};

} // namespace stowage
