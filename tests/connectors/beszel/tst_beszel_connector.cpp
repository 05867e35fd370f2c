// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/beszel/HubRig.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

/// The connector at the simulated hub, which is held against the recordings.
class TestBeszelConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllCollections();
    void secondRecordIsNotCounted();
    void followsTheStream();
    void pastOfEveryTier();
    void cutStreamLosesNothing();
    void hubCutsEachHalfHour();
    void lineLost();
    void longOutage();
    void tokenThatIsOverIsNoEmptyFleet();
    void tokenThatIsOverWhileAllIsQuiet();
    void emptyFleet();
    void statesAndRemoval();
    void containersFollowEvents();
    void refusedStreamIsPolled();
    void wrongPassword();
    void codeAsked();
    void codeWithoutAnyone();
    void codeNotGiven();
    void startsAnew();
    void clockThatIsOff();
};

namespace {

class FakeCodes : public OneTimeCodes
{
    Q_OBJECT

public:
    explicit FakeCodes(QByteArrayList answers) : m_answers(std::move(answers)) {}

    void ask(const QString& source, const QString& prompt) override
    {
        prompts << prompt;
        const Secret code(m_answers.isEmpty() ? QByteArray() : m_answers.takeFirst());
        QMetaObject::invokeMethod(
            this, [this, source, code] { Q_EMIT answered(source, code); }, Qt::QueuedConnection);
    }
    void dismiss(const QString&) override {}

    QStringList prompts;

private:
    QByteArrayList m_answers;
};

} // namespace

void TestBeszelConnector::readsAllCollections()
{
    HubRig rig;
    QVERIFY(rig.settles());
    QCOMPARE(rig.seen->hosts.size(), rig.hub->systems().size());
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QVERIFY(!rig.seen->status.error);
    QVERIFY(rig.until([&] { return rig.seen->status.version == QLatin1String("0.18.8"); }));

    QVERIFY(rig.until([&] { return rig.seen->host("builder-2")->facts.swapBytes.has_value(); }));
    const HostObservation& builder = *rig.seen->host("builder-2");
    QCOMPARE(builder.state, HostState::Up);
    QCOMPARE(builder.identity.hostname, QStringLiteral("builder-2"));
    QCOMPARE(builder.identity.addresses.size(), qsizetype(1));
    QCOMPARE(builder.facts.cores, std::optional<double>(16));
    QCOMPARE(builder.facts.memoryBytes, std::optional<double>(64.0 * (1ULL << 30)));
    QCOMPARE(builder.facts.agent, QStringLiteral("0.18.8"));
    QVERIFY(builder.facts.bootedAt.has_value());
    QVERIFY(builder.facts.diskBytes.contains(QString()));
    QVERIFY(builder.facts.diskBytes.contains(QStringLiteral("/nix")));
    QVERIFY(builder.containers && builder.containers->size() == 3);
    QVERIFY(builder.services && builder.services->size() == 3);
    QCOMPARE(builder.services->at(1).state, QStringLiteral("failed"));
    QCOMPARE(rig.hub->signIns(), 1);
}

void TestBeszelConnector::secondRecordIsNotCounted()
{
    HubRig rig;
    QVERIFY(rig.settles());
    int duplicates = 0;
    for (const auto& [id, host] : rig.seen->hosts) {
        duplicates += host.isDuplicate ? 1 : 0;
        QVERIFY(!host.isDuplicate || host.state == HostState::Down);
    }
    QCOMPARE(duplicates, 1);
    QVERIFY(rig.seen->status.warnings.join(u'\n').contains(QLatin1String("a second time")));
}

void TestBeszelConnector::followsTheStream()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const Millis since = rig.world.now() - 40min;
    rig.pass(5min);
    QVERIFY(rig.until([&] { return rig.differences(since).isEmpty(); }));
    QCOMPARE(rig.seen->toldTwice(), 0);
    QVERIFY(rig.seen->hasLive);
    const auto& builder = rig.seen->samples[rig.seen->host("builder-2")->subject];
    for (const char* metric :
         {"uptime.seconds", "disk.percent[/nix]", "load.15m", "net.sent.bytesPerSecond[eth0]",
          "container.cpu.percent[api]", "temperature.celsius[cpu_thermal]", "disk.busy.percent"}) {
        QVERIFY2(builder.contains(QString::fromLatin1(metric)), metric);
    }
}

