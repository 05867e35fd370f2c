// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/alerts/AlertObservation.h"

#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace stowage {

/// What of a reading of `/api/v2/alerts` is needed to judge the next one: little, for the alerts themselves
/// are whoever's they were told to.
struct AlertmanagerMemory
{
    /// Of all that is told, in any order, but for the times that each repetition moves.
    struct Print
    {
        quint64 one = 0;
        quint64 other = 0;
        quint64 count = 0;

        bool operator==(const Print&) const = default;
    };

    /// When it is over if nobody sends it again.
    struct End
    {
        size_t fingerprint = 0; ///< a hash of it
        Timestamp at{};
    };

    Print print;
    std::vector<End> until; ///< of what fires, by fingerprint
    QSet<QString> doubled;  ///< fingerprints under which different alerts were told, now or before

    bool fires(size_t fingerprint) const;
};

/// `/api/v2/alerts` as it was read.
///
/// What the real one does (0.25, measured): it lists what stands, and a resolved alert is gone from the list
/// at once. `endsAt` of one that stands lies ahead: resolve_timeout from now, or four times Prometheus'
/// resend delay; one that nobody sends again vanishes then, as if it were resolved. `status.state` is
/// "active" or "suppressed" from the first moment ("unprocessed" is in the contract only); silencedBy and
/// inhibitedBy say which of the two, and both may. Fingerprints are made of the labels, so that no two alerts
/// share one.
struct AlertmanagerAlerts
{
    bool isUnchanged = false; ///< the same as before, but for repetitions: the alerts are left out
    std::vector<AlertObservation> alerts; ///< with keys that differ
    quint64 leftOut = 0;                  ///< that cannot be read, or were too many
    quint64 ranOut = 0;  ///< told before, and gone when nobody had sent them again in time: nobody ended them
    bool isWhole = true; ///< false where some of what stands is left out
    std::shared_ptr<const AlertmanagerMemory> memory;
};

/// How to read them.
struct AlertmanagerWish
{
    std::shared_ptr<const AlertmanagerMemory> before; ///< null: nothing is known
    bool isAll = true;                                ///< also when nothing has changed
    size_t mostAlerts = 50'000;
    Timestamp now{}; ///< by the server's clock
};

/// Reads them; any thread.
Result<AlertmanagerAlerts> readAlertmanagerAlerts(const HttpAnswer& answer, const AlertmanagerWish& wish);

} // namespace stowage
