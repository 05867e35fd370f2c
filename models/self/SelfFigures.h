// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QString>

#include <optional>
#include <vector>

namespace stowage {

/// A queue of this program: what waits, and how much may.
struct SelfQueue
{
    QString name; ///< "requests", "samples", "events": as labels write it
    qint64 waiting = 0;
    qint64 most = 0;                  ///< 0: without a bound
    std::optional<qint64> underWay{}; ///< taken out of it and not done; nothing where that is not counted

    bool operator==(const SelfQueue&) const = default;
};

/// One of the databases of this program.
struct SelfDatabase
{
    QString name; ///< "fleet", "series", "alerts"
    qint64 bytes = 0;
    quint64 waiting = 0; ///< accepted, not yet safe on disk
    quint64 dropped = 0; ///< lost, because the disk refused for too long
    bool isWriting = true;
    QString trouble; ///< why not

    /// From acceptance until it is safe; of the last minute. Nothing while nothing was written.
    std::optional<Millis> latestWrite{};
    std::optional<Millis> slowestWrite{};

    bool operator==(const SelfDatabase&) const = default;
};

/// What it takes to ask one source.
struct SelfSource
{
    QString id;
    QString kind;
    quint64 requests = 0;                   ///< since its connector began
    quint64 failures = 0;                   ///< of these
    double perSecond = 0;                   ///< over the last minute
    std::optional<double> failurePercent{}; ///< over five minutes; nothing while nothing was asked
    std::optional<Millis> sinceAnswer{};    ///< nothing: it never answered
    /// How much later than it should the sweep of who holds what is; nothing where nothing is swept.
    std::optional<Millis> sweepLag{};

    bool operator==(const SelfSource&) const = default;
};

/// How the event loop kept up.
struct SelfStalls
{
    Millis longest{0};      ///< of the last five minutes
    quint64 recent = 0;     ///< stalls over SelfWatch::Stall within five minutes
    quint64 total = 0;      ///< since the start
    Millis stalledInAll{0}; ///< the sum of them
    Timestamp lastAt{};     ///< the epoch: there was none

    bool operator==(const SelfStalls&) const = default;
};

/// How this program does.
struct SelfFigures
{
    Timestamp at{};
    Timestamp startedAt{};
    SelfStalls stalls;
    std::optional<qint64> residentBytes;
    std::optional<qint64> diskFreeBytes; ///< where the data lies
    std::optional<qint64> diskBytes;
    std::vector<SelfQueue> queues;       ///< by name
    std::vector<SelfDatabase> databases; ///< by name
    std::vector<SelfSource> sources;     ///< by id

    bool operator==(const SelfFigures&) const = default;
};

} // namespace stowage
