// SPDX-License-Identifier: GPL-3.0-or-later
// Figure 11: a crawl of 1,000 manifests from Debian's docker-registry against wrk, which asks the same server
// for the same targets over as many connections; and a second crawl, when nothing has changed, against the
// first.
#include "connectors/registry/ManifestParser.h"
#include "connectors/registry/RegistryConnector.h"
#include "connectors/registry/RegistryNames.h"
#include "models/core/SystemClock.h"
#include "tests/bench/Bench.h"
#include "tests/support/RealRegistry.h"
#include "tests/support/RealRegistryPusher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <set>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Repositories = 20;
constexpr int TagsEach = 50;
constexpr int Connections = 4;
constexpr int Rounds = 5;

struct Crawl
{
    double seconds = 0;
    quint64 requests = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// The connector with all it stands on, its cache empty.
class Subject
{
public:
    Subject(const QByteArray& url, const QString& data)
        : m_store(data), m_connector(m_engine, m_clock, m_store, settings(url))
    {
        QObject::connect(&m_connector, &Connector::delta, &m_connector, [this](const Delta& delta) {
            for (const Image& image : delta.images) {
                images.push_back(image);
            }
            m_status = *delta.status;
            if (m_status.progress.isEmpty()) {
                m_loop.quit();
            }
        });
    }

    /// From the order to the last delta.
    Crawl crawl()
    {
        const quint64 before = m_status.requestsSent;
        QElapsedTimer timer;
        timer.start();
        m_status.settled ? m_connector.refresh() : m_connector.start();
        m_loop.exec();
        return {static_cast<double>(timer.nsecsElapsed()) / 1e9, m_status.requestsSent - before};
    }

    bool isComplete() const { return m_status.coverage && m_status.coverage->complete; }

    std::vector<Image> images;

private:
    static RegistrySettings settings(const QByteArray& url)
    {
        RegistrySettings settings;
        settings.id = QStringLiteral("bench");
        settings.endpoint.source = settings.id;
        settings.endpoint.baseUrl = url;
        settings.endpoint.budget.connections = Connections;
        settings.pollInterval = std::chrono::hours{1};
        return settings;
    }

    SystemClock m_clock;
    HttpEngine m_engine;
    ManifestStore m_store;
    RegistryConnector m_connector;
    SourceStatus m_status;
    QEventLoop m_loop;
};

/// What a crawl asks for, each once.
bool writeTargets(const QString& path, const std::vector<Image>& images)
{
    std::set<QByteArray> targets{"/v2/_catalog?n=1000"};
    for (const Image& image : images) {
        targets.insert(tagsTarget(image.key.repository));
        targets.insert(manifestTarget(image.key.repository, image.key.tag));
        targets.insert(blobTarget(image.key.repository, image.platforms.at(0).config.digest));
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    for (const QByteArray& target : targets) {
        file.write(target + '\n');
    }
    return true;
}

/// Requests a second of wrk over the targets; 0 when it failed.
double wrk(const QByteArray& url, const QString& targets, const char* duration)
{
    QProcess process;
    process.start(QStringLiteral("wrk"),
                  {QStringLiteral("-t1"), QStringLiteral("-c%1").arg(Connections),
                   QStringLiteral("-d%1").arg(QLatin1String(duration)), QStringLiteral("-s"),
                   QStringLiteral(STOWAGE_CRAWL_LUA), QString::fromLatin1(url), QStringLiteral("--"), targets,
                   QString::fromLatin1(manifestAccept())});
    process.waitForFinished(60'000);
    const QString report = QString::fromUtf8(process.readAllStandardOutput());
    const auto match = QRegularExpression(QStringLiteral("Requests/sec:\\s+([\\d.]+)")).match(report);
    if (report.contains(QStringLiteral("Non-2xx"))) {
        std::fputs(qPrintable(report), stderr);
        return 0;
    }
    return match.captured(1).toDouble();
}

int fail(const QString& why)
{
    std::fprintf(stderr, "bench_crawl: %s\n", qPrintable(why));
    return 1;
}

quint64 blobGets(const RealRegistry& registry)
{
    return registry.requestCounters().value(QStringLiteral("blob get 200"));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder(registryFolderTemplate());
    RealRegistry registry(folder.filePath(QStringLiteral("registry")));
    if (!registry.start()) {
        return fail(registry.error());
    }
    RealRegistryPusher pusher(registry.url());
    addManyImages(pusher, Repositories, TagsEach);
    if (const QString error = pusher.push(); !error.isEmpty()) {
        return fail(error);
    }
    const QString targets = folder.filePath(QStringLiteral("targets"));
    std::vector<double> ours;
    std::vector<double> peers;
    std::vector<double> first;
    std::vector<double> again;
    quint64 blobsAgain = 0;
    for (int round = -1; round < Rounds; ++round) { // the first warms up
        Subject subject(registry.url(), folder.filePath(QStringLiteral("data-%1").arg(round)));
        const Crawl whole = subject.crawl();
        if (!subject.isComplete() || subject.images.size() != Repositories * TagsEach) {
            return fail(QStringLiteral("the crawl is not complete"));
        }
        const quint64 blobs = blobGets(registry);
        const Crawl unchanged = subject.crawl();
        blobsAgain += blobGets(registry) - blobs;
        if (round < 0 && !writeTargets(targets, subject.images)) {
            return fail(QStringLiteral("cannot write the targets"));
        }
        const double peer = wrk(registry.url(), targets, round < 0 ? "1s" : "3s");
        if (peer <= 0) {
            return fail(QStringLiteral("wrk failed"));
        }
        if (round >= 0) {
            ours.push_back(1e6 * whole.seconds / static_cast<double>(whole.requests));
            first.push_back(whole.seconds);
            again.push_back(unchanged.seconds);
            peers.push_back(1e6 / peer);
        }
    }
    if (blobsAgain > 0) {
        return fail(QStringLiteral("a crawl that finds nothing new fetched %1 blobs").arg(blobsAgain));
    }
    // At least 0.9 times the speed: at most 1 / 0.9 of the time.
    const bool isFast = bench::report(
        {QStringLiteral("registry crawl"),
         QStringLiteral("1,000 manifests and configs in 20 repositories, 4 connections, ms a 1,000 "
                        "requests; against wrk on the same targets"),
         1 / 0.9},
        median(ours), median(peers));
    const bool isCheap =
        bench::report({QStringLiteral("registry crawl, unchanged again"),
                       QStringLiteral("the same registry, ms, no blob GET; against the first crawl"), 0.4},
                      1'000 * median(again), 1'000 * median(first));
    return isFast && isCheap ? 0 : 1;
}
