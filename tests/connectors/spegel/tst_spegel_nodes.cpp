// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerLiveness.h"
#include "connectors/spegel/SpegelStatus.h"
#include "connectors/spegel/VanishWatch.h"

using namespace stowage;

namespace {

HttpResult status(int code)
{
    HttpAnswer answer;
    answer.status = code;
    return answer;
}

HttpResult silence()
{
    return fail({ErrorKind::Timeout, QStringLiteral("no answer in 1 s"), {}, {}, {}});
}

PeerReport peer(const QString& name, NodeState state)
{
    PeerReport report;
    report.name = name;
    report.address = QStringLiteral("http://%1:5000").arg(name);
    report.state = state;
    report.isSettled = state != NodeState::Unseen;
    if (state == NodeState::Live || state == NodeState::Unable) {
        report.answeredAt = Timestamp{Millis{1'000}};
    }
    return report;
}

PeerReport peerWith(const QString& name, Evidence evidence)
{
    PeerReport report = peer(name, NodeState::Live);
    report.lastRound.add(evidence);
    return report;
}

SpegelFacts facts()
{
    SpegelFacts facts;
    facts.id = QStringLiteral("peers");
    facts.now = Timestamp{Millis{10'000}};
    return facts;
}

} // namespace

/// The machines without sockets: a node's life, our own network, the words of the status.
class TestSpegelNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoMissesMakeItGone();
    void anAnswerBetweenForgivesAMiss();
    void anyAnswerIsLife_data();
    void anyAnswerIsLife();
    void aProxysExcuseIsAMiss();

    void fewPeersMayVanishTogether();
    void mostAtOnceIsOurNetwork();
    void oneByOneIsNot();
    void whenHalfAreBackTheRestAreGone();

    void statusOfNobodySeen();
    void statusOfSome();
    void statusOfNone();
    void statusOfOurNetwork();
    void statusWarns_data();
    void statusWarns();
    void statusForgetsOldIdentityChanges();
    void statusListsAFewNames();
};

void TestSpegelNodes::twoMissesMakeItGone()
{
    PeerLiveness liveness(2);
    QCOMPARE(liveness.state(), NodeState::Unseen);
    QVERIFY(!liveness.probed(silence()));
    QCOMPARE(liveness.state(), NodeState::Unseen);
    QVERIFY(liveness.probed(silence()));
    QCOMPARE(liveness.state(), NodeState::Gone);
    QCOMPARE(liveness.reason(), QStringLiteral("no answer in 1 s"));
    QVERIFY(!liveness.probed(silence()));
    QVERIFY(liveness.probed(status(200)));
    QCOMPARE(liveness.state(), NodeState::Live);
    QVERIFY(liveness.reason().isEmpty());
}

void TestSpegelNodes::anAnswerBetweenForgivesAMiss()
{
    PeerLiveness liveness(2);
    liveness.probed(status(200));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!liveness.probed(silence()));
        QVERIFY(!liveness.probed(status(200)));
        QCOMPARE(liveness.state(), NodeState::Live);
    }
}

void TestSpegelNodes::anyAnswerIsLife_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("200") << 200 << QString();
    QTest::newRow("500") << 500 << QStringLiteral("routing table empty");
    QTest::newRow("404") << 404 << QStringLiteral("HTTP 404");
    QTest::newRow("401") << 401 << QStringLiteral("HTTP 401");
    QTest::newRow("302") << 302 << QStringLiteral("HTTP 302");
}

void TestSpegelNodes::anyAnswerIsLife()
{
    QFETCH(int, code);
    QFETCH(QString, word);
    PeerLiveness liveness(2);
    QVERIFY(liveness.probed(status(code)));
    QCOMPARE(liveness.state(), NodeState::Live);
    QCOMPARE(liveness.reason().isEmpty(), word.isEmpty());
    QVERIFY(liveness.reason().contains(word));
}

