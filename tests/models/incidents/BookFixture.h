// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentBook.h"
#include "tests/models/incidents/StormMaker.h"
#include "tests/support/ManualClock.h"

namespace stowage::test {

/// A book with a log that gives back what persons do, as AlertDesk wires them.
class BookFixture
{
public:
    BookFixture();

    /// Takes what the maker has made since the last time, with the clock where it was learned of.
    void play();
    void take(const std::vector<AlertEvent>& events);
    /// The title of each incident, in order.
    QStringList titles() const;
    /// What each alert belongs by, with its detail: "eu-b-1 Status: zone eu-b".
    QStringList reasons(const Incident& incident) const;

    ManualClock clock;
    IncidentBook book{clock};
    StormMaker make{1};
    std::vector<AlertEvent> log; ///< acts of persons
    std::vector<IncidentChanges> changes;

private:
    size_t m_played = 0;
};

/// 2 minutes: `at(2)`
inline Millis minutes(int count)
{
    return std::chrono::minutes(count);
}

} // namespace stowage::test
