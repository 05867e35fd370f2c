// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/alerts/AlertObservation.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace stowage {

/// `/api/v2/alerts` as it was read, kept for the next reading: an alert of which the server says the same as
/// before is taken over from here, texts and all.
///
/// What the real one does (0.25, measured): it lists what stands, and a resolved alert is gone from the list
/// at once. `endsAt` of one that stands lies ahead: resolve_timeout from now, or four times Prometheus'
/// resend delay; one that nobody sends again vanishes then, as if it were resolved. `status.state` is
/// "active" or "suppressed" from the first moment ("unprocessed" is in the contract only); silencedBy and
/// inhibitedBy say which of the two, and both may. Fingerprints are made of the labels, so that no two alerts
/// share one.
struct AlertmanagerAlerts
{
    /// Of what is told of an alert, but for the times that every repetition moves.
    struct Print
    {
        quint64 one = 0;
        quint64 other = 0;

        bool operator==(const Print&) const = default;
    };

    std::vector<AlertObservation> alerts; ///< as the server names them: keys are fingerprints
    std::vector<Print> prints;            ///< of each
    std::vector<Timestamp> until;         ///< of each: endsAt
    QHash<Print, size_t> byPrint;
    QHash<QString, size_t> byKey;
    QSet<QString> doubled; ///< fingerprints under which different alerts were told, now or before
    quint64 leftOut = 0;   ///< that cannot be read, or were too many
    quint64 taken = 0;     ///< over from the last reading
    quint64 ranOut = 0;  ///< told before, and gone when nobody had sent them again in time: nobody ended them
    bool isWhole = true; ///< false where there are too many

    /// As a report tells them: with keys that differ.
    std::vector<AlertObservation> told() const;
};

inline size_t qHash(const AlertmanagerAlerts::Print& print, size_t seed = 0)
{
    return qHashMulti(seed, print.one, print.other);
}

/// Reads them; any thread. `before`: the last reading, or null. `now`: by the server's clock.
Result<std::shared_ptr<const AlertmanagerAlerts>>
readAlertmanagerAlerts(const HttpAnswer& answer, const std::shared_ptr<const AlertmanagerAlerts>& before,
                       size_t mostAlerts, Timestamp now);

} // namespace stowage
