// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/SystemClock.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/connectors/spegel/PeerRig.h"
#include "tests/support/StallMeter.h"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Many = 60;

void addMany(PeerRig& rig)
{
    for (int i = 0; i < Many; ++i) {
        const WantedContent content = wanted(QByteArray::number(i).constData());
        rig.inventory.add(content);
        for (const auto& peer : rig.peers) {
            give(*peer, content);
        }
    }
}

qsizetype countCells(const PeerRig& rig, const char* node, Evidence evidence)
{
    qsizetype count = 0;
    for (auto it = rig.cells.cbegin(); it != rig.cells.cend(); ++it) {
        count += it.key().first == QString::fromLatin1(node) && it->evidence == evidence ? 1 : 0;
    }
    return count;
}

} // namespace

/// Peers that lie, refuse and break in the middle, and profiles that cannot be right: each costs its own
/// cells, and is named.
class TestSpegelBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSaysYesToAllIsNotBelieved();
    void aWrongLengthIsAFinding();
    void turnsBadInMidSweep_data();
    void turnsBadInMidSweep();
    void oneAddressIsAskedOnce();
    void aNodeListedTwiceIsOne();
    void onePeerBehindTwoAddresses();
    void tenThousandOfWhichAHundredExist();
};

void TestSpegelBadInput::whoSaysYesToAllIsNotBelieved()
{
    PeerRig rig(2);
    addMany(rig);
    rig.peer(1).claimsAll = true;
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(countCells(rig, "n1", Evidence::LocalHit), Many);
    QCOMPARE(countCells(rig, "n2", Evidence::SaysYesToAll), Many);
    QVERIFY(rig.cell("n2", wanted("1")).presence == Presence::Unknown);
    QCOMPARE(rig.state("n2"), NodeState::Live);
    QVERIFY(rig.peer(1).asked.isEmpty());
    QVERIFY2(rig.warnings().contains(QStringLiteral("cannot exist")) &&
                 rig.warnings().contains(QStringLiteral("n2")),
             qPrintable(rig.warnings()));
    rig.peer(1).claimsAll = false;
    QVERIFY(rig.passRoundsUntil(
        [&] { return countCells(rig, "n2", Evidence::LocalHit) == Many && rig.warnings().isEmpty(); }));

    rig.peer(0).claimsAll = true; // what it was believed before does not last
    QVERIFY(rig.passRoundsUntil([&] { return countCells(rig, "n1", Evidence::SaysYesToAll) == Many; }));
}

void TestSpegelBadInput::aWrongLengthIsAFinding()
{
    PeerRig rig(2);
    addMany(rig);
    give(rig.peer(0), wanted("7"), 99);
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", wanted("7")), Presence::Unknown, Evidence::SizeMismatch));
    QCOMPARE(rig.status.warnings.size(), 1);
    for (const QString& word :
         {QStringLiteral("n1"), QStringLiteral("sha256:") + Digest::of("7").shortHex(12),
          QStringLiteral("99 bytes"), QStringLiteral("100")}) {
        QVERIFY2(rig.warnings().contains(word), qPrintable(rig.warnings()));
    }
    QVERIFY(!rig.warnings().contains(QStringLiteral("n2")));
}

void TestSpegelBadInput::turnsBadInMidSweep_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("breaks");
    QTest::addColumn<bool>("forwards");
    QTest::addColumn<int>("evidence");
    QTest::addColumn<bool>("tellsRest"); // of what was not asked any more
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, int status, Evidence evidence, bool tellsRest, const char* word) {
        QTest::newRow(name) << status << false << false << int(evidence) << tellsRest
                            << QString::fromLatin1(word);
    };
    row("401", 401, Evidence::Unauthorized, true, "credentials");
    row("403", 403, Evidence::Unauthorized, true, "credentials");
    row("429", 429, Evidence::RateLimited, false, "HTTP 429");
    row("500", 500, Evidence::ServerFault, false, "server errors");
    row("503", 503, Evidence::ServerFault, false, "server errors");
    QTest::newRow("resets") << 0 << true << false << int(Evidence::Unreachable) << false << QString();
    QTest::newRow("without headers") << 0 << false << true << int(Evidence::ForwardedHit) << true
                                     << QStringLiteral("OCI-Namespace");
    row("an empty 404", 404, Evidence::BareMiss, true, "404 without content");
    row("302", 302, Evidence::Unintelligible, true, "outside the protocol");
}

