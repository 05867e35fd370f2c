// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementMap.h"
#include "models/placement/PlacementPolicies.h"
#include "models/placement/PrewarmPlanner.h"
#include "models/placement/PrewarmPlanning.h"
#include "models/placement/PrewarmRequest.h"
#include "models/placement/PrewarmStepModel.h"
#include "tests/models/FleetFixture.h"
#include "tests/models/prewarm/SmallProblem.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace std::chrono_literals;

/// From a fleet to a problem, to a plan, to a table.
class TestPrewarmRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<test::FleetFixture>();
        m_fixture->images({test::FleetFixture::image(QStringLiteral("team/api:1"),
                                                     {QStringLiteral("base"), QStringLiteral("api")}),
                           test::FleetFixture::image(QStringLiteral("team/web:1"),
                                                     {QStringLiteral("base"), QStringLiteral("web")})});
        m_fixture->nodes({m_fixture->node(QStringLiteral("n1")), m_fixture->node(QStringLiteral("n2")),
                          m_fixture->node(QStringLiteral("n3"), NodeState::Gone)});
        tellAll(QStringLiteral("n1"), '+');
        tellAll(QStringLiteral("n2"), '-');
    }

    void findsImagesByName_data()
    {
        QTest::addColumn<QStringList>("references");
        QTest::addColumn<int>("found");
        QTest::addColumn<QString>("todo");
        QTest::newRow("one tag") << QStringList{QStringLiteral("team/api:1")} << 1 << QString();
        QTest::newRow("all tags") << QStringList{QStringLiteral("team/api")} << 1 << QString();
        QTest::newRow("pattern") << QStringList{QStringLiteral("team/*")} << 2 << QString();
        QTest::newRow("twice") << QStringList{QStringLiteral("team/*"), QStringLiteral("team/api:1")} << 2
                               << QString();
        QTest::newRow("mistyped") << QStringList{QStringLiteral("team/apu:1")} << -1
                                  << QStringLiteral("team/api:1");
        QTest::newRow("one of two wrong")
            << QStringList{QStringLiteral("team/*"), QStringLiteral("taem/web:1")} << -1
            << QStringLiteral("team/web:1");
        QTest::newRow("nothing like it")
            << QStringList{QStringLiteral("qqqqqqqqqqqqqqqqqqqq")} << -1 << QStringLiteral("stowage images");
        QTest::newRow("empty") << QStringList{QString()} << -1 << QStringLiteral("stowage images");
    }
    void findsImagesByName()
    {
        QFETCH(QStringList, references);
        QFETCH(int, found);
        QFETCH(QString, todo);
        const auto images = imagesNamed(map(), references);
        QCOMPARE(images ? static_cast<int>(images->size()) : -1, found);
        if (!images) {
            QCOMPARE(images.error().kind, ErrorKind::Usage);
            QVERIFY2(images.error().todo.contains(todo), qPrintable(images.error().todo));
        }
    }

    void plansOverTheFleet()
    {
        const PrewarmPlan plan = planFor({QStringLiteral("team/api:1")}, 2);
        QCOMPARE(test::stepsOf(plan), QStringLiteral("1 n2<n1"));
        QCOMPARE(plan.steps[0].reference(), QStringLiteral("team/api:1"));
        QCOMPARE(plan.steps[0].image.source, QStringLiteral("reg"));
        QCOMPARE(plan.steps[0].layers.size(), size_t{2});
        QCOMPARE(plan.steps[0].others.size(), size_t{2}); // manifest and config come with a pull
        QCOMPARE(plan.steps[0].bytes, 230);
        QVERIFY(plan.refused.empty());
        QVERIFY(planFor({QStringLiteral("team/api:1")}, 3).refused[0].reason.contains(QStringLiteral("n3 ")));
    }

    void whatIsSharedIsFetchedOnce()
    {
        const PrewarmPlan plan = planFor({QStringLiteral("team/*")}, 2);
        QCOMPARE(plan.steps.size(), size_t{2});
        QCOMPARE(plan.bytes(), 360); // three layers, two configs and manifests
    }

    void goalsComeFromThePoliciesUnlessTold()
    {
        PlacementPolicies policies;
        policies.base = {1, 1};
        policies.coverage = {{QStringLiteral("team/web"), {2, 1}}};
        PrewarmRequest request;
        request.images = allImages(map());
        const PrewarmPlan plan = planPrewarm(prewarmProblem(map(), policies, request, {}, {}), now());
        QCOMPARE(plan.steps.size(), size_t{1});
        QCOMPARE(plan.steps[0].reference(), QStringLiteral("team/web:1"));
        QVERIFY(!plan.goal); // they differ
        request.copies = 2;
        QCOMPARE(planPrewarm(prewarmProblem(map(), policies, request, {}, {}), now()).steps.size(),
                 size_t{2});
    }

    void namespaceOfIdsDoesNotMatter()
    {
        const PrewarmPlan plan = planFor({QStringLiteral("team/*")}, 2);
        auto other = std::make_unique<test::FleetFixture>();
        other->nodes({other->node(QStringLiteral("n3"), NodeState::Gone), other->node(QStringLiteral("n2")),
                      other->node(QStringLiteral("n1"))});
        other->images({test::FleetFixture::image(QStringLiteral("team/web:1"),
                                                 {QStringLiteral("base"), QStringLiteral("web")})});
        other->images({test::FleetFixture::image(QStringLiteral("team/api:1"),
                                                 {QStringLiteral("base"), QStringLiteral("api")})});
        m_fixture = std::move(other);
        tellAll(QStringLiteral("n2"), '-');
        tellAll(QStringLiteral("n1"), '+');
        const PrewarmPlan again = planFor({QStringLiteral("team/*")}, 2);
        QCOMPARE(again.hash, plan.hash);
        QCOMPARE(again.steps, plan.steps);
    }

    void platformsAreToldByWhatLiesThere()
    {
        addTwoPlatformImage();
        m_fixture->cells(QStringLiteral("n1"), QStringLiteral("+multi-arm -multi-amd"));
        m_fixture->cells(QStringLiteral("n2"), QStringLiteral("-multi-arm -multi-amd"));
        // n1 pulls arm64, and so, nothing speaking against it, does n2.
        PrewarmPlan plan = planFor({QStringLiteral("multi:1")}, 2);
        QVERIFY(!plan.steps.empty());
        for (const PrewarmStep& step : plan.steps) {
            QCOMPARE(step.platform, QStringLiteral("linux/arm64"));
        }
        const auto has = [&plan](const char* kind) {
            return std::ranges::any_of(plan.effects, [kind](const PrewarmEffect& effect) {
                return effect.kind == QLatin1String(kind);
            });
        };
        QVERIFY(has("leftOut"));
        QVERIFY(has("assumed"));
        // Told by somebody, it is that.
        NodeFacts facts;
        facts[QStringLiteral("n2")].platform = QStringLiteral("linux/amd64");
        plan = planFor({QStringLiteral("multi:1")}, 1, facts);
        QVERIFY(std::ranges::any_of(plan.steps, [](const PrewarmStep& step) {
            return step.node == QLatin1String("n2") && step.platform == QLatin1String("linux/amd64");
        }));
    }

    void withoutAnySignOfPlatformsNothingIsGuessed()
    {
        addTwoPlatformImage();
        m_fixture->cells(QStringLiteral("n1"), QStringLiteral("-multi-arm -multi-amd"));
        m_fixture->cells(QStringLiteral("n2"), QStringLiteral("-multi-arm -multi-amd"));
        PrewarmPlan plan = planFor({QStringLiteral("multi:1")}, 1);
        QVERIFY(plan.steps.empty());
        QCOMPARE(test::refusalsOf(plan), QStringLiteral("noPlatform noPlatform"));
        plan = planFor({QStringLiteral("multi:1")}, 1, {}, QStringLiteral("linux/amd64"));
        QCOMPARE(plan.steps.size(), size_t{1});
        QCOMPARE(plan.steps[0].platform, QStringLiteral("linux/amd64"));
        QVERIFY(plan.refused.empty());
    }

    void steadinessIsWhatWasSeen()
    {
        NodeObservation watched = m_fixture->node(QStringLiteral("n1"));
        watched.stability.watchedSince = now() - 2h;
        watched.stability.vanishings = 2;
        NodeObservation fresh = m_fixture->node(QStringLiteral("n2"));
        fresh.stability.watchedSince = now() - 5s;
        NodeObservation restarted = m_fixture->node(QStringLiteral("n3"));
        restarted.stability.watchedSince = now() - 5s;
        restarted.stability.restarts = 1;
        restarted.stability.restartedAt = now() - 2s;
        m_fixture->nodes({watched, fresh, restarted});
        const NodeFacts facts = nodeFacts(m_fixture->fleet);
        QCOMPARE(facts[QStringLiteral("n1")].vanished, std::optional(2U));
        QCOMPARE(facts[QStringLiteral("n1")].restarts, std::optional(0U));
        QCOMPARE(facts[QStringLiteral("n1")].uptime, std::optional(Millis{2h}));
        QCOMPARE(facts[QStringLiteral("n2")], NodeWorth{}); // seconds prove nothing
        QCOMPARE(facts[QStringLiteral("n3")].restarts, std::optional(1U));
        QCOMPARE(facts[QStringLiteral("n3")].vanished, std::nullopt);
        QCOMPARE(facts[QStringLiteral("n3")].uptime, std::optional(Millis{2s}));
    }

    void plansBesideTheThread()
    {
        PrewarmPlanner planner;
        QSignalSpy planned(&planner, &PrewarmPlanner::planned);
        PrewarmRequest request;
        request.images = allImages(map());
        request.copies = 1;
        planner.plan(map(), {}, request, {}, {}, now()); // forgotten for the next
        request.copies = 2;
        planner.plan(map(), {}, request, {}, {}, now());
        QTRY_VERIFY(!planned.isEmpty());
        QVERIFY(!planner.isPlanning());
        const auto plan = planned.constLast().front().value<PrewarmPlan>();
        QCOMPARE(plan.steps.size(), size_t{2});
        QCOMPARE(plan.hash, planFor({QStringLiteral("*")}, 2).hash);
        auto dying = std::make_unique<PrewarmPlanner>();
        dying->plan(map(), {}, request, {}, {}, now());
        dying.reset(); // its answer has nobody to go to
    }

    void stepsAreATable()
    {
        PrewarmStepModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setPlan(planFor({QStringLiteral("*")}, 2));
        QCOMPARE(model.rowCount(), 2);
        const auto cell = [&model](int row, const char* column) {
            return model.index(row, model.columnOf(QString::fromLatin1(column))).data().toString();
        };
        QCOMPARE(cell(0, "node"), QStringLiteral("n2"));
        QCOMPARE(cell(0, "wave"), QStringLiteral("1"));
        QCOMPARE(cell(0, "from"), QStringLiteral("n1"));
        QCOMPARE(cell(0, "reason"), model.stepAt(0).reason);
        QVERIFY(model.sortBy(QStringLiteral("-bytes")).has_value());
        model.setPlan(planFor({QStringLiteral("*")}, 1));
        QCOMPARE(model.rowCount(), 0);
        model.setPlan(planFor({QStringLiteral("team/api")}, 2));
        QCOMPARE(model.rowCount(), 1);
    }

