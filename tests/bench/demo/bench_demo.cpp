// SPDX-License-Identifier: GPL-3.0-or-later
// How long the simulated fleet takes to start, and how much memory it has then, by its size. No goal of its
// own: it is the stage for the others.
#include "app/demo/DemoFleet.h"
#include "models/core/SystemClock.h"
#include "tests/bench/Bench.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

using namespace stowage;

namespace {

double residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const double pages = isOpen ? file.readAll().split(' ').value(1).toDouble() : 0;
    return pages * 4 / 1024;
}

bool measure(int nodes)
{
    const SystemClock clock;
    const double before = residentMiB();
    DemoFleet fleet(clock, DemoSize::ofNodes(nodes));
    QElapsedTimer timer;
    timer.start();
    if (const auto started = fleet.start(QStringLiteral("calm")); !started) {
        qWarning("%s", qPrintable(started.error().text()));
        return false;
    }
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const QString workload = QStringLiteral("%1 nodes, %2 layers").arg(nodes).arg(fleet.world().layerCount());
    const bool isQuick =
        bench::report({QStringLiteral("demo.start"), workload + QStringLiteral("; 5 s"), 1}, took, 5'000);
    const bool isSmall =
        bench::report({QStringLiteral("demo.memory"), workload + QStringLiteral("; 200 MiB"), 1},
                      residentMiB() - before, 200);
    return isQuick && isSmall;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    bool isMet = true;
    for (const int nodes : {48, 500, 5'000}) {
        isMet = measure(nodes) && isMet;
    }
    return isMet ? 0 : 1;
}
