// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostFacts.h"

#include <vector>

namespace stowage {

/// What kind of thing samples are about.
enum class HostKind : quint8
{
    Machine,
    Service, ///< a process with metrics of its own: a registry instance
};

/// How its source says that a host stands. A failed query says nothing of it.
enum class HostState : quint8
{
    Unseen, ///< nobody has told yet
    Up,
    Down,    ///< its source says so
    Paused,  ///< a person has stopped the watching: not down
    Pending, ///< being set up: the first answer has not come
};

QString hostStateName(HostState state); ///< "up", "down", "paused", "pending", "unseen", as JSON prints it

/// A container as a hub lists it.
struct HostContainer
{
    QString name;
    QString image;
    QString status;                   ///< "Up 3 hours"
    QString health;                   ///< "healthy", "unhealthy", "starting", empty for none
    std::optional<double> cpuPercent; ///< of the host
    std::optional<double> memoryBytes;
    std::optional<double> netBytesPerSecond;
    Timestamp at{};

    bool operator==(const HostContainer&) const = default;
};

/// A service of the init system as a hub lists it.
struct HostService
{
    QString name;
    QString state; ///< "active", "failed", …
    std::optional<double> cpuPercent;
    std::optional<double> memoryBytes;
    Timestamp at{};

    bool operator==(const HostService&) const = default;
};

/// What a source says of a host, beside its samples. What is absent was not told this time and stays as it
/// was, but for the lists, which are whole when they are there.
struct HostObservation
{
    QString subject; ///< the source's own lasting id, see SubjectKey
    HostKind kind = HostKind::Machine;
    HostIdentity identity;
    HostState state = HostState::Unseen;
    QString reason; ///< in words, why it is not up
    HostFacts facts;
    Timestamp at{};                   ///< when this was so, by the source's clock; the epoch: never
    Millis every{60'000};             ///< how often samples come; after three times that it is stale
    std::optional<double> cpuLimit{}; ///< cores that it may use at most, as the profile says
    std::optional<std::vector<HostContainer>> containers{};
    std::optional<std::vector<HostService>> services{};
    bool isDuplicate = false; ///< the source lists the same machine a second time: shown, not counted

    bool operator==(const HostObservation&) const = default;
};

} // namespace stowage