private:
    PlacementMap map() const { return PlacementMap::read(m_fixture->fleet); }
    Timestamp now() const { return m_fixture->clock.now(); }

    PrewarmPlan planFor(const QStringList& references, quint32 copies, const NodeFacts& facts = {},
                        const QString& platform = {}) const
    {
        PrewarmRequest request;
        request.images = imagesNamed(map(), references).value();
        request.copies = copies;
        request.zones = 1;
        request.platform = platform;
        return planPrewarm(prewarmProblem(map(), {}, request, facts, {}), now());
    }

    /// Every cell of the node that there is by now.
    void tellAll(const QString& node, char presence)
    {
        NodeContent content{node, m_fixture->clock.now(), {}};
        for (const Layer& layer : m_fixture->fleet.layers()) {
            content.sightings.push_back({layer.descriptor.digest,
                                         presence == '+' ? Presence::Held : Presence::Absent,
                                         presence == '+' ? Evidence::LocalHit : Evidence::JsonMiss});
        }
        Delta delta = m_fixture->from(QStringLiteral("peers"));
        delta.contents = {content};
        m_fixture->fleet.apply(delta);
    }

    void addTwoPlatformImage()
    {
        const auto digest = [](const QString& name) {
            return test::FleetFixture::descriptor(name);
        };
        Image image;
        image.key = {QStringLiteral("reg"), QStringLiteral("multi"), QStringLiteral("1")};
        image.target = digest(QStringLiteral("multi index"));
        for (const char* arch : {"arm", "amd"}) {
            const QString name = QStringLiteral("multi-") + QString::fromLatin1(arch);
            image.platforms.push_back(
                {QStringLiteral("linux/") + QString::fromLatin1(arch) + QStringLiteral("64"),
                 digest(name + QStringLiteral(" manifest")),
                 digest(name + QStringLiteral(" config")),
                 {digest(name)}});
        }
        m_fixture->images({image});
        for (const QString& node : {QStringLiteral("n1"), QStringLiteral("n2")}) {
            NodeContent content{node, now(), {}};
            for (const char* rest : {"multi index", "multi-arm manifest", "multi-arm config",
                                     "multi-amd manifest", "multi-amd config"}) {
                content.sightings.push_back({Digest::of(rest), Presence::Absent, Evidence::JsonMiss});
            }
            Delta delta = m_fixture->from(QStringLiteral("peers"));
            delta.contents = {content};
            m_fixture->fleet.apply(delta);
        }
    }

    std::unique_ptr<test::FleetFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestPrewarmRequest)
#include "tst_prewarm_request.moc"
