// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/hub/DemoHubRecords.h"
#include "connectors/beszel/HubPage.h"
#include "tests/bench/Bench.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>

using namespace stowage;

namespace {

constexpr size_t Records = 500;
constexpr int Repetitions = 41;
constexpr int MostContainers = 64;

/// A page of system_stats as the connector asks for it: one machine after the other.
QByteArray page()
{
    DemoWorld world = buildDemoWorld({}, 1);
    world.setBeganAt(Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21}});
    const DemoHubRecords records(world);
    const auto systems = records.systems();
    QByteArray items;
    for (size_t i = 0; i < Records; ++i) {
        const DemoSystem& system = systems[i / 60];
        items += (i == 0 ? "" : ",") + records.systemStats(system, {i / 60, 0, -static_cast<qint64>(i % 60)});
    }
    return "{\"items\":[" + items + "],\"page\":1,\"perPage\":500,\"totalItems\":-1,\"totalPages\":-1}\n";
}

struct Sum
{
    size_t records = 0;
    double cpu = 0;
    double sent = 0;
};

/// What a connector needs of each record, taken from a tree: the same fields into the same flat rows.
HubStats byTree(const QByteArray& body)
{
    HubStats stats;
    const auto tree = nlohmann::json::parse(body.begin(), body.end());
    for (const auto& record : tree.at("items")) {
        StatsRow row;
        row.id = record.at("id").get<std::string>();
        row.system = record.at("system").get<std::string>();
        row.span = std::chrono::minutes{1};
        row.first = static_cast<quint32>(stats.values.size());
        const auto& fields = record.at("stats");
        const auto add = [&](HubMetric metric, double value) {
            stats.values.push_back({metric, HubValue::NoDevice, value, value});
        };
        const auto one = [&](const char* key, HubMetric metric, double unit) {
            if (const auto found = fields.find(key); found != fields.end()) {
                add(metric, found->get<double>() * unit);
            }
        };
        const auto many = [&](const char* key, std::initializer_list<HubMetric> metrics) {
            if (const auto found = fields.find(key); found != fields.end()) {
                size_t index = 0;
                for (const HubMetric metric : metrics) {
                    add(metric, found->at(index++).get<double>());
                }
            }
        };
        constexpr double Gibi = 1024.0 * 1024 * 1024;
        one("cpu", HubMetric::Cpu, 1);
        one("m", HubMetric::MemoryTotal, Gibi);
        one("mu", HubMetric::MemoryUsed, Gibi);
        one("mp", HubMetric::MemoryPercent, 1);
        one("s", HubMetric::SwapTotal, Gibi);
        one("su", HubMetric::SwapUsed, Gibi);
        one("d", HubMetric::DiskTotal, Gibi);
        one("du", HubMetric::DiskUsed, Gibi);
        one("dp", HubMetric::DiskPercent, 1);
        many("la", {HubMetric::Load1, HubMetric::Load5, HubMetric::Load15});
        many("cpub", {HubMetric::CpuUser, HubMetric::CpuSystem, HubMetric::CpuIowait, HubMetric::CpuSteal});
        many("dio", {HubMetric::DiskRead, HubMetric::DiskWrite});
        many("b", {HubMetric::NetSent, HubMetric::NetReceived});
        if (const auto found = fields.find("dios"); found != fields.end()) {
            add(HubMetric::DiskBusy, found->at(2).get<double>());
        }
        if (const auto nics = fields.find("ni"); nics != fields.end()) {
            for (const auto& [name, nic] : nics->items()) {
                add(HubMetric::NetSent, nic.at(0).get<double>());
                add(HubMetric::NetReceived, nic.at(1).get<double>());
            }
        }
        if (const auto sensors = fields.find("t"); sensors != fields.end()) {
            for (const auto& [name, sensor] : sensors->items()) {
                add(HubMetric::Temperature, sensor.get<double>());
            }
        }
        row.count = static_cast<quint32>(stats.values.size()) - row.first;
        stats.rows.push_back(std::move(row));
    }
    return stats;
}

Sum sumOf(const HubStats& stats)
{
    Sum sum{stats.rows.size(), 0, 0};
    for (const HubValue& value : stats.values) {
        sum.cpu += value.metric == HubMetric::Cpu ? value.value : 0;
        sum.sent += value.metric == HubMetric::NetSent ? value.value : 0;
    }
    return sum;
}

} // namespace

int main()
{
    const QByteArray body = page();
    const auto decoded = [&] {
        return parseHubPage(HubCollection::SystemStats, body, MostContainers)->stats;
    };
    const Sum ours = sumOf(decoded());
    const Sum tree = sumOf(byTree(body));
    if (ours.records != Records || tree.records != Records || ours.cpu != tree.cpu ||
        ours.sent != tree.sent) {
        std::fprintf(stderr, "the two read different things of the page\n");
        return EXIT_FAILURE;
    }
    const bool isMet = bench::compare(
        {QStringLiteral("beszel.page.decode"),
         QStringLiteral("500 stats records, %1 KiB, to metrics; peer: nlohmann DOM").arg(body.size() / 1024),
         1.0 / 15},
        Repetitions,
        [&] {
            const HubStats stats = decoded();
            bench::keep(&stats);
        },
        [&] {
            const HubStats stats = byTree(body);
            bench::keep(&stats);
        });
    return isMet ? EXIT_SUCCESS : EXIT_FAILURE;
}
