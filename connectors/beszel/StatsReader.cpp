// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/StatsReader.h"

#include "connectors/beszel/StatsValues.h"

namespace stowage {

using namespace stats;

namespace {

/// What cannot be read as what we expect, and does not make the rest unreadable.
bool isHarmless(simdjson::error_code error)
{
    switch (error) {
    case simdjson::INCORRECT_TYPE:
    case simdjson::NUMBER_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE:
    case simdjson::NO_SUCH_FIELD:
    case simdjson::INDEX_OUT_OF_BOUNDS:
        return true;
    default:
        return false;
    }
}

} // namespace

/// What must be seen together before it is told.
struct StatsReader::SystemFields
{
    Pair cpu = NoPair;    ///< mean, most
    Pair memory = NoPair; ///< used, most
    Pair swap = NoPair;   ///< total, used
    Pair io = NoPair;     ///< read, written
    Pair ioMost = NoPair;
    Pair net = NoPair; ///< sent, received
    Pair netMost = NoPair;
    double busy = None;
    double busyMost = None;
    Pair oldIo = NoPair;
    Pair oldIoMost = NoPair;
    Pair oldNet = NoPair;
    Pair oldNetMost = NoPair;
};

simdjson::error_code StatsReader::readSystem(Value stats, quint8& told)
{
    SystemFields fields;
    const auto error =
        eachField(stats, [&](ShortKey key, Value value) { return takeField(key, value, fields); });
    finish(fields, told);
    return passed(error);
}

simdjson::error_code StatsReader::takeField(quint64 key, Value value, SystemFields& fields)
{
    switch (key) {
    case shortKey("cpu"):
        fields.cpu[0] = number(value);
        break;
    case shortKey("cpum"):
        fields.cpu[1] = number(value);
        break;
    case shortKey("m"):
        add(HubMetric::MemoryTotal, number(value) * Gibi, None);
        break;
    case shortKey("mu"):
        fields.memory[0] = number(value) * Gibi;
        break;
    case shortKey("mm"):
        fields.memory[1] = number(value) * Gibi;
        break;
    case shortKey("mp"):
        add(HubMetric::MemoryPercent, number(value), None);
        break;
    case shortKey("s"):
        fields.swap[0] = number(value) * Gibi;
        break;
    case shortKey("su"):
        fields.swap[1] = number(value) * Gibi;
        break;
    case shortKey("d"):
        add(HubMetric::DiskTotal, number(value) * Gibi, None);
        break;
    case shortKey("du"):
        add(HubMetric::DiskUsed, number(value) * Gibi, None);
        break;
    case shortKey("dp"):
        add(HubMetric::DiskPercent, number(value), None);
        break;
    default:
        return takeList(key, value, fields);
    }
    return SUCCESS;
}

simdjson::error_code StatsReader::takeList(quint64 key, Value value, SystemFields& fields)
{
    switch (key) {
    case shortKey("cpub"):
        return addAll(value, std::array{HubMetric::CpuUser, HubMetric::CpuSystem, HubMetric::CpuIowait,
                                        HubMetric::CpuSteal});
    case shortKey("la"):
        return addAll(value, std::array{HubMetric::Load1, HubMetric::Load5, HubMetric::Load15});
    case shortKey("dio"):
        return numbers(value, fields.io);
    case shortKey("diom"):
        return numbers(value, fields.ioMost);
    case shortKey("dios"):
        return readBusy(value, fields.busy);
    case shortKey("diosm"):
        return readBusy(value, fields.busyMost);
    case shortKey("b"):
        return numbers(value, fields.net);
    case shortKey("bm"):
        return numbers(value, fields.netMost);
    case shortKey("ni"):
        return readNics(value);
    case shortKey("efs"):
        return readDisks(value);
    case shortKey("t"):
        return readSensors(value);
    case shortKey("g"):
        return readGpus(value);
    default:
        return takeOldField(key, value, fields);
    }
}

simdjson::error_code StatsReader::takeOldField(quint64 key, Value value, SystemFields& fields)
{
    struct Old
    {
        ShortKey key;
        Pair SystemFields::*pair;
        size_t index;
    };
    static constexpr std::array Fields{
        Old{shortKey("dr"), &SystemFields::oldIo, 0},
        Old{shortKey("dw"), &SystemFields::oldIo, 1},
        Old{shortKey("drm"), &SystemFields::oldIoMost, 0},
        Old{shortKey("dwm"), &SystemFields::oldIoMost, 1},
        Old{shortKey("ns"), &SystemFields::oldNet, 0},
        Old{shortKey("nr"), &SystemFields::oldNet, 1},
        Old{shortKey("nsm"), &SystemFields::oldNetMost, 0},
        Old{shortKey("nrm"), &SystemFields::oldNetMost, 1},
    };
    for (const Old& old : Fields) {
        if (key == old.key) {
            (fields.*old.pair)[old.index] = number(value) * Mebi;
            break;
        }
    }
    return SUCCESS; // all others are nothing that we show
}

/// The third of the disk's times is how long it was busy.
simdjson::error_code StatsReader::readBusy(Value value, double& busy)
{
    std::array<double, 3> times{None, None, None};
    const auto error = numbers(value, times);
    busy = times[2];
    return error;
}

/// A pair whose one side is left out for being zero is whole all the same.
void StatsReader::finish(const SystemFields& fields, quint8& told)
{
    add(HubMetric::Cpu, fields.cpu[0], fields.cpu[1]);
    add(HubMetric::MemoryUsed, fields.memory[0], fields.memory[1]);
    add(HubMetric::SwapTotal, fields.swap[0], None);
    if (isTold(fields.swap[0])) {
        add(HubMetric::SwapUsed, isTold(fields.swap[1]) ? fields.swap[1] : 0, None);
    }
    const bool isOldIo = !isTold(fields.io);
    const Pair& io = isOldIo ? fields.oldIo : fields.io;
    const Pair& ioMost = isOldIo ? fields.oldIoMost : fields.ioMost;
    if (isTold(io)) {
        add(HubMetric::DiskRead, isTold(io[0]) ? io[0] : 0, ioMost[0]);
        add(HubMetric::DiskWrite, isTold(io[1]) ? io[1] : 0, ioMost[1]);
        told |= bit(HubRate::DiskIo);
    }
    const bool isOldNet = !isTold(fields.net);
    const Pair& net = isOldNet ? fields.oldNet : fields.net;
    const Pair& netMost = isOldNet ? fields.oldNetMost : fields.netMost;
    if (isTold(net)) {
        add(HubMetric::NetSent, isTold(net[0]) ? net[0] : 0, netMost[0]);
        add(HubMetric::NetReceived, isTold(net[1]) ? net[1] : 0, netMost[1]);
        told |= bit(HubRate::Net);
    }
    if (isTold(fields.busy)) {
        add(HubMetric::DiskBusy, fields.busy, fields.busyMost);
        told |= bit(HubRate::DiskBusy);
    }
}

double StatsReader::number(Value value)
{
    double found = 0;
    if (value.get_double().get(found) == SUCCESS || value.get_double_in_string().get(found) == SUCCESS) {
        return std::isfinite(found) ? found : None;
    }
    ++m_leftOut;
    return None;
}

/// An error that is only about the form of one value is counted, and reading goes on.
simdjson::error_code StatsReader::passed(simdjson::error_code error)
{
    if (!isHarmless(error)) {
        return error;
    }
    ++m_leftOut;
    return SUCCESS;
}

quint16 StatsReader::device(std::string_view name)
{
    m_name = name.substr(0, LongestName);
    const auto found = m_devices.find(m_name);
    if (found != m_devices.end()) {
        return found->second;
    }
    if (m_to.devices.size() >= MostDevices || m_name.empty()) {
        ++m_leftOut;
        return LeftOut;
    }
    const auto index = static_cast<quint16>(m_to.devices.size());
    m_to.devices.push_back(m_name);
    m_devices.emplace(m_name, index);
    return index;
}

void StatsReader::add(HubMetric metric, double value, double peak, quint16 device)
{
    if (isTold(value) && device != LeftOut) {
        m_to.values.push_back({metric, device, value, isTold(peak) ? std::max(value, peak) : value});
    }
}

} // namespace stowage
