// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/CertificateBook.h"
#include "models/alerts/rules/FactGatherer.h"
#include "tests/models/hosts/HostFixture.h"
#include "tests/models/rules/RuleFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

const FactSchema& schemaOf(const QString& kind)
{
    static const std::vector<FactSchema> Schemas = factSchemas();
    return *std::ranges::find(Schemas, kind, &FactSchema::kind);
}

/// A rule of one condition: a word, or more than a limit.
AlertRule ruleOf(const QString& kind, const QString& fact, const QString& word, double above = 0)
{
    AlertRule rule;
    rule.id = kind + u'-' + fact;
    rule.facts = schemaOf(kind);
    rule.title = rule.summary = RuleTemplate::parse(QStringLiteral("{subject}"), rule.facts).value();
    RuleCondition condition;
    condition.column = *rule.facts.find(fact);
    condition.test = word.isEmpty() ? RuleCondition::Test::Above : RuleCondition::Test::Is;
    condition.raise = condition.clear = above;
    condition.words = QStringList{word};
    if (word.isEmpty()) {
        condition.words.clear();
    }
    rule.when = {condition};
    return rule;
}

class Stage : public HostFixture
{
public:
    explicit Stage(std::vector<AlertRule> rules, const std::vector<RecalledAlert>& before = {})
        : gatherer({&fleet, &book, nullptr, nullptr, nullptr, &certificates, nullptr}, std::move(rules),
                   clock)
    {
        QObject::connect(&gatherer, &FactGatherer::reported, &gatherer,
                         [this](const AlertReport& report, const QStringList& unsure) {
                             reports.push_back(report);
                             doubtful = unsure;
                         });
        gatherer.recall(before);
    }

    /// A source has answered, or has failed to.
    void settle(const QString& source, Freshness state)
    {
        Delta delta = from(source);
        SourceStatus status;
        status.id = source;
        status.state = state;
        status.lastAnswer = state == Freshness::Live ? clock.now() : clock.now() - std::chrono::hours(5);
        status.settled = true;
        delta.status = status;
        fleet.apply(delta);
    }

    void gather()
    {
        fleet.flush();
        book.flush();
        gatherer.gatherNow();
    }

    double number(const QString& kind, const QString& subject, const QString& fact) const
    {
        const FactTable& table = *gatherer.facts().find(kind);
        return table.numbers(*table.schema().find(fact))[*table.find(subject)];
    }

    QString keys() const
    {
        QStringList keys;
        for (const AlertObservation& alert : reports.back().alerts) {
            keys << alert.key;
        }
        return keys.join(u' ');
    }

    CertificateBook certificates;
    FactGatherer gatherer;
    std::vector<AlertReport> reports;
    QStringList doubtful; ///< of the latest
};

} // namespace

class TestFactGatherer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoneNodeTellsWhatHasBecomeRareWithIt();
    void whatComesFromDiskBeginsNothing();
    void quarantinedSamplesNeverReachARule();
    void hostsThatNobodyTellsOfNowStand();
    void sourcesTellHowTheyAnswer();
    void certificatesTellTheirEnd();
    void gathersOnceASecondAtMost();
    void nothingIsToldBeforeTheLogIsRead();
    void whatStoodGoesOnWithoutWaitingAnew();
    void whatStoodIsDoubtfulWhileNobodyTellsOfIt();
    void aKindThatIsNeverToldKeepsNoOtherFromEnding();
    void nodesAndHostsAreJudgedWhileTheScreenIsFrozen();
    void whoHoldsWhatWaitsWhileTheScreenIsFrozen();
    void everyKindCanBeGatheredFromNothing();
};