void TestSpegelBadInput::turnsBadInMidSweep()
{
    QFETCH(int, status);
    QFETCH(bool, breaks);
    QFETCH(bool, forwards);
    QFETCH(int, evidence);
    QFETCH(bool, tellsRest);
    QFETCH(QString, word);
    PeerRig rig(2);
    rig.settings.mostUnderWay = 16;
    addMany(rig);
    FakePeer& bad = rig.peer(0);
    QObject::connect(&bad, &FakePeer::contentAsked, &bad, [&] {
        const bool isBad = bad.asked.size() > 20;
        bad.contentStatus = isBad ? status : 0;
        bad.breaksContent = isBad && breaks;
        bad.forwards = isBad && forwards;
    });
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QTRY_VERIFY(countCells(rig, "n1", Evidence(evidence)) > 0);
    QCOMPARE(countCells(rig, "n2", Evidence::LocalHit), Many);
    QCOMPARE(rig.state("n1"), NodeState::Live);
    QVERIFY(countCells(rig, "n1", Evidence::LocalHit) >= 15);
    if (tellsRest) {
        QCOMPARE(countCells(rig, "n1", Evidence(evidence)) + countCells(rig, "n1", Evidence::LocalHit), Many);
    } else {
        QVERIFY2(bad.asked.size() < Many, "it goes on asking");
    }
    const QString told = rig.warnings() + (rig.status.error ? rig.status.error->text() : QString());
    QVERIFY2(word.isEmpty() || (told.contains(word) && told.contains(QStringLiteral("n1"))),
             qPrintable(told));

    bad.disconnect();
    bad.contentStatus = 0;
    bad.breaksContent = bad.forwards = false;
    const auto isWell = [&] {
        return countCells(rig, "n1", Evidence::LocalHit) == Many && rig.warnings().isEmpty() &&
               !rig.status.error;
    };
    QVERIFY2(rig.passRoundsUntil(isWell), qPrintable(rig.warnings()));
}

void TestSpegelBadInput::oneAddressIsAskedOnce()
{
    PeerRig rig(2);
    addMany(rig);
    rig.tweak = [](SpegelSettings& settings) {
        PeerSettings twin = settings.peers[0];
        twin.name = QStringLiteral("n3");
        settings.peers.push_back(twin);
    };
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.state("n3"), NodeState::Unseen);
    QVERIFY(rig.node("n3").reason.contains(QStringLiteral("n1")));
    QCOMPARE(countCells(rig, "n3", Evidence::LocalHit), 0);
    QCOMPARE(rig.peer(0).asked.size(), Many);
    QVERIFY2(rig.warnings().contains(QStringLiteral("n3 as n1")), qPrintable(rig.warnings()));
}

void TestSpegelBadInput::aNodeListedTwiceIsOne()
{
    PeerRig rig(2);
    addMany(rig);
    rig.tweak = [](SpegelSettings& settings) {
        settings.peers[1].name = QStringLiteral("n1");
    };
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.nodes.size(), 1);
    QCOMPARE(rig.peer(1).probes, 0);
    QVERIFY2(rig.warnings().contains(QStringLiteral("more than once")) &&
                 rig.warnings().contains(QStringLiteral("n1")),
             qPrintable(rig.warnings()));
}

void TestSpegelBadInput::onePeerBehindTwoAddresses()
{
    PeerRig rig(3);
    rig.peer(2).identity = rig.peer(1).identity;
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(rig.passUntil([&] { return rig.warnings().contains(QStringLiteral("n2, n3")); }));
    QVERIFY(rig.warnings().contains(QStringLiteral("load balancer")));
}

void TestSpegelBadInput::tenThousandOfWhichAHundredExist()
{
    constexpr size_t Exist = 100;
    constexpr size_t Configured = 10'000;
    const SystemClock real;
    PeerRig rig(Exist);
    rig.otherClock = &real;
    rig.inventory.add(wanted("x"));
    std::vector<PeerSettings> configured(Configured);
    for (size_t i = 0; i < Configured; ++i) {
        configured[i].name = QStringLiteral("none-%1").arg(i);
        // Nobody listens on the discard port of these.
        configured[i].registry.baseUrl =
            "http://127." + QByteArray::number(1 + i / 250) + ".0." + QByteArray::number(1 + i % 250) + ":9";
        configured[i].metrics = configured[i].registry;
    }
    rig.tweak = [&](SpegelSettings& settings) {
        for (size_t i = 0; i < Exist; ++i) {
            configured[i * (Configured / Exist)] = settings.peers[i];
        }
        settings.peers = std::move(configured);
    };
    StallMeter stalls;
    rig.start();
    QCOMPARE(rig.nodes.size(), qsizetype{Configured});
    const auto count = [&](NodeState state) {
        return std::count_if(rig.nodes.cbegin(), rig.nodes.cend(),
                             [state](const NodeObservation& node) { return node.state == state; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(count(NodeState::Live), qsizetype{Exist}, 120'000);
    QTRY_COMPARE_WITH_TIMEOUT(count(NodeState::Gone), qsizetype{Configured - Exist}, 120'000);
    QTRY_VERIFY_WITH_TIMEOUT(rig.status.settled, 120'000);
    QVERIFY2(!rig.status.error, qPrintable(rig.status.error ? rig.status.error->text() : QString()));
    QCOMPARE(countCells(rig, "n100", Evidence::JsonMiss), 1);
    QVERIFY2(stalls.longest() < LongestStall, qPrintable(QString::number(stalls.longest().count())));
}

QTEST_GUILESS_MAIN(TestSpegelBadInput)
#include "tst_spegel_bad_input.moc"
