// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/prometheus/DemoHostSeries.h"

#include "app/demo/DemoWorld.h"
#include "app/demo/load/DemoMachineLoad.h"

#include <QRegularExpression>

#include <algorithm>

namespace stowage {
namespace {

using Kind = DemoExpression::Kind;

constexpr double LinkBitsPerSecond = 10e9;

double percent(double part, double whole)
{
    return whole > 0 ? 100 * part / whole : 0;
}

double seconds(Timestamp at)
{
    return static_cast<double>(at.time_since_epoch().count()) / 1000;
}

/// Of a counter between two moments, a second.
struct Gained
{
    const DemoMachineLoad& now;
    const DemoMachineLoad& before;
    double seconds = 1;

    double of(double DemoMachineLoad::*counter) const { return now.*counter - before.*counter; }
    double rate(double DemoMachineLoad::*counter) const { return of(counter) / seconds; }
    double all() const
    {
        return of(&DemoMachineLoad::userSeconds) + of(&DemoMachineLoad::systemSeconds) +
               of(&DemoMachineLoad::iowaitSeconds) + of(&DemoMachineLoad::stealSeconds) +
               of(&DemoMachineLoad::idleSeconds);
    }
};

std::optional<double> processorOf(const QString& metric, const Gained& gained)
{
    const auto share = [&](double DemoMachineLoad::*counter) {
        return percent(gained.of(counter), gained.all());
    };
    if (metric == QLatin1String("cpu.percent")) {
        return 100 - share(&DemoMachineLoad::idleSeconds);
    }
    if (metric == QLatin1String("cpu.user.percent")) {
        return share(&DemoMachineLoad::userSeconds);
    }
    if (metric == QLatin1String("cpu.system.percent")) {
        return share(&DemoMachineLoad::systemSeconds);
    }
    if (metric == QLatin1String("cpu.iowait.percent")) {
        return share(&DemoMachineLoad::iowaitSeconds);
    }
    if (metric == QLatin1String("cpu.steal.percent")) {
        return share(&DemoMachineLoad::stealSeconds);
    }
    return std::nullopt;
}

std::optional<double> trafficOf(const QString& metric, const Gained& gained)
{
    if (metric == QLatin1String("disk.read.bytesPerSecond")) {
        return gained.rate(&DemoMachineLoad::readBytes);
    }
    if (metric == QLatin1String("disk.write.bytesPerSecond")) {
        return gained.rate(&DemoMachineLoad::writtenBytes);
    }
    if (metric == QLatin1String("disk.busy.percent")) {
        return std::min(100.0, 100 * gained.rate(&DemoMachineLoad::busySeconds));
    }
    if (metric == QLatin1String("net.received.bytesPerSecond")) {
        return gained.rate(&DemoMachineLoad::receivedBytes);
    }
    if (metric == QLatin1String("net.sent.bytesPerSecond")) {
        return gained.rate(&DemoMachineLoad::sentBytes);
    }
    return std::nullopt;
}

std::optional<double> diskOf(const QString& metric, bool isRoot, const DemoMachine& machine,
                             const DemoMachineLoad& load)
{
    const double total = isRoot ? machine.diskBytes : machine.nixBytes;
    const double used = isRoot ? load.diskUsed : load.nixUsed;
    if (metric == QLatin1String("disk.total.bytes")) {
        return total;
    }
    if (metric == QLatin1String("disk.used.bytes")) {
        return used;
    }
    if (metric == QLatin1String("disk.percent")) {
        return percent(used, total);
    }
    if (metric == QLatin1String("inodes.percent")) {
        return isRoot ? load.inodesPercent : 0.4 * percent(used, total);
    }
    return std::nullopt;
}

std::optional<double> gaugeOf(const QString& metric, const DemoMachine& machine, const DemoMachineLoad& load)
{
    const std::pair<const char*, double> gauges[] = {
        {"load.1m", load.load1},
        {"load.5m", load.load5},
        {"load.15m", load.load15},
        {"memory.total.bytes", machine.memoryBytes},
        {"memory.used.bytes", load.memoryUsed},
        {"memory.percent", percent(load.memoryUsed, machine.memoryBytes)},
        {"swap.total.bytes", machine.swapBytes},
        {"swap.used.bytes", load.swapUsed},
        {"temperature.celsius", load.celsius},
        {"uptime.seconds", load.uptimeSeconds},
    };
    for (const auto& [name, value] : gauges) {
        if (metric == QLatin1String(name)) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<double> metricAt(const DemoHostSeries& series, Millis at)
{
    const DemoMachine& machine = *series.target->machine;
    const DemoMachineLoad now = DemoMachineLoad::of(machine, at);
    const DemoMachineLoad before = DemoMachineLoad::of(machine, at - series.rate);
    const Gained gained{now, before, static_cast<double>(series.rate.count()) / 1000};
    for (const auto& value : {processorOf(series.metric, gained), trafficOf(series.metric, gained),
                              diskOf(series.metric, series.device.isEmpty(), machine, now),
                              gaugeOf(series.metric, machine, now)}) {
        if (value) {
            return value;
        }
    }
    return std::nullopt;
}

double factOf(HostFact fact, const DemoMachine& machine)
{
    return fact == HostFact::Cores               ? machine.cores
           : fact == HostFact::LinkBitsPerSecond ? LinkBitsPerSecond
                                                 : 0;
}

/// What the labels of node-exporter's `…_info` series say.
QByteArray wordOf(HostWord word, const DemoMachine& machine)
{
    switch (word) {
    case HostWord::Hostname:
        return machine.name;
    case HostWord::MachineId:
        return machine.machineId;
    case HostWord::Kernel:
        return "6.1.0-37-amd64";
    case HostWord::Os:
        return "Debian GNU/Linux 12 (bookworm)";
    case HostWord::CpuModel:
        return machine.cores > 8 ? "AMD EPYC 9354P 32-Core Processor" : "AMD EPYC 7443P 24-Core Processor";
    case HostWord::Agent:
        break;
    }
    return "1.5.0";
}

/// Whether labels that the expression does not group by are in its answer.
bool keepsJob(const QString& text)
{
    return !text.contains(QStringLiteral(" by ("));
}

/// The name of a bare selector, which is in its answer; what is computed with has none.
QByteArray nameIn(const QString& text)
{
    static const QRegularExpression selector(
        QStringLiteral(R"re(^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[^}]*\})?$)re"));
    return selector.match(text).captured(1).toUtf8();
}

class Lister
{
public:
    Lister(const DemoExpression& expression, std::vector<DemoHostSeries>& list)
        : m_expression(expression), m_list(list)
    {
    }

    void add(const DemoTarget& target)
    {
        DemoHostSeries series;
        series.labels = {{"instance", target.instance}};
        if (keepsJob(m_expression.text)) {
            series.labels.emplace_back("job", target.job);
        }
        if (const QByteArray name = nameIn(m_expression.text); !name.isEmpty()) {
            series.labels.emplace_back("__name__", name);
        }
        series.target = &target;
        series.kind = m_expression.kind;
        series.rate = m_expression.rate;
        if (m_expression.kind != Kind::Metric) {
            m_list.push_back(std::move(series));
        } else {
            addMetric(series);
        }
    }

private:
    void addMetric(DemoHostSeries series)
    {
        const MetricQuery& query = *m_expression.query;
        for (auto word = query.words.cbegin(); word != query.words.cend(); ++word) {
            series.labels.emplace_back(word.key().toUtf8(), wordOf(word.value(), *series.target->machine));
        }
        series.metric = query.metric;
        if (query.metric.isEmpty()) {
            series.fact = query.fact;
        }
        if (!query.label.isEmpty()) {
            addByLabel(series, query);
        } else if (query.device == QLatin1String("mountpoint")) {
            addDisk(series, QStringLiteral("/"));
            if (series.target->machine->nixBytes > 0) {
                addDisk(series, QStringLiteral("/nix"));
            }
        } else {
            if (!query.device.isEmpty()) {
                series.labels.emplace_back(query.device.toUtf8(), "eth0");
            }
            m_list.push_back(std::move(series));
        }
    }

    void addByLabel(const DemoHostSeries& series, const MetricQuery& query)
    {
        QStringList values(query.metrics.keys());
        values.sort();
        for (const QString& value : std::as_const(values)) {
            if (m_expression.pick.isEmpty() || m_expression.pick == value) {
                m_list.push_back(series);
                m_list.back().metric = query.metrics.value(value);
                m_list.back().labels.emplace_back(query.label.toUtf8(), value.toUtf8());
            }
        }
    }

    void addDisk(const DemoHostSeries& series, const QString& mount)
    {
        if (m_expression.pick.isEmpty() || m_expression.pick == mount) {
            m_list.push_back(series);
            m_list.back().device = mount == QLatin1String("/") ? QString() : mount;
            m_list.back().labels.emplace_back("mountpoint", mount.toUtf8());
        }
    }

    const DemoExpression& m_expression;
    std::vector<DemoHostSeries>& m_list;
};

} // namespace

std::optional<double> DemoHostSeries::at(const DemoWorld& world, Millis at) const
{
    const Millis scraped = target->scrapeBefore(at, DemoScrapeEvery);
    const bool isUp = target->isUp(world, scraped);
    if (kind == Kind::Up) {
        return isUp ? 1 : 0;
    }
    if (kind == Kind::ScrapeTime) {
        return seconds(world.beganAt() + scraped);
    }
    if (!isUp || !target->machine) {
        return std::nullopt;
    }
    if (kind == Kind::Hosts) {
        return seconds(world.beganAt() - DemoMachineLoad::RanBefore);
    }
    if (fact) {
        return factOf(*fact, *target->machine);
    }
    return metric.isEmpty() ? std::optional(1.0) : metricAt(*this, scraped);
}

std::vector<DemoHostSeries> seriesOf(const DemoExpression& expression, const std::vector<DemoTarget>& targets)
{
    std::vector<DemoHostSeries> list;
    switch (expression.kind) {
    case Kind::Jobs:
    case Kind::CountUp:
    case Kind::CountHosts:
    case Kind::Nothing:
        return list; // none that is of a host
    default:
        break;
    }
    Lister lister(expression, list);
    for (const DemoTarget& target : targets) {
        const bool isWanted =
            expression.instance.isEmpty() || expression.instance == QString::fromUtf8(target.instance);
        const bool isTold = expression.kind == Kind::Up || expression.kind == Kind::ScrapeTime;
        if (isWanted && (isTold || target.machine)) {
            lister.add(target);
        }
    }
    return list;
}

} // namespace stowage
