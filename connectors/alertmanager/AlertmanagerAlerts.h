// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"
#include "models/alerts/AlertReport.h"

#include <QHash>
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
        Timestamp updated{};     ///< when it was sent last
        bool isRepeated = false; ///< it was sent again while we looked
    };

    /// One for which more than half of the time until its end had passed. Whoever sends it again does so long
    /// before, Prometheus four times in that time: one that goes when its time is up was ended by nobody.
    struct Overdue
    {
        QString name;
        size_t sender = 0; ///< a hash of whoever sends it, of the address that it gives; 0: it gives none
        Timestamp until{};
    };

    /// What went for nobody sent it any more. It is over once its sender is heard again and does not send it.
    struct RunOut
    {
        QString name;
        size_t sender = 0;
        Timestamp until{};
        Timestamp heardAt{}; ///< when its sender was first seen to send others again; the epoch: not yet
    };

    Print print;
    std::vector<End> until;          ///< of what fires, by fingerprint
    QHash<QString, Overdue> overdue; ///< by fingerprint
    QHash<QString, RunOut> ranOut;   ///< likewise
    QSet<QString> doubled;           ///< fingerprints under which different alerts were told, now or before

    bool fires(size_t fingerprint) const { return find(fingerprint) != nullptr; }
    const End* find(size_t fingerprint) const; ///< null: it does not fire
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
    /// Told before, and gone as nobody had sent them again in time: nobody has ended them, and whether they
    /// stand nobody knows. By the keys of the alerts.
    std::vector<AlertRuleFailure> ranOut;
    bool isWhole = true; ///< false where some of what stands is left out
    std::shared_ptr<const AlertmanagerMemory> memory;
};

/// How to read them.
struct AlertmanagerWish
{
    std::shared_ptr<const AlertmanagerMemory> before; ///< null: nothing is known
    bool isAll = true;                                ///< also when nothing has changed
    size_t mostAlerts = 50'000;
    Timestamp now{};                              ///< by the server's clock
    Millis senderYouth = std::chrono::minutes(2); ///< after which one that is back has sent all again
};

/// Reads them; any thread.
Result<AlertmanagerAlerts> readAlertmanagerAlerts(const HttpAnswer& answer, const AlertmanagerWish& wish);

} // namespace stowage
