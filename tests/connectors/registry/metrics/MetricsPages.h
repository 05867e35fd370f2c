// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace stowage::test {

/// The small metrics page of a registry that is asked for manifests and the catalog.
struct RegistryPageText
{
    double startedAt = 1'000'000;
    double manifests = 0; ///< answered 200 within 5 ms, by GET
    double failures = 0;  ///< of the catalog, 500, between 0.25 and 0.5 s
    double cpuSeconds = 0;
    double hits = 0; ///< of the cache, out of `lookups`
    double lookups = 0;
    bool isVersion3 = false;

    QByteArray text() const
    {
        QByteArray page;
        const auto line = [&page](const QByteArray& series, double value) {
            page += series + ' ' + QByteArray::number(value, 'g', 17) + '\n';
        };
        const auto times = [&line](const QByteArray& handler, double quick, double slow) {
            const QByteArray bucket = "registry_http_request_duration_seconds_bucket{handler=\"" + handler +
                                      "\",method=\"get\",le=\"";
            line(bucket + "0.005\"}", quick);
            line(bucket + "0.25\"}", quick);
            line(bucket + "0.5\"}", quick + slow);
            line(bucket + "+Inf\"}", quick + slow);
        };
        line("process_cpu_seconds_total", cpuSeconds);
        line("process_max_fds", 20'000);
        line("process_open_fds", 13);
        line("process_resident_memory_bytes", 3e7);
        line("process_start_time_seconds", startedAt);
        line("registry_http_in_flight_requests{handler=\"manifest\"}", 2);
        line("registry_http_in_flight_requests{handler=\"catalog\"}", 1);
        times("manifest", manifests, 0);
        times("catalog", 0, failures);
        line("registry_http_requests_total{code=\"200\",handler=\"manifest\",method=\"get\"}", manifests);
        line("registry_http_requests_total{code=\"500\",handler=\"catalog\",method=\"get\"}", failures);
        if (isVersion3) {
            line("registry_storage_cache_errors_total", 0);
            line("registry_storage_cache_hits_total", hits);
            line("registry_storage_cache_requests_total", lookups);
        } else {
            line("registry_storage_cache_total{type=\"Hit\"}", hits);
            line("registry_storage_cache_total{type=\"Miss\"}", lookups - hits);
            line("registry_storage_cache_total{type=\"Request\"}", lookups);
        }
        return page;
    }
};

} // namespace stowage::test