void TestBeszelConnector::pastOfEveryTier()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const auto& cpu = rig.seen->samples[rig.seen->host("builder-2")->subject][QStringLiteral("cpu.percent")];
    std::map<Millis, std::pair<Timestamp, Timestamp>> reach; // first and last moment, by span
    for (const auto& [moment, times] : cpu) {
        auto& [first, last] = reach.try_emplace(moment.first, moment.second, moment.second).first->second;
        first = std::min(first, moment.second);
        last = std::max(last, moment.second);
    }
    QCOMPARE(reach.size(), size_t(5));
    QVERIFY(rig.clock.now() - reach[480min].first > 29 * 24h);
    // Each tier ends where the finer one begins: what that covers is not told a second time.
    QVERIFY(reach[10min].second <= reach[1min].first + 10min);
    QVERIFY(reach[20min].second <= reach[10min].first + 20min);
    QVERIFY(reach[120min].second <= reach[20min].first + 120min);
    QVERIFY(reach[480min].second <= reach[120min].first + 480min);
    QCOMPARE(rig.seen->toldTwice(), 0);
    QCOMPARE(rig.differences(rig.world.now() - 57min), QString());
}

void TestBeszelConnector::cutStreamLosesNothing()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const Millis since = rig.world.now();
    for (int i = 0; i < 4; ++i) {
        rig.hub->cutStreams();
        rig.pass(47s);
    }
    QVERIFY(rig.until([&] { return rig.connector->isStreaming() && rig.differences(since).isEmpty(); }));
    QCOMPARE(rig.seen->toldTwice(), 0);
    QVERIFY(rig.seen->removed.empty());
}

void TestBeszelConnector::hubCutsEachHalfHour()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const Millis since = rig.world.now();
    rig.pass(65min, 6s);
    QVERIFY(rig.until([&] { return rig.connector->isStreaming() && rig.differences(since).isEmpty(); }));
    QCOMPARE(rig.seen->toldTwice(), 0);
    QCOMPARE(rig.hub->signIns(), 1);
    QVERIFY(!rig.seen->status.error);
}

void TestBeszelConnector::lineLost()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const Millis since = rig.world.now();
    const auto known = rig.seen->hosts.size();
    rig.hub->server().refuse();
    QVERIFY(rig.until([&] { return !rig.connector->isStreaming(); }));
    rig.pass(6min);
    QVERIFY(rig.until([&] { return rig.seen->status.error.has_value(); }));
    QCOMPARE(rig.seen->status.state, Freshness::Offline);
    QCOMPARE(rig.seen->hosts.size(), known);
    QVERIFY(rig.hub->server().listen());
    const bool isBack =
        rig.until([&] { return rig.connector->isStreaming() && rig.differences(since).isEmpty(); });
    QVERIFY2(isBack, qPrintable(rig.differences(since) + rig.seen->status.warnings.join(u'\n') +
                                (rig.seen->status.error ? rig.seen->status.error->text() : QString())));
    QCOMPARE(rig.seen->toldTwice(), 0);
    QVERIFY(rig.until([&] { return !rig.seen->status.error && rig.seen->status.state == Freshness::Live; }));
    QVERIFY(rig.seen->removed.empty());
}

/// Longer than the hub keeps minutes: the coarser tiers fill it.
void TestBeszelConnector::longOutage()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const Timestamp lost = rig.clock.now();
    rig.hub->server().refuse();
    QVERIFY(rig.until([&] { return !rig.connector->isStreaming(); }));
    rig.pass(3h, 20s);
    QVERIFY(rig.hub->server().listen());
    QVERIFY(rig.until([&] { return rig.connector->isStreaming() && rig.seen->status.progress.isEmpty(); }));
    QVERIFY(rig.until([&] { return rig.differences(rig.world.now() - 55min).isEmpty(); }));
    QCOMPARE(rig.seen->toldTwice(), 0);
    const auto coarse = [&] {
        int count = 0;
        for (const auto& [moment, times] :
             rig.seen->samples[rig.seen->host("builder-2")->subject][QStringLiteral("cpu.percent")]) {
            count += moment.first == 10min && moment.second > lost ? 1 : 0;
        }
        return count;
    };
    QVERIFY(rig.until([&] { return coarse() >= 11; }));
    QVERIFY2(coarse() <= 14, qPrintable(QString::number(coarse())));
    QCOMPARE(rig.seen->toldTwice(), 0);
}

