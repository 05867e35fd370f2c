// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoRegistryLoad.h"

#include "app/demo/DemoWorld.h"
#include "app/demo/load/DemoWave.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {
namespace {

constexpr double RanBefore = 3.0 * 86'400;
constexpr double Mebi = 1024.0 * 1024;
constexpr double Character = 0.37;

constexpr double RequestsPerSecond = 14;
constexpr double IdleCores = 0.05;
constexpr double CoreSecondsARequest = 0.02;

constexpr double RiseFor = 40; ///< seconds from all well to the limit
constexpr double FailedShare = 0.082;

struct Share
{
    const char* what;
    const char* method;
    const char* code;
    double share; ///< of all requests, or calls a request
};

constexpr std::array Asked{
    Share{"base", "get", "200", 0.06},
    Share{"blob", "get", "200", 0.24},
    Share{"blob", "head", "200", 0.05},
    Share{"blob", "head", "404", 0.02},
    Share{"blob_upload", "post", "202", 0.01},
    Share{"blob_upload_chunk", "patch", "202", 0.01},
    Share{"blob_upload_chunk", "put", "201", 0.01},
    Share{"catalog", "get", "200", 0.01},
    Share{"manifest", "get", "200", 0.34},
    Share{"manifest", "get", "304", 0.10},
    Share{"manifest", "get", "404", 0.02},
    Share{"manifest", "head", "200", 0.09},
    Share{"manifest", "put", "201", 0.01},
    Share{"tags", "get", "200", 0.03},
};

/// What fails is taken from what is well.
constexpr std::array Failing{Share{"blob", "get", "500", 0.4}, Share{"manifest", "get", "500", 0.6}};

constexpr std::array Storage{
    Share{"GetContent", nullptr, nullptr, 1.7}, Share{"List", nullptr, nullptr, 0.05},
    Share{"Move", nullptr, nullptr, 0.01},      Share{"PutContent", nullptr, nullptr, 0.05},
    Share{"Stat", nullptr, nullptr, 1.9},       Share{"Delete", nullptr, nullptr, 0.01},
};

/// How far it has risen to its limit, 0 … 1, and the integral of that.
struct Rise
{
    explicit Rise(double busySeconds)
        : sum(busySeconds <= 0        ? 0
              : busySeconds < RiseFor ? busySeconds * busySeconds / (2 * RiseFor)
                                      : busySeconds - RiseFor / 2),
          now(std::clamp(busySeconds / RiseFor, 0.0, 1.0))
    {
    }

    double sum;
    double now;
};

double failedShare(const char* what, const char* method)
{
    for (const Share& failing : Failing) {
        if (QByteArrayView(failing.what) == what && QByteArrayView(failing.method) == method) {
            return failing.share;
        }
    }
    return 0;
}

} // namespace

DemoRegistryLoad DemoRegistryLoad::of(const DemoWorld& world, std::optional<Millis> busyFrom)
{
    const DemoWave wave(RequestsPerSecond, 0.5, Character);
    const double seconds = static_cast<double>(world.now().count()) / 1000;
    const double from = busyFrom ? static_cast<double>(busyFrom->count()) / 1000 : seconds;
    const double calmUntil = std::min(seconds, from);
    const Rise rise(seconds - from);

    const double began = wave.sumUntil(-RanBefore);
    const double before = wave.sumUntil(calmUntil) - began;
    const double since = wave.sumUntil(seconds) - wave.sumUntil(calmUntil);
    // While it rises, a middling rate stands for that of the moment: what fails must never be more than is.
    const double failed = std::min(since, FailedShare * rise.sum * RequestsPerSecond * 0.8);

    DemoRegistryLoad load;
    for (const Share& asked : Asked) {
        const bool canFail = QByteArrayView(asked.code) == "200";
        const double lost = canFail ? failed * failedShare(asked.what, asked.method) : 0;
        load.requests.push_back({asked.what, asked.method, asked.code, std::floor(before * asked.share),
                                 std::floor(std::max(0.0, since * asked.share - lost))});
    }
    for (const Share& failing : Failing) {
        if (const double count = std::floor(failed * failing.share); count > 0) {
            load.requests.push_back({failing.what, failing.method, failing.code, 0, count});
        }
    }
    for (const Share& action : Storage) {
        load.storage.push_back({action.what, nullptr, nullptr, std::floor(before * action.share),
                                std::floor(since * action.share)});
    }
    const double calm = IdleCores * (calmUntil + RanBefore) + CoreSecondsARequest * before;
    const double coresThen = IdleCores + CoreSecondsARequest * wave.at(calmUntil);
    const double busy = coresThen * (seconds - calmUntil) + (CpuLimit - coresThen) * rise.sum;
    load.cpuSeconds = std::floor(100 * (calm + busy)) / 100;
    load.memoryBytes = std::floor((96 + 180 * rise.now) * Mebi);
    load.files = 21 + std::floor(90 * rise.now);
    load.underWay = 1 + std::floor(58 * rise.now);
    load.lookups = std::floor((before + since) * 0.8);
    load.hits = std::floor((before + since) * 0.8 * 0.91);
    load.startedAt = world.beganAt() - Millis(static_cast<qint64>(RanBefore * 1000));
    return load;
}

} // namespace stowage
