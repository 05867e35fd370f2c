// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoMetricsPage.h"

#include "app/demo/DemoMetricsText.h"
#include "app/demo/DemoPeerLoad.h"
#include "app/demo/DemoWorld.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace stowage {
namespace {

constexpr std::array<const char*, 12> Seconds{"0.005", "0.01", "0.025", "0.05", "0.1", "0.25",
                                              "0.5",   "1",    "2.5",   "5",    "10",  "+Inf"};
constexpr std::array<const char*, 11> Bytes{"1024",    "5120",  "25600", "128000", "640000", "3.2e+06",
                                            "1.6e+07", "8e+07", "4e+08", "2e+09",  "+Inf"};
constexpr std::array<double, 11> LayerSizes{0.05, 0.12, 0.20, 0.30, 0.45, 0.70, 0.90, 0.99, 1, 1, 1};
constexpr std::array<double, 12> AtOnce{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
constexpr std::array<double, 12> InVain{0, 0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 1, 1, 1};

double seconds(Timestamp at)
{
    return static_cast<double>(at.time_since_epoch().count()) / 1000;
}

/// Requests of one kind: how many, how long they took and how much they brought.
struct Answered
{
    double count = 0;
    std::span<const double> times = AtOnce;
    std::span<const double> sizes = std::span(AtOnce).first(Bytes.size());
    double meanSeconds = 0.0004;
    double meanBytes = 139;
};

using AnsweredByKind = std::map<DemoRequestKind, Answered>;

AnsweredByKind allAnswered(const DemoRequestCounts& really, const DemoPeerLoad& load)
{
    AnsweredByKind all;
    for (const auto& [kind, count] : really) {
        all[kind].count = count;
    }
    // Pulls outnumber what is asked of a peer by hand: they give their kind its shape.
    Answered& pulls = all[{"200", "/v2/*", "GET"}];
    pulls = {pulls.count + load.hits, *load.pulls, LayerSizes, 0.21, 2.4e6};
    if (load.misses > 0) {
        Answered& inVain = all[{"404", "/v2/*", "GET"}];
        inVain.count += load.misses;
        inVain.times = InVain;
        inVain.meanSeconds = 0.09;
    }
    return all;
}

void writeRequests(DemoMetricsText& page, const AnsweredByKind& answered, int inflight)
{
    page.family("http_request_duration_seconds", "histogram");
    for (const auto& [kind, of] : answered) {
        page.histogram(kind.labels(), Seconds, of.times, of.count, of.count * of.meanSeconds);
    }
    std::set<QByteArray> handlers;
    for (const auto& [kind, of] : answered) {
        handlers.insert(kind.handler);
    }
    page.family("http_requests_inflight", "gauge");
    for (const QByteArray& handler : handlers) {
        page.sample("handler=\"" + handler + '"', handler == "/v2/*" ? inflight : 0);
    }
    page.family("http_response_size_bytes", "histogram");
    for (const auto& [kind, of] : answered) {
        page.histogram(kind.labels(), Bytes, of.sizes, of.count, std::floor(of.count * of.meanBytes));
    }
}

void writeProcess(DemoMetricsText& page, const DemoPeerLoad& load)
{
    const auto one = [&page](const char* name, const char* type, double value) {
        page.family(name, type);
        page.sample({}, value);
    };
    one("process_cpu_seconds_total", "counter", load.cpuSeconds);
    one("process_max_fds", "gauge", 20'000);
    one("process_network_receive_bytes_total", "counter", load.receivedBytes);
    one("process_network_transmit_bytes_total", "counter", load.sentBytes);
    one("process_open_fds", "gauge", 18);
    one("process_resident_memory_bytes", "gauge", load.memoryBytes);
    one("process_start_time_seconds", "gauge", seconds(load.startedAt));
    one("process_virtual_memory_bytes", "gauge", 1.327616e9);
    one("process_virtual_memory_max_bytes", "gauge", 1.8446744073709552e19);
}

void writeAdvertised(DemoMetricsText& page, const DemoWorld& world, size_t node, const QByteArray& labels)
{
    const DemoNode& peer = world.nodes()[node];
    const auto content = std::ranges::count(peer.held, true);
    std::set<size_t> images;
    int tags = 0;
    for (const DemoRepository& repository : world.repositories()) {
        for (const DemoTag& tag : repository.tags) {
            if (world.holds(node, tag.target)) {
                images.insert(tag.target);
                ++tags;
            }
        }
    }
    page.family("spegel_advertised_content_digests", "gauge");
    page.sample(labels, static_cast<double>(content));
    page.family("spegel_advertised_image_digests", "gauge");
    page.sample(labels, static_cast<double>(images.size()));
    page.family("spegel_advertised_image_tags", "gauge");
    page.sample(labels, tags);
}

void writeMirror(DemoMetricsText& page, const DemoPeerLoad& load, const QByteArray& labels)
{
    page.family("spegel_mirror_last_success_timestamp_seconds", "gauge");
    page.sample({}, seconds(load.lastSuccess));
    page.family("spegel_mirror_requests_total", "counter");
    // A counter is there from the first request of its kind on.
    if (load.hits > 0) {
        page.sample("cache=\"hit\"," + labels, load.hits);
    }
    if (load.misses > 0) {
        page.sample("cache=\"miss\"," + labels, load.misses);
    }
    page.family("spegel_resolve_duration_seconds", "histogram");
    page.histogram("router=\"libp2p\"", Seconds, *load.resolve, load.hits, load.hits * 0.031);
}

} // namespace

QByteArray DemoRequestKind::labels() const
{
    return "code=\"" + code + "\",handler=\"" + handler + "\",method=\"" + method + '"';
}

QByteArray demoMetrics(const DemoWorld& world, size_t node, const QByteArray& registry,
                       const DemoRequestCounts& answered, int inflight)
{
    const DemoPeerLoad load = DemoPeerLoad::of(world, node);
    const QByteArray labels = "registry=\"" + registry + '"';
    DemoMetricsText page;
    writeRequests(page, allAnswered(answered, load), inflight);
    writeProcess(page, load);
    writeAdvertised(page, world, node, labels);
    writeMirror(page, load, labels);
    return page.text();
}

} // namespace stowage
