// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/StatsReader.h"
#include "connectors/beszel/StatsValues.h"

namespace stowage {

using namespace stats;

/// Of a further file system.
struct StatsReader::DiskFields
{
    double total = None;
    double used = None;
    Pair io = NoPair;
    Pair ioMost = NoPair;
    double busy = None;
};

simdjson::error_code StatsReader::readNics(Value value)
{
    int count = 0;
    return passed(eachMember(value, [&](std::string_view name, Value nic) {
        Pair rates = NoPair;
        if (++count > MostOfAKind) {
            return SUCCESS;
        }
        const auto error = numbers(nic, rates);
        const quint16 index = device(name);
        add(HubMetric::NetSent, rates[0], None, index);
        add(HubMetric::NetReceived, rates[1], None, index);
        return error;
    }));
}

simdjson::error_code StatsReader::readSensors(Value value)
{
    int count = 0;
    return passed(eachMember(value, [&](std::string_view name, Value sensor) {
        if (++count <= MostOfAKind) {
            add(HubMetric::Temperature, number(sensor), None, device(name));
        }
        return SUCCESS;
    }));
}

simdjson::error_code StatsReader::readDisks(Value value)
{
    int count = 0;
    return passed(eachMember(value, [&](std::string_view name, Value disk) {
        return ++count > MostOfAKind ? SUCCESS : readDisk(disk, device(name));
    }));
}

simdjson::error_code StatsReader::readDisk(Value value, quint16 index)
{
    DiskFields fields;
    const auto error = eachField(value, [&](ShortKey key, Value member) {
        if (key == shortKey("d")) {
            fields.total = number(member) * Gibi;
        } else if (key == shortKey("du")) {
            fields.used = number(member) * Gibi;
        } else if (key == shortKey("rb")) {
            fields.io[0] = number(member);
        } else if (key == shortKey("wb")) {
            fields.io[1] = number(member);
        } else if (key == shortKey("rbm")) {
            fields.ioMost[0] = number(member);
        } else if (key == shortKey("wbm")) {
            fields.ioMost[1] = number(member);
        } else if (key == shortKey("dios")) {
            std::array<double, 3> times{None, None, None};
            const auto failure = numbers(member, times);
            fields.busy = times[2];
            return failure;
        }
        return SUCCESS;
    });
    add(HubMetric::DiskTotal, fields.total, None, index);
    add(HubMetric::DiskUsed, fields.used, None, index);
    if (isTold(fields.used) && fields.total > 0) {
        add(HubMetric::DiskPercent, 100 * fields.used / fields.total, None, index);
    }
    if (isTold(fields.io)) {
        add(HubMetric::DiskRead, isTold(fields.io[0]) ? fields.io[0] : 0, fields.ioMost[0], index);
        add(HubMetric::DiskWrite, isTold(fields.io[1]) ? fields.io[1] : 0, fields.ioMost[1], index);
    }
    add(HubMetric::DiskBusy, fields.busy, None, index);
    return passed(error);
}

simdjson::error_code StatsReader::readGpus(Value value)
{
    int count = 0;
    return passed(eachMember(value, [&](std::string_view id, Value gpu) {
        return ++count > MostOfAKind ? SUCCESS : readGpu(gpu, id);
    }));
}

simdjson::error_code StatsReader::readGpu(Value value, std::string_view id)
{
    double percent = None;
    std::string name(id.substr(0, LongestName));
    const auto error = eachField(value, [&](ShortKey key, Value member) {
        if (key == shortKey("u")) {
            percent = number(member);
        } else if (key == shortKey("n")) {
            std::string_view text;
            if (member.get_string().get(text) == SUCCESS && !text.empty()) {
                name = std::string(text.substr(0, LongestName)) + ' ' + name; // two of one make are two
            }
        }
        return SUCCESS;
    });
    add(HubMetric::Gpu, percent, None, device(name));
    return passed(error);
}

simdjson::error_code StatsReader::readContainers(Value stats, int most)
{
    simdjson::ondemand::array array;
    if (const auto error = stats.get_array().get(array)) {
        return passed(error);
    }
    int count = 0;
    for (auto item : array) {
        Value container;
        if (const auto error = item.get(container)) {
            return error;
        }
        if (++count > most) {
            continue;
        }
        if (const auto error = readContainer(container)) {
            return error;
        }
    }
    return SUCCESS;
}

simdjson::error_code StatsReader::readContainer(Value value)
{
    std::string name;
    double cpu = None;
    double memory = None;
    Pair net = NoPair;
    Pair oldNet = NoPair;
    const auto error = eachField(value, [&](ShortKey key, Value member) {
        std::string_view text;
        if (key == shortKey("n")) {
            if (member.get_string().get(text) == SUCCESS) {
                name = text.substr(0, LongestName);
            }
        } else if (key == shortKey("c")) {
            cpu = number(member);
        } else if (key == shortKey("m")) {
            memory = number(member) * Mebi;
        } else if (key == shortKey("b")) {
            return numbers(member, net);
        } else if (key == shortKey("ns") || key == shortKey("nr")) {
            oldNet[key == shortKey("ns") ? 0 : 1] = number(member) * Mebi;
        }
        return SUCCESS;
    });
    if (!name.empty()) {
        const quint16 index = device(name);
        const Pair& rates = isTold(net) ? net : oldNet;
        add(HubMetric::ContainerCpu, cpu, None, index);
        add(HubMetric::ContainerMemory, memory, None, index);
        if (isTold(rates)) {
            add(HubMetric::ContainerSent, isTold(rates[0]) ? rates[0] : 0, None, index);
            add(HubMetric::ContainerReceived, isTold(rates[1]) ? rates[1] : 0, None, index);
        }
    }
    return passed(error);
}

} // namespace stowage
