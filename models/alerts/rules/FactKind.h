// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactTable.h"

#include <memory>

namespace stowage {

class BaselineBook;
class CertificateBook;
class Fleet;
class HostBook;
class HostForecasts;
class NameBook;
class PlacementWatch;
class SelfWatch;

/// Where facts are read from. What is null is not known, and rules about it begin and end nothing. All of it
/// outlives whoever reads it.
struct FactWorld
{
    const Fleet* fleet = nullptr;
    const HostBook* hosts = nullptr;
    const HostForecasts* forecasts = nullptr;
    const PlacementWatch* placement = nullptr;
    const BaselineBook* baselines = nullptr;
    const CertificateBook* certificates = nullptr;
    const SelfWatch* self = nullptr;
    const NameBook* names = nullptr;
    /// Sources, nodes and peers as they stand now, also while the screen is frozen and `fleet` stands still;
    /// of images and who holds them it knows nothing. Null: as in `fleet`.
    const Fleet* live = nullptr;
    /// The same of hosts. Their ids are others than those of `hosts`, which forecasts go by.
    const HostBook* liveHosts = nullptr;

    const Fleet* fleetNow() const { return live != nullptr ? live : fleet; }
    const HostBook* hostsNow() const { return liveHosts != nullptr ? liveHosts : hosts; }
};

/// Reads one kind of facts. GUI thread.
class FactKind
{
public:
    FactKind() = default;
    FactKind(const FactKind&) = delete;
    FactKind& operator=(const FactKind&) = delete;
    virtual ~FactKind() = default;

    virtual const FactSchema& schema() const = 0;

    /// Whether it reads what stands still while the screen is frozen: who holds what, and what follows.
    virtual bool isGated() const { return false; }

    /// Of a few thousand things in a few milliseconds. The table is empty and not yet known; it stays not
    /// known where there is nothing to read from.
    virtual void gather(const FactWorld& world, Timestamp now, FactTable& table) = 0;
};

/// One of each that there is.
std::vector<std::unique_ptr<FactKind>> makeFactKinds();

/// What rules can be about.
std::vector<FactSchema> factSchemas();

} // namespace stowage
