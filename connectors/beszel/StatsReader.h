// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubRows.h"

#include <simdjson.h>

#include <unordered_map>

namespace stowage {

/// Reads the numbers of stats records: fields to metrics, binary GB and MB to bytes, old forms only where the
/// new ones are absent. What is missing, null or of another type is left out and the rest is read; only what
/// is no JSON fails.
class StatsReader
{
public:
    using Object = simdjson::ondemand::object;
    using Value = simdjson::ondemand::value;

    explicit StatsReader(HubStats& to) : m_to(to) {}

    /// The `stats` of a system_stats record. The numbers are added; `told` says which rates are among them.
    simdjson::error_code readSystem(Value stats, quint8& told);

    /// The `stats` of a container_stats record: at most `most` containers.
    simdjson::error_code readContainers(Value stats, int most);

    /// Fields whose form is none that we know.
    quint32 leftOut() const { return m_leftOut; }

private:
    struct SystemFields;
    struct DiskFields;

    simdjson::error_code takeField(quint64 key, Value value, SystemFields& fields);
    simdjson::error_code takeList(quint64 key, Value value, SystemFields& fields);
    simdjson::error_code takeOldField(quint64 key, Value value, SystemFields& fields);
    simdjson::error_code readBusy(Value value, double& busy);
    simdjson::error_code readNics(Value value);
    simdjson::error_code readSensors(Value value);
    simdjson::error_code readDisks(Value value);
    simdjson::error_code readDisk(Value value, quint16 device);
    simdjson::error_code readGpus(Value value);
    simdjson::error_code readGpu(Value value, std::string_view id);
    simdjson::error_code readContainer(Value value);
    void finish(const SystemFields& fields, quint8& told);

    /// A finite number, also as text; NaN for what is none.
    double number(Value value);
    /// The array's numbers, NaN where there is none.
    template <size_t N>
    simdjson::error_code numbers(Value value, std::array<double, N>& into);
    /// Adds the array's numbers as these metrics, one after the other.
    template <size_t N>
    simdjson::error_code addAll(Value value, const std::array<HubMetric, N>& metrics);
    simdjson::error_code passed(simdjson::error_code error);
    quint16 device(std::string_view name);
    void add(HubMetric metric, double value, double peak, quint16 device = HubValue::NoDevice);

    HubStats& m_to;
    std::unordered_map<std::string, quint16> m_devices;
    std::string m_name; ///< kept, so that a look-up allocates nothing
    quint32 m_leftOut = 0;
};

} // namespace stowage
