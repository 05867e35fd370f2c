// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QStringList>

namespace stowage {

/// What happened to the incidents since the last of these, coalesced. By Incident::id, each sorted and
/// without repeats; an id stands in one of the three only.
struct IncidentChanges
{
    QStringList added;
    QStringList changed;
    /// Resolved long ago, merged into another, or known by another id now that an earlier alert has come:
    /// IncidentBook::find() leads from the old id to what took its place.
    QStringList removed;

    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
    bool operator==(const IncidentChanges&) const = default;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::IncidentChanges)