void TestSpegelNodes::aProxysExcuseIsAMiss()
{
    PeerLiveness liveness(2);
    liveness.probed(status(200));
    QVERIFY(!liveness.probed(status(502)));
    QVERIFY(liveness.probed(status(504)));
    QCOMPARE(liveness.state(), NodeState::Gone);
    QVERIFY(liveness.reason().contains(QStringLiteral("504")));
}

void TestSpegelNodes::fewPeersMayVanishTogether()
{
    VanishWatch watch(3, Millis{3'000});
    for (size_t i = 0; i < 3; ++i) {
        watch.vanished(i, Millis{0});
    }
    QVERIFY(!watch.isOwnNetwork());
}

void TestSpegelNodes::mostAtOnceIsOurNetwork()
{
    VanishWatch watch(4, Millis{3'000});
    watch.vanished(0, Millis{0});
    watch.vanished(1, Millis{1'000});
    QVERIFY2(!watch.isOwnNetwork(), "half is not more than half");
    watch.vanished(2, Millis{3'000});
    QVERIFY(watch.isOwnNetwork());
    QVERIFY(watch.isSuspect(0) && watch.isSuspect(1) && watch.isSuspect(2));
    QVERIFY(!watch.isSuspect(3));
    watch.vanished(3, Millis{60'000});
    QVERIFY2(watch.isSuspect(3), "in doubt is in doubt");
}

void TestSpegelNodes::oneByOneIsNot()
{
    VanishWatch watch(4, Millis{3'000});
    for (size_t i = 0; i < 4; ++i) {
        watch.vanished(i, Millis{10'000} * i);
        watch.vanished(i, Millis{10'000} * i + Millis{2'000});
    }
    QVERIFY(!watch.isOwnNetwork());
}

void TestSpegelNodes::whenHalfAreBackTheRestAreGone()
{
    VanishWatch watch(4, Millis{3'000});
    for (size_t i = 0; i < 4; ++i) {
        watch.answers(i);
    }
    for (size_t i = 0; i < 4; ++i) {
        watch.vanished(i, Millis{0});
    }
    watch.answers(0);
    QVERIFY(watch.isOwnNetwork());
    QVERIFY(!watch.isSuspect(0));
    watch.answers(1);
    QVERIFY(!watch.isOwnNetwork());
    QVERIFY(!watch.isSuspect(2) && !watch.isSuspect(3));
}

void TestSpegelNodes::statusOfNobodySeen()
{
    const SourceStatus status = spegelStatus(facts(), {peer(QStringLiteral("n1"), NodeState::Unseen)});
    QCOMPARE(status.id, QStringLiteral("peers"));
    QCOMPARE(status.kind, QStringLiteral("spegel"));
    QCOMPARE(status.url, QStringLiteral("http://n1:5000"));
    QCOMPARE(status.state, Freshness::Unseen);
    QCOMPARE(status.capabilities, QStringList{QStringLiteral("placement")});
    QCOMPARE(status.progress, QStringLiteral("0 of 1 nodes swept"));
    QVERIFY(!status.settled);
    QVERIFY(!status.error);
    QVERIFY(status.version.isEmpty());
}

void TestSpegelNodes::statusOfSome()
{
    SpegelFacts known = facts();
    known.hasMetrics = true;
    PeerReport gone = peer(QStringLiteral("n2"), NodeState::Gone);
    gone.requestsSent = 7;
    gone.requestsFailed = 7;
    const SourceStatus status = spegelStatus(known, {peer(QStringLiteral("n1"), NodeState::Live), gone});
    QCOMPARE(status.state, Freshness::Live);
    QVERIFY2(!status.error, "one dead node is the node's matter");
    QVERIFY(status.settled);
    QVERIFY(status.progress.isEmpty());
    QCOMPARE(status.lastAnswer, Timestamp{Millis{1'000}});
    QCOMPARE(status.requestsFailed, 7U);
    QVERIFY(status.capabilities.contains(QStringLiteral("metrics")));
    QVERIFY(status.limits.staleAfter >= Millis{60'000});
}

void TestSpegelNodes::statusOfNone()
{
    PeerReport wasSeen = peer(QStringLiteral("n1"), NodeState::Gone);
    wasSeen.answeredAt = Timestamp{Millis{5}};
    const SourceStatus status = spegelStatus(facts(), {wasSeen, peer(QStringLiteral("n2"), NodeState::Gone)});
    QCOMPARE(status.state, Freshness::Offline);
    QVERIFY(status.error);
    QCOMPARE(status.error->kind, ErrorKind::Connect);
    QCOMPARE(status.error->where, QStringLiteral("peers"));
    QVERIFY(!status.error->todo.isEmpty());
    QVERIFY(status.settled);
}

void TestSpegelNodes::statusOfOurNetwork()
{
    SpegelFacts known = facts();
    known.isOwnNetwork = true;
    std::vector<PeerReport> peers(4, peer(QStringLiteral("n"), NodeState::Unseen));
    for (size_t i = 0; i < 3; ++i) {
        peers[i].isSuspect = true;
    }
    const SourceStatus status = spegelStatus(known, peers);
    QVERIFY(status.error);
    QVERIFY2(status.error->message.startsWith(QStringLiteral("3 of 4")), qPrintable(status.error->message));
}

void TestSpegelNodes::statusWarns_data()
{
    QTest::addColumn<int>("evidence");
    QTest::addColumn<QString>("word");
    QTest::newRow("bare") << int(Evidence::BareMiss) << QStringLiteral("404 without content");
    QTest::newRow("forwarded") << int(Evidence::ForwardedHit) << QStringLiteral("OCI-Namespace");
    QTest::newRow("size") << int(Evidence::SizeMismatch) << QStringLiteral("another size");
    QTest::newRow("fault") << int(Evidence::ServerFault) << QStringLiteral("server errors");
    QTest::newRow("rubbish") << int(Evidence::Unintelligible) << QStringLiteral("outside the protocol");
}

void TestSpegelNodes::statusWarns()
{
    QFETCH(int, evidence);
    QFETCH(QString, word);
    const SourceStatus status = spegelStatus(facts(), {peerWith(QStringLiteral("n1"), Evidence::LocalHit),
                                                       peerWith(QStringLiteral("n2"), Evidence(evidence))});
    QCOMPARE(status.warnings.size(), 1);
    QVERIFY2(status.warnings[0].contains(word), qPrintable(status.warnings[0]));
    QVERIFY(status.warnings[0].contains(QStringLiteral("n2")));
    QVERIFY(!status.warnings[0].contains(QStringLiteral("n1")));
}

void TestSpegelNodes::statusForgetsOldIdentityChanges()
{
    SpegelFacts known = facts();
    PeerReport changed = peer(QStringLiteral("n1"), NodeState::Live);
    changed.identityChangedAt = known.now;
    QCOMPARE(spegelStatus(known, {changed}).warnings,
             QStringList{QStringLiteral("node n1 restarted: identity changed")});
    known.now += std::chrono::hours{1};
    QVERIFY(spegelStatus(known, {changed}).warnings.isEmpty());
}

void TestSpegelNodes::statusListsAFewNames()
{
    std::vector<PeerReport> peers;
    for (int i = 1; i <= 48; ++i) {
        peers.push_back(peerWith(QStringLiteral("n%1").arg(i), Evidence::Unauthorized));
    }
    const SourceStatus status = spegelStatus(facts(), peers);
    QVERIFY(status.error);
    QCOMPARE(status.error->kind, ErrorKind::Unauthorized);
    QVERIFY2(status.error->message.endsWith(QStringLiteral("n1, n2, n3, n4, n5 and 43 more")),
             qPrintable(status.error->message));
}

QTEST_GUILESS_MAIN(TestSpegelNodes)
#include "tst_spegel_nodes.moc"