void TestBeszelConnector::tokenThatIsOverIsNoEmptyFleet()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const Millis since = rig.world.now();
    const auto known = rig.seen->hosts.size();
    rig.hub->expireTokens();
    rig.hub->cutStreams();
    QVERIFY(rig.until([&] { return rig.hub->signIns() == 2 && rig.connector->isStreaming(); }));
    rig.pass(2min);
    QVERIFY(rig.until([&] { return rig.differences(since).isEmpty(); }));
    QCOMPARE(rig.seen->hosts.size(), known);
    QVERIFY(rig.seen->removed.empty());
    QCOMPARE(rig.seen->toldTwice(), 0);
}

/// The stream of the old token stands and says nothing: the next look at the systems finds out.
void TestBeszelConnector::tokenThatIsOverWhileAllIsQuiet()
{
    HubRig rig;
    QVERIFY(rig.settles());
    rig.hub->expireTokens();
    rig.pass(70s);
    QVERIFY(rig.until([&] { return rig.hub->signIns() == 2 && rig.connector->isStreaming(); }));
    QVERIFY(rig.seen->removed.empty());
    QVERIFY(!rig.seen->hosts.empty());
}

void TestBeszelConnector::emptyFleet()
{
    HubRig rig;
    std::vector<QByteArray> names;
    for (const DemoSystem& system : rig.hub->systems()) {
        names.push_back(system.machine.name);
    }
    for (const QByteArray& name : names) {
        rig.hub->remove(name);
    }
    rig.connector->start();
    QVERIFY(rig.until([&] { return rig.seen->status.settled; }));
    QVERIFY(rig.seen->hosts.empty());
    QVERIFY(!rig.seen->status.error);
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QCOMPARE(rig.hub->signIns(), 1);
}

void TestBeszelConnector::statesAndRemoval()
{
    HubRig rig;
    QVERIFY(rig.settles());
    rig.hub->setStatus("builder-2", "paused");
    rig.hub->setStatus("db-4", "pending");
    QVERIFY(rig.until([&] {
        return rig.seen->host("builder-2")->state == HostState::Paused &&
               rig.seen->host("db-4")->state == HostState::Pending;
    }));
    QVERIFY(!rig.seen->host("builder-2")->reason.isEmpty());
    const QByteArray gone = rig.world.nodes()[1].name;
    rig.world.setState(1, DemoNodeState::Gone);
    QVERIFY(rig.until([&] { return rig.seen->host(gone.constData())->state == HostState::Down; }));
    rig.world.setState(1, DemoNodeState::Live);
    QVERIFY(rig.until([&] { return rig.seen->host(gone.constData())->state == HostState::Up; }));

    rig.hub->remove("registry-3");
    QVERIFY(rig.until([&] { return rig.seen->host("registry-3") == nullptr; }));
    QCOMPARE(rig.seen->removed.size(), size_t(1));
}

void TestBeszelConnector::containersFollowEvents()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const Timestamp before = rig.seen->host("db-4")->containers->front().at;
    rig.pass(2min);
    QVERIFY(rig.until([&] { return rig.seen->host("db-4")->containers->front().at > before; }));
}

void TestBeszelConnector::refusedStreamIsPolled()
{
    HubRig rig;
    rig.hub->refuseStreams(true);
    rig.connector->start();
    QVERIFY(rig.until([&] {
        return rig.seen->status.settled && rig.seen->hasBackfill && rig.seen->status.progress.isEmpty();
    }));
    const Millis since = rig.world.now();
    rig.pass(4min);
    QVERIFY(!rig.connector->isStreaming());
    const bool isAll = rig.until([&] { return rig.differences(since, 2min).isEmpty(); });
    QVERIFY2(isAll, qPrintable(rig.differences(since, 2min) + rig.seen->status.warnings.join(u'\n')));
    QCOMPARE(rig.seen->toldTwice(), 0);
    QVERIFY(rig.seen->status.warnings.join(u'\n').contains(QLatin1String("it sends no events")));
    rig.hub->refuseStreams(false);
    rig.pass(6min);
    QVERIFY(rig.until([&] { return rig.connector->isStreaming(); }));
    QVERIFY(rig.until([&] { return rig.differences(since, 2min).isEmpty(); }));
    QCOMPARE(rig.seen->toldTwice(), 0);
    QVERIFY(rig.until([&] {
        return !rig.seen->status.warnings.join(u'\n').contains(QLatin1String("it sends no events"));
    }));
}

