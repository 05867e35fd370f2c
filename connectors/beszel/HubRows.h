// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubMetric.h"
#include "models/hosts/HostObservation.h"

#include <limits>
#include <string>
#include <vector>

namespace stowage {

/// A record of `systems`.
struct HubSystem
{
    QString id;
    QString name;
    QString host;
    QString port;
    HostState state = HostState::Unseen;
    QString status; ///< as told, where it is none that we know
    Timestamp created{};
    Timestamp updated{};
    std::optional<double> uptime; ///< seconds
    std::optional<double> celsius;
    std::optional<double> gpuPercent;
    QString agent; ///< version; empty while pending or paused

    bool operator==(const HubSystem&) const = default;
};

/// A record of `system_details`.
struct HubDetails
{
    QString system;
    QString hostname;
    QString os;
    QString kernel;
    QString cpuModel;
    std::optional<double> cores; ///< processors that the system schedules on
    std::optional<double> memoryBytes;

    bool operator==(const HubDetails&) const = default;
};

struct HubContainer
{
    QString system;
    HostContainer container;
};

struct HubService
{
    QString system;
    HostService service;
};

/// One number of a stats record, in our unit.
struct HubValue
{
    static constexpr quint16 NoDevice = std::numeric_limits<quint16>::max();

    HubMetric metric = HubMetric::Cpu;
    quint16 device = NoDevice; ///< into HubStats::devices
    double value = 0;
    double peak = 0;
};

/// Rates that a hub leaves out where they are zero, and where its agent does not tell them.
enum class HubRate : quint8
{
    Net = 1,
    DiskIo = 2,
    DiskBusy = 4,
};

/// A record of `system_stats` or `container_stats`; its numbers are a stretch of HubStats::values.
struct StatsRow
{
    std::string id;     ///< 15 characters: no allocation
    std::string system; ///< likewise
    Timestamp created{};
    Millis span{0};
    quint32 first = 0;
    quint32 count = 0;
    quint8 told = 0; ///< HubRates that it tells
};

/// The numbers of many records, without an allocation a record.
struct HubStats
{
    std::vector<StatsRow> rows;
    std::vector<HubValue> values;
    std::vector<std::string> devices; ///< file systems, network devices, sensors, containers: each name once
};

} // namespace stowage