void TestFactGatherer::aGoneNodeTellsWhatHasBecomeRareWithIt()
{
    Stage stage({ruleOf(QStringLiteral("node"), QStringLiteral("state"), QStringLiteral("gone"))});
    stage.status(QStringLiteral("peers"), Freshness::Live, stage.clock.now());
    stage.images({FleetFixture::image(QStringLiteral("team/api:1"),
                                      {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})});
    stage.nodes({stage.node(QStringLiteral("n1")), stage.node(QStringLiteral("n2")),
                 stage.node(QStringLiteral("n3"))});
    stage.cells(QStringLiteral("n1"), QStringLiteral("+a +b +c"));
    stage.cells(QStringLiteral("n2"), QStringLiteral("+a +b -c"));
    stage.cells(QStringLiteral("n3"), QStringLiteral("+a -b -c"));
    stage.gather();
    QCOMPARE(stage.keys(), QString());
    stage.clock.advance(Millis(1'000));
    stage.nodes({stage.node(QStringLiteral("n1"), NodeState::Gone)});
    stage.gather();
    QCOMPARE(stage.keys(), QStringLiteral("node-state/n1"));
    QCOMPARE(stage.number(QStringLiteral("node"), QStringLiteral("n1"), QStringLiteral("layers.single")),
             1.0);
    QCOMPARE(stage.number(QStringLiteral("node"), QStringLiteral("n1"), QStringLiteral("layers.none")), 1.0);
    QCOMPARE(stage.number(QStringLiteral("node"), QStringLiteral("n1"), QStringLiteral("bytes.single")),
             100.0);
    QCOMPARE(stage.number(QStringLiteral("node"), QStringLiteral("n1"), QStringLiteral("images")), 1.0);
    stage.clock.advance(Millis(1'000));
    stage.nodes({stage.node(QStringLiteral("n1"))});
    stage.gather();
    QCOMPARE(stage.keys(), QString());
}

void TestFactGatherer::whatComesFromDiskBeginsNothing()
{
    Stage stage({ruleOf(QStringLiteral("node"), QStringLiteral("state"), QStringLiteral("gone"))});
    Delta delta = stage.from(QStringLiteral("peers"), 0);
    delta.nodes = {stage.node(QStringLiteral("n1"), NodeState::Gone)};
    stage.fleet.apply(delta);
    stage.gather();
    QCOMPARE(stage.keys(), QString());
}

void TestFactGatherer::quarantinedSamplesNeverReachARule()
{
    const QString hub = QStringLiteral("hub");
    const QString id = QStringLiteral("s1");
    const QString cpu = QStringLiteral("cpu.percent");
    Stage stage({ruleOf(QStringLiteral("host"), cpu, {}, 90)});
    stage.tell(hub, HostFixture::machine(id, QStringLiteral("n1")));
    stage.sample(hub, id, cpu, 40);
    stage.gather();
    stage.clock.advance(Millis(1'000));
    stage.quarantine(hub, id, cpu, 99'999);
    stage.gather();
    QCOMPARE(stage.keys(), QString());
    QVERIFY(std::isnan(stage.number(QStringLiteral("host"), QStringLiteral("n1"), cpu)));
    const auto metrics = QStringLiteral("quarantined.metrics");
    QCOMPARE(stage.number(QStringLiteral("host"), QStringLiteral("n1"), metrics), 1.0);
    const auto recent = QStringLiteral("quarantined.recent");
    QCOMPARE(stage.number(QStringLiteral("host"), QStringLiteral("n1"), recent), 1.0);
    stage.clock.advance(Millis(1'000));
    stage.sample(hub, id, cpu, 95);
    stage.gather();
    QCOMPARE(stage.keys(), QStringLiteral("host-cpu.percent/n1"));
}

void TestFactGatherer::hostsThatNobodyTellsOfNowStand()
{
    const QString hub = QStringLiteral("hub");
    const QString id = QStringLiteral("s1");
    const QString cpu = QStringLiteral("cpu.percent");
    Stage stage({ruleOf(QStringLiteral("host"), cpu, {}, 90)});
    stage.tell(hub, HostFixture::machine(id, QStringLiteral("n1")));
    stage.sample(hub, id, cpu, 95);
    stage.gather();
    QCOMPARE(stage.keys(), QStringLiteral("host-cpu.percent/n1"));
    stage.clock.advance(std::chrono::hours(2));
    stage.fleet.judgeAges();
    stage.book.judgeAges();
    stage.gather();
    QCOMPARE(stage.keys(), QStringLiteral("host-cpu.percent/n1"));
    QCOMPARE(stage.reports.back().failures->size(), size_t(1));
}

void TestFactGatherer::sourcesTellHowTheyAnswer()
{
    Stage stage({ruleOf(QStringLiteral("source"), QStringLiteral("error.kind"), QStringLiteral("timeout"))});
    Delta delta = stage.from(QStringLiteral("reg"));
    SourceStatus status;
    status.id = QStringLiteral("reg");
    status.state = Freshness::Live;
    status.lastAnswer = stage.clock.now();
    status.settled = true;
    status.coverage = Coverage{false, {QStringLiteral("team/api: HTTP 500")}};
    status.error = Error{ErrorKind::Timeout, QStringLiteral("no answer"), {}, {}, {}};
    delta.status = status;
    stage.fleet.apply(delta);
    stage.clock.advance(Millis(4'000));
    stage.gather();
    QCOMPARE(stage.keys(), QStringLiteral("source-error.kind/reg"));
    QCOMPARE(stage.number(QStringLiteral("source"), QStringLiteral("reg"), QStringLiteral("unread")), 1.0);
    QCOMPARE(stage.number(QStringLiteral("source"), QStringLiteral("reg"), QStringLiteral("complete")), 0.0);
    QCOMPARE(stage.number(QStringLiteral("source"), QStringLiteral("reg"), QStringLiteral("age")), 4.0);
}

void TestFactGatherer::certificatesTellTheirEnd()
{
    Stage stage({ruleOf(QStringLiteral("certificate"), QStringLiteral("left"), {}, 0)});
    const Timestamp now = stage.clock.now();
    stage.certificates.note(
        {QStringLiteral("reg"), QStringLiteral("r:443"), {}, now + std::chrono::hours(50), now});
    stage.gather();
    const QString subject = QStringLiteral("reg r:443");
    QCOMPARE(stage.number(QStringLiteral("certificate"), subject, QStringLiteral("left")), 2.0);
    QCOMPARE(stage.reports.back().alerts.at(0).subject, QStringLiteral("reg"));
}

void TestFactGatherer::gathersOnceASecondAtMost()
{
    Stage stage({ruleOf(QStringLiteral("node"), QStringLiteral("state"), QStringLiteral("gone"))});
    stage.status(QStringLiteral("peers"), Freshness::Live, stage.clock.now());
    for (int i = 0; i < 50; ++i) {
        const bool isGone = i % 7 < 3;
        stage.nodes({stage.node(QStringLiteral("n1"), isGone ? NodeState::Gone : NodeState::Live)});
        stage.clock.advance(Millis(100)); // a change set each time
    }
    QVERIFY2(stage.reports.size() >= 2, qPrintable(QString::number(stage.reports.size())));
    QVERIFY2(stage.reports.size() <= 6, qPrintable(QString::number(stage.reports.size())));
}

void TestFactGatherer::nothingIsToldBeforeTheLogIsRead()
{
    FleetFixture world;
    FactGatherer gatherer({&world.fleet},
                          {ruleOf(QStringLiteral("node"), QStringLiteral("state"), QStringLiteral("gone"))},
                          world.clock);
    QSignalSpy reported(&gatherer, &FactGatherer::reported);
    world.clock.advance(FactGatherer::Youth);
    gatherer.gatherNow();
    QCOMPARE(reported.size(), 0);
    gatherer.recall({});
    world.clock.advance(2 * FactGatherer::Pause);
    QCOMPARE(reported.size(), 1);
    const auto report = reported.first().first().value<AlertReport>();
    QVERIFY(report.isWhole && !report.isYoung);
}

/// The node is gone still: as the log has it, not as one that has to wait for a minute first.
void TestFactGatherer::whatStoodGoesOnWithoutWaitingAnew()
{
    AlertRule rule = ruleOf(QStringLiteral("node"), QStringLiteral("state"), QStringLiteral("gone"));
    rule.wait = std::chrono::minutes(1);
    const Timestamp since = HostFixture().clock.now() - std::chrono::hours(3);
    const RecalledAlert before = RuleFixture::recalled(rule, QStringLiteral("n1"), since);
    Stage stage({rule}, {before});
    Delta restored = stage.from(QStringLiteral("peers"), 0);
    restored.nodes = {stage.node(QStringLiteral("n1"), NodeState::Gone)};
    stage.fleet.apply(restored);
    stage.gather();
    QCOMPARE(stage.keys(), QString());
    QCOMPARE(stage.doubtful, QStringList{before.key});

    stage.status(QStringLiteral("peers"), Freshness::Live, stage.clock.now());
    stage.nodes({stage.node(QStringLiteral("n1"), NodeState::Gone), stage.node(QStringLiteral("n2"))});
    stage.gather();
    QCOMPARE(stage.keys(), QStringLiteral("node-state/n1"));
    QCOMPARE(stage.reports.back().alerts.at(0).phase, AlertPhase::Firing);
    QCOMPARE(stage.reports.back().alerts.at(0).startedAt, since);
    QCOMPARE(stage.doubtful, QStringList());

    stage.clock.advance(Millis(1'000));
    stage.nodes({stage.node(QStringLiteral("n1"))});
    stage.gather();
    QCOMPARE(stage.keys(), QString());
    QCOMPARE(stage.doubtful, QStringList());
}

void TestFactGatherer::whatStoodIsDoubtfulWhileNobodyTellsOfIt()
{
    const AlertRule rule = ruleOf(QStringLiteral("node"), QStringLiteral("state"), QStringLiteral("gone"));
    const RecalledAlert before =
        RuleFixture::recalled(rule, QStringLiteral("n1"), Timestamp(std::chrono::hours(1)));
    Stage stage({rule}, {before});
    stage.settle(QStringLiteral("peers"), Freshness::Live);
    stage.settle(QStringLiteral("others"), Freshness::Offline);
    stage.gather();
    QCOMPARE(stage.doubtful, QStringList{before.key}); // it may be told of yet
    stage.clock.advance(FactGatherer::Youth + FactGatherer::Again);
    stage.gather();
    QCOMPARE(stage.doubtful, QStringList{before.key}); // one who is silent may know of it
    for (const char* source : {"peers", "others", "hub", "prom"}) {
        stage.settle(QString::fromLatin1(source), Freshness::Live);
    }
    stage.gather();
    QCOMPARE(stage.doubtful, QStringList()); // it is no more
    QCOMPARE(stage.keys(), QString());
}

void TestFactGatherer::aKindThatIsNeverToldKeepsNoOtherFromEnding()
{
    const AlertRule nodes = ruleOf(QStringLiteral("node"), QStringLiteral("state"), QStringLiteral("gone"));
    const AlertRule images = ruleOf(QStringLiteral("keyImage"), QStringLiteral("layers.single"), {}, 0);
    const Timestamp since(std::chrono::hours(1));
    const RecalledAlert node = RuleFixture::recalled(nodes, QStringLiteral("n1"), since);
    const RecalledAlert image = RuleFixture::recalled(images, QStringLiteral("reg/team/api:1"), since);
    Stage stage({nodes, images}, {node, image}); // nobody watches how things lie
    stage.settle(QStringLiteral("peers"), Freshness::Live);
    stage.nodes({stage.node(QStringLiteral("n1"))});
    stage.gather();
    QCOMPARE(stage.doubtful, QStringList{image.key});
    stage.clock.advance(2 * FactGatherer::Youth);
    QCOMPARE(stage.doubtful, QStringList{image.key});
}

/// The screen's fleet has not heard of it: it counts the copies of the node still.
void TestFactGatherer::nodesAndHostsAreJudgedWhileTheScreenIsFrozen()
{
    const QString cpu = QStringLiteral("cpu.percent");
    HostFixture screen;
    screen.status(QStringLiteral("peers"), Freshness::Live, screen.clock.now());
    screen.images({FleetFixture::image(QStringLiteral("team/api:1"),
                                       {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})});
    screen.nodes({screen.node(QStringLiteral("n1")), screen.node(QStringLiteral("n2"))});
    screen.cells(QStringLiteral("n1"), QStringLiteral("+a +b -c"));
    screen.cells(QStringLiteral("n2"), QStringLiteral("+a -b -c"));
    HostFixture live;
    FactWorld world{&screen.fleet, &screen.book};
    world.live = &live.fleet;
    world.liveHosts = &live.book;
    FactGatherer gatherer(world,
                          {ruleOf(QStringLiteral("node"), QStringLiteral("state"), QStringLiteral("gone")),
                           ruleOf(QStringLiteral("host"), cpu, {}, 90)},
                          live.clock);
    gatherer.recall({});
    gatherer.setHeld(true);

    live.status(QStringLiteral("peers"), Freshness::Live, live.clock.now());
    live.nodes({live.node(QStringLiteral("n1"), NodeState::Gone), live.node(QStringLiteral("n2"))});
    live.tell(QStringLiteral("hub"), HostFixture::machine(QStringLiteral("s1"), QStringLiteral("db-1")));
    live.sample(QStringLiteral("hub"), QStringLiteral("s1"), cpu, 99);
    live.fleet.flush();
    live.book.flush();
    gatherer.gatherNow();
    const AlertReport& report = gatherer.engine().report();
    QCOMPARE(report.alerts.size(), size_t(2));
    QCOMPARE(report.alerts.at(0).key, QStringLiteral("node-state/n1"));
    QCOMPARE(report.alerts.at(1).key, QStringLiteral("host-cpu.percent/db-1"));
    const FactTable& nodes = *gatherer.facts().find(QStringLiteral("node"));
    const auto number = [&nodes](const char* fact) {
        return nodes.numbers(
            *nodes.schema().find(QString::fromLatin1(fact)))[*nodes.find(QStringLiteral("n1"))];
    };
    QCOMPARE(number("layers.single"), 1.0); // a lies on n2 alone from now on
    QCOMPARE(number("layers.none"), 1.0);   // and b nowhere
}

void TestFactGatherer::whoHoldsWhatWaitsWhileTheScreenIsFrozen()
{
    QStringList gated;
    for (const auto& kind : makeFactKinds()) {
        if (kind->isGated()) {
            gated << kind->schema().kind;
        }
    }
    QCOMPARE(gated, (QStringList{QStringLiteral("keyImage"), QStringLiteral("policy")}));
}

void TestFactGatherer::everyKindCanBeGatheredFromNothing()
{
    const auto kinds = makeFactKinds();
    QCOMPARE(kinds.size(), factSchemas().size());
    HostFixture world;
    for (const auto& kind : kinds) {
        for (const FactWorld& from : {FactWorld{}, FactWorld{&world.fleet, &world.book}}) {
            FactTable table(kind->schema());
            kind->gather(from, world.clock.now(), table);
            QVERIFY2(from.fleet != nullptr || !table.isKnown(), qPrintable(kind->schema().kind));
        }
    }
}

QTEST_GUILESS_MAIN(TestFactGatherer)
#include "tst_fact_gatherer.moc"