void TestBeszelConnector::wrongPassword()
{
    HubRig rig(nullptr, "S3cr3t-but-wrong");
    rig.connector->start();
    QVERIFY(rig.until([&] { return rig.seen->status.settled; }));
    QVERIFY(rig.seen->status.error);
    QCOMPARE(rig.seen->status.error->kind, ErrorKind::Unauthorized);
    QVERIFY(rig.seen->status.error->text().contains(QLatin1String("refuses user or password")));
    QVERIFY(!rig.seen->status.error->text().contains(QLatin1String("S3cr3t")));
    QCOMPARE(rig.seen->status.state, Freshness::Unseen);
    QVERIFY(rig.seen->hosts.empty());
    const quint64 sent = rig.seen->status.requestsSent;
    rig.pass(5min, 5s);
    QVERIFY(rig.seen->status.requestsSent <= sent + 1); // a refused password is not tried again and again
}

void TestBeszelConnector::codeAsked()
{
    FakeCodes codes({"000000", "123456"});
    HubRig rig(&codes);
    rig.hub->askCode("123456");
    QVERIFY(rig.settles());
    QCOMPARE(codes.prompts.size(), qsizetype(2));
    QVERIFY(codes.prompts[0].contains(QLatin1String(DemoHub::User)));
    QVERIFY(codes.prompts[1].contains(QLatin1String("did not accept")));
    QCOMPARE(rig.seen->hosts.size(), rig.hub->systems().size());
}

void TestBeszelConnector::codeWithoutAnyone()
{
    HubRig rig;
    rig.hub->askCode("123456");
    rig.connector->start();
    QVERIFY(rig.until([&] { return rig.seen->status.settled; }));
    QVERIFY(rig.seen->status.error);
    QCOMPARE(rig.seen->status.error->kind, ErrorKind::Unsupported);
    QVERIFY(rig.seen->status.error->text().contains(QLatin1String("one-time code")));
}

void TestBeszelConnector::codeNotGiven()
{
    FakeCodes codes({});
    HubRig rig(&codes);
    rig.hub->askCode("123456");
    rig.connector->start();
    QVERIFY(rig.until([&] { return rig.seen->status.settled; }));
    QVERIFY(rig.seen->status.error);
    QCOMPARE(rig.seen->status.error->kind, ErrorKind::Unauthorized);
    QCOMPARE(codes.prompts.size(), qsizetype(1));
    rig.connector->refresh();
    QVERIFY(rig.until([&] { return codes.prompts.size() == 2; }));
}

void TestBeszelConnector::startsAnew()
{
    HubRig rig;
    QVERIFY(rig.settles());
    rig.connector->stop();
    const int deltas = rig.seen->deltas;
    rig.pass(3min);
    QCOMPARE(rig.seen->deltas, deltas);
    QVERIFY(rig.settles());
    QVERIFY(rig.seen->deltas > deltas);
    rig.connector->refresh();
    rig.connector->start();
    rig.connector->stop();
    rig.connector->start();
    QVERIFY(rig.until([&] { return rig.connector->isStreaming(); }));
}

/// Hours ahead of us: the sign-in holds, all is read, and it is said.
void TestBeszelConnector::clockThatIsOff()
{
    HubRig rig;
    rig.world.setBeganAt(rig.clock.now() + 5h);
    const Millis since = rig.world.now() - 40min;
    QVERIFY(rig.settles());
    rig.pass(2min);
    QVERIFY(rig.until([&] { return rig.differences(since).isEmpty(); }));
    QVERIFY(rig.seen->status.warnings.join(u'\n').contains(QLatin1String("ahead of ours")));
    QCOMPARE(rig.hub->signIns(), 1);
}

QTEST_GUILESS_MAIN(TestBeszelConnector)
#include "tst_beszel_connector.moc"
