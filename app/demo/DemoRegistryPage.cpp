// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoRegistryPage.h"

#include "app/demo/DemoMetricsText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace stowage {
namespace {

constexpr std::array<const char*, 14> Seconds{"0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5",
                                              "1",     "2.5",  "5",     "10",   "25",  "60",   "+Inf"};
constexpr std::array<const char*, 23> Bytes{"1024",
                                            "2048",
                                            "4096",
                                            "8192",
                                            "16384",
                                            "32768",
                                            "65536",
                                            "131072",
                                            "262144",
                                            "524288",
                                            "1.048576e+06",
                                            "2.097152e+06",
                                            "4.194304e+06",
                                            "8.388608e+06",
                                            "1.6777216e+07",
                                            "3.3554432e+07",
                                            "6.7108864e+07",
                                            "1.34217728e+08",
                                            "2.68435456e+08",
                                            "5.36870912e+08",
                                            "1.073741824e+09",
                                            "2.147483648e+09",
                                            "+Inf"};
constexpr size_t StorageBounds = 12; // as those of requests, without 25 and 60

using Shares = std::array<double, Seconds.size()>;
//                    5 ms  10 ms 25 ms 50 ms 0.1 s 0.25  0.5   1 s   2.5   5 s    10 s
constexpr Shares Well{0.55, 0.72, 0.86, 0.93, 0.97, 0.99, 0.996, 0.999, 1, 1, 1, 1, 1, 1};
constexpr Shares Busy{0.02, 0.06, 0.12, 0.22, 0.38, 0.58, 0.74, 0.86, 0.94, 0.975, 0.99, 1, 1, 1};
constexpr Shares StorageWell{0.92, 0.96, 0.985, 0.995, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
constexpr Shares StorageBusy{0.30, 0.42, 0.60, 0.74, 0.85, 0.93, 0.97, 0.99, 1, 1, 1, 1, 1, 1};
constexpr Shares AtOnce{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
constexpr double MeanWell = 0.012;
constexpr double MeanBusy = 0.61;

/// Of one kind of work: how much was done while all was well, while busy, and for us at once.
struct Done
{
    double well = 0;
    double busy = 0;
    double atOnce = 0;

    double count() const { return well + busy + atOnce; }
};

struct Shape
{
    const Shares& well;
    const Shares& busy;
};

template <size_t N>
void writeTimes(DemoMetricsText& page, const QByteArray& labels, const std::array<const char*, N>& bounds,
                const Shape& shape, const Done& done)
{
    for (size_t i = 0; i < bounds.size(); ++i) {
        const bool isLast = i + 1 == bounds.size();
        // Each part for itself, so that a count never falls by rounding.
        const double upTo = std::floor(done.well * shape.well[i]) + std::floor(done.busy * shape.busy[i]) +
                            done.atOnce * AtOnce[i];
        page.sample(labels + ",le=\"" + bounds[i] + '"', isLast ? done.count() : upTo, "_bucket");
    }
    page.sample(labels, done.well * MeanWell + done.busy * MeanBusy, "_sum");
    page.sample(labels, done.count(), "_count");
}

QByteArray quoted(const char* name, const QByteArray& value)
{
    return QByteArray(name) + "=\"" + value + '"';
}

void writeOne(DemoMetricsText& page, const char* name, const char* type, double value)
{
    page.family(name, type);
    page.sample({}, value);
}

void writeProcess(DemoMetricsText& page, const DemoRegistryLoad& load, DemoRegistryVersion version)
{
    writeOne(page, "process_cpu_seconds_total", "counter", load.cpuSeconds);
    writeOne(page, "process_max_fds", "gauge", 20'000);
    if (version == DemoRegistryVersion::V3_1) {
        writeOne(page, "process_network_receive_bytes_total", "counter", load.lookups * 4'096);
        writeOne(page, "process_network_transmit_bytes_total", "counter", load.lookups * 65'536);
    }
    writeOne(page, "process_open_fds", "gauge", load.files);
    writeOne(page, "process_resident_memory_bytes", "gauge", load.memoryBytes);
    writeOne(page, "process_start_time_seconds", "gauge",
             static_cast<double>(load.startedAt.time_since_epoch().count()) / 1000);
    writeOne(page, "process_virtual_memory_bytes", "gauge", 1.130897408e9);
    writeOne(page, "process_virtual_memory_max_bytes", "gauge", 1.8446744073709552e19);
    writeOne(page, "promhttp_metric_handler_requests_in_flight", "gauge", 1);
    page.family("promhttp_metric_handler_requests_total", "counter");
    for (const char* code : {"200", "500", "503"}) {
        page.sample(quoted("code", code), 0);
    }
}

/// By code, handler and method.
std::map<DemoRequestKind, Done> allRequests(const DemoRegistryLoad& load, const DemoRequestCounts& answered)
{
    std::map<DemoRequestKind, Done> all;
    for (const DemoRegistryLoad::Work& work : load.requests) {
        Done& done = all[{work.code, work.what, work.method}];
        done.well += work.before;
        done.busy += work.since;
    }
    for (const auto& [kind, count] : answered) {
        all[kind].atOnce += count;
    }
    return all;
}

void writeSizes(DemoMetricsText& page, const char* family, const std::map<QByteArray, Done>& handlers)
{
    page.family(family, "histogram");
    for (const auto& [handler, done] : handlers) {
        const QByteArray labels = quoted("handler", handler);
        for (const char* bound : Bytes) {
            page.sample(labels + ',' + quoted("le", bound), done.count(), "_bucket");
        }
        page.sample(labels, done.count() * 437, "_sum");
        page.sample(labels, done.count(), "_count");
    }
}

void writeRequests(DemoMetricsText& page, const DemoRegistryLoad& load, const DemoRequestCounts& answered)
{
    const auto all = allRequests(load, answered);
    std::map<QByteArray, Done> times; // by the labels of durations: codes do not matter there
    std::map<QByteArray, Done> handlers;
    const auto add = [](Done& to, const Done& done) {
        to = {to.well + done.well, to.busy + done.busy, to.atOnce + done.atOnce};
    };
    for (const auto& [kind, done] : all) {
        add(times[quoted("handler", kind.handler) + ',' + quoted("method", kind.method)], done);
        add(handlers[kind.handler], done);
    }
    page.family("registry_http_in_flight_requests", "gauge");
    for (const char* handler :
         {"base", "blob", "blob_upload", "blob_upload_chunk", "catalog", "manifest", "tags"}) {
        page.sample(quoted("handler", handler), QByteArrayView(handler) == "manifest" ? load.underWay : 0);
    }
    page.family("registry_http_request_duration_seconds", "histogram");
    for (const auto& [labels, done] : times) {
        writeTimes(page, labels, Seconds, {Well, Busy}, done);
    }
    writeSizes(page, "registry_http_request_size_bytes", handlers);
    page.family("registry_http_requests_total", "counter");
    for (const auto& [kind, done] : all) {
        page.sample(kind.labels(), done.count());
    }
    writeSizes(page, "registry_http_response_size_bytes", handlers);
}

/// 3.x counts what it proxies although it is no proxy.
void writeProxy(DemoMetricsText& page)
{
    for (const char* family :
         {"registry_proxy_hits_total", "registry_proxy_misses_total", "registry_proxy_pulled_bytes_total",
          "registry_proxy_pushed_bytes_total", "registry_proxy_requests_total"}) {
        page.family(family, "counter");
        page.sample(quoted("type", "blob"), 0);
        page.sample(quoted("type", "manifest"), 0);
    }
}

void writeStorage(DemoMetricsText& page, const DemoRegistryLoad& load, DemoRegistryVersion version)
{
    std::array<const char*, StorageBounds> bounds{};
    std::copy_n(Seconds.begin(), StorageBounds - 1, bounds.begin());
    bounds.back() = Seconds.back();
    page.family("registry_storage_action_seconds", "histogram");
    for (const DemoRegistryLoad::Work& work : load.storage) {
        writeTimes(page, quoted("action", work.what) + ',' + quoted("driver", "filesystem"), bounds,
                   {StorageWell, StorageBusy}, {work.before, work.since, 0});
    }
    if (version == DemoRegistryVersion::V3_1) {
        writeOne(page, "registry_storage_cache_errors_total", "counter", 0);
        writeOne(page, "registry_storage_cache_hits_total", "counter", load.hits);
        writeOne(page, "registry_storage_cache_requests_total", "counter", load.lookups);
        return;
    }
    page.family("registry_storage_cache_total", "counter");
    page.sample(quoted("type", "Hit"), load.hits);
    page.sample(quoted("type", "Miss"), load.lookups - load.hits);
    page.sample(quoted("type", "Request"), load.lookups);
}

} // namespace

QByteArray demoRegistryMetrics(const DemoRegistryLoad& load, const DemoRequestCounts& answered,
                               DemoRegistryVersion version)
{
    DemoMetricsText page;
    writeProcess(page, load, version);
    writeRequests(page, load, answered);
    if (version == DemoRegistryVersion::V3_1) {
        writeProxy(page);
    }
    writeStorage(page, load, version);
    return page.text();
}

} // namespace stowage
