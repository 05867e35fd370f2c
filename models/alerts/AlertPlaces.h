// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertObservation.h"
#include "models/alerts/AlertSubject.h"

namespace stowage {

/// Knows what an alert is about: brings what sources call their subjects to the one name that we have.
class AlertPlaces
{
public:
    AlertPlaces() = default;
    AlertPlaces(const AlertPlaces&) = delete;
    AlertPlaces& operator=(const AlertPlaces&) = delete;
    virtual ~AlertPlaces() = default;

    /// A subject that nobody knows is SubjectKind::Unknown with the name as it was told; an alert that names
    /// none is about its source. Asked when an alert comes, and again while its subject is unknown.
    virtual AlertPlace place(const QString& source, const AlertObservation& observation) const = 0;
};

} // namespace stowage
