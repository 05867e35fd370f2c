// SPDX-License-Identifier: GPL-3.0-or-later
// Figure 10: 100,000 cells (node, digest) asked of a fast server on loopback by the connector with all that
// belongs to it, against ab, which asks one URL again and again, and against a bare libcurl loop; all over as
// many kept connections.
#include "tests/bench/Bench.h"
#include "tests/bench/sweep/PlainSweep.h"
#include "tests/bench/sweep/SweepSubject.h"
#include "tests/bench/sweep/SweepWorkload.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

using namespace stowage;
using namespace stowage::bench;

namespace {

constexpr int Rounds = 7;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

int fail(const char* why)
{
    std::fprintf(stderr, "bench_sweep: %s\n", why);
    return 1;
}

QByteArray target(int node, int digest)
{
    return "/n" + QByteArray::number(node) + "/v2/team/service/blobs/" + digestOf(digest).toByteArray() +
           "?ns=docker.io";
}

/// Milliseconds for as many HEADs over as many connections; 0 when any failed.
double ab(const QByteArray& url)
{
    QProcess process;
    process.start(QStringLiteral("ab"),
                  {QStringLiteral("-q"), QStringLiteral("-i"), QStringLiteral("-k"), QStringLiteral("-n"),
                   QString::number(Cells), QStringLiteral("-c"), QString::number(Connections),
                   QStringLiteral("-H"), QStringLiteral("X-Spegel-Mirrored: true"),
                   QString::fromLatin1(url + target(0, 1))});
    process.waitForFinished(120'000);
    const QString report = QString::fromUtf8(process.readAllStandardOutput());
    const QRegularExpression time(QStringLiteral("Time taken for tests:\\s+([\\d.]+)"));
    if (!report.contains(QRegularExpression(QStringLiteral("Failed requests:\\s+0\\n")))) {
        return 0;
    }
    return 1'000 * time.match(report).captured(1).toDouble();
}

int heldCells()
{
    int held = 0;
    for (int i = 0; i < Digests; ++i) {
        held += isHeld(i) ? Nodes : 0;
    }
    return held;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QProcess server;
    server.start(QStringLiteral(STOWAGE_SWEEP_SERVER), QStringList());
    if (!server.waitForReadyRead(10'000)) {
        return fail("the server does not start");
    }
    const QByteArray url = "http://127.0.0.1:" + server.readLine().trimmed();
    std::vector<QByteArray> urls;
    for (int digest = 0; digest < Digests; ++digest) {
        for (int node = 0; node < Nodes; ++node) {
            urls.push_back(url + target(node, digest));
        }
    }
    const int held = heldCells();
    SweepSubject subject(url);
    std::vector<double> ours;
    std::vector<double> plain;
    std::vector<double> abs;
    for (int round = -1; round < Rounds; ++round) { // the first warms up
        QElapsedTimer timer;
        timer.start();
        if (subject.sweep() != held) {
            return fail("the sweep does not tell the truth");
        }
        const double own = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        timer.restart();
        if (plainSweep(urls, Connections) != held) {
            return fail("the bare loop failed");
        }
        const double bare = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        const double peer = ab(url);
        if (peer <= 0) {
            return fail("ab failed");
        }
        if (round >= 0) {
            ours.push_back(own);
            plain.push_back(bare);
            abs.push_back(peer);
        }
    }
    server.closeWriteChannel();
    server.waitForFinished(5'000);
    const auto workload = [](const char* against) {
        return QStringLiteral("%1 cells of %2 nodes, %3 connections, ms; against %4")
            .arg(Cells)
            .arg(Nodes)
            .arg(Connections)
            .arg(QLatin1String(against));
    };
    // At least so many times the speed: at most one over that of the time.
    const bool isFast =
        report({QStringLiteral("sweep, against ab"), workload("ab -i -k on one URL"), 1 / 0.38}, median(ours),
               median(abs));
    const bool isLean =
        report({QStringLiteral("sweep, against libcurl"), workload("a bare libcurl loop"), 1 / 0.95},
               median(ours), median(plain));
    return isFast && isLean ? 0 : 1;
}
