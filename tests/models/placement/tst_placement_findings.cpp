// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/FindingDates.h"
#include "models/placement/PlacementFindings.h"
#include "tests/models/FleetFixture.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

using Kind = PlacementFindingKind;

struct Stage
{
    FleetFixture fixture;
    PlacementPolicies policies;

    explicit Stage(std::initializer_list<const char*> nodes = {"n1", "n2"})
    {
        policies.base = {1, 1};
        fixture.images({fixture.image(u"web:1"_s, {u"a"_s, u"b"_s})});
        for (const char* name : nodes) {
            node(QString::fromLatin1(name), NodeState::Live);
        }
    }

    void node(const QString& name, NodeState state) { fixture.nodes({fixture.node(name, state)}); }

    /// All of "web:1" but what `cells` says otherwise.
    void whole(const QString& node, const QString& cells = {})
    {
        Delta delta = fixture.from(u"peers"_s);
        NodeContent content = fixture.content(node, u"+a +b"_s);
        for (const QString& part : {u"manifest of web:1"_s, u"config of web:1"_s}) {
            content.sightings.push_back({fixture.digest(part), Presence::Held, Evidence::LocalHit});
        }
        delta.contents = {content, fixture.content(node, cells)};
        fixture.fleet.apply(delta);
    }

    void none(const QString& node) { fixture.cells(node, u"-a -b"_s); }

    void tell(const QString& node, const QString& layer, Evidence evidence)
    {
        Delta delta = fixture.from(u"peers"_s);
        delta.contents = {
            {node, fixture.clock.now(), {{fixture.digest(layer), Presence::Unknown, evidence}}}};
        fixture.fleet.apply(delta);
    }

    PlacementMap map()
    {
        fixture.fleet.flush();
        return PlacementMap::read(fixture.fleet);
    }

    std::vector<PlacementFinding> findings(Kind kind)
    {
        auto all = placementFindings(map(), policies, fixture.clock.now());
        std::erase_if(all, [kind](const PlacementFinding& finding) { return finding.kind != kind; });
        return all;
    }

    KeyRule key(const QStringList& nodes) const { return {u"core"_s, {u"web:*"_s}, nodes, {}, {}}; }
};

} // namespace

class TestPlacementFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrongWhereAllIsWhole()
    {
        Stage stage;
        stage.policies = {{2, 1}, {}, {stage.key({u"n1"_s, u"n2"_s})}, {}};
        stage.whole(u"n1"_s);
        stage.whole(u"n2"_s);
        QVERIFY(placementFindings(stage.map(), stage.policies, stage.fixture.clock.now()).empty());
    }

    void nothingIsWrongWhereNobodyWasAsked()
    {
        Stage stage;
        QVERIFY(placementFindings(stage.map(), stage.policies, stage.fixture.clock.now()).empty());
        QVERIFY(placementFindings(PlacementMap(), stage.policies, {}).empty());
    }

    void manifestWithoutItsLayers()
    {
        Stage stage;
        stage.whole(u"n1"_s, u"-a"_s);
        stage.whole(u"n2"_s, u"?a"_s); // not known is no finding
        const auto found = stage.findings(Kind::ManifestWithoutLayers);
        QCOMPARE(found.size(), size_t{1});
        QCOMPARE(found.front().nodes, std::vector{stage.fixture.nodeNamed(u"n1"_s).id});
        QCOMPARE(found.front().layers, std::vector{stage.fixture.layerNamed(u"a"_s).id});
        QCOMPARE(found.front().bytes, 100);
        QVERIFY2(
            found.front().title.contains(u"n1 serves the manifest of web:1 and lacks 1 of its 2 layers"_s),
            qPrintable(found.front().title));
    }

    void oneHolderAndNone()
    {
        Stage stage({"n1", "n2", "n3"});
        stage.fixture.cells(u"n1"_s, u"+a -b"_s);
        stage.fixture.cells(u"n2"_s, u"-a -b"_s);
        stage.fixture.cells(u"n3"_s, u"-a ?b"_s);
        const auto single = stage.findings(Kind::SingleHolder);
        QCOMPARE(single.size(), size_t{1});
        QVERIFY(single.front().isCertain);
        QCOMPARE(single.front().nodes, std::vector{stage.fixture.nodeNamed(u"n1"_s).id});
        const auto none = stage.findings(Kind::NoHolder);
        QCOMPARE(none.size(), size_t{1});
        QVERIFY(!none.front().isCertain);
        QCOMPARE(none.front().severity, FindingSeverity::Critical);
        QVERIFY(!none.front().isPolicy());
    }

    void recordsOutliveTheirNode()
    {
        Stage stage;
        stage.whole(u"n1"_s);
        stage.whole(u"n2"_s);
        stage.node(u"n1"_s, NodeState::Gone);
        QCOMPARE(stage.findings(Kind::AdvertisedNotServable).size(), size_t{1});
        stage.fixture.clock.advance(std::chrono::minutes{18});
        QCOMPARE(stage.findings(Kind::AdvertisedNotServable).size(), size_t{1});
        stage.fixture.clock.advance(std::chrono::minutes{2});
        QVERIFY(stage.findings(Kind::AdvertisedNotServable).empty());
    }

    void readyAndNotServing()
    {
        Stage stage;
        stage.whole(u"n1"_s);
        // Hung: the node is told unable, and each of its cells goes unanswered.
        stage.tell(u"n1"_s, u"a"_s, Evidence::Silent);
        stage.node(u"n1"_s, NodeState::Unable);
        stage.fixture.clock.advance(std::chrono::hours{2}); // it goes on advertising
        const auto found = stage.findings(Kind::AdvertisedNotServable);
        QCOMPARE(found.size(), size_t{1});
        QCOMPARE(found.front().layers.size(), size_t{2});
        stage.node(u"n1"_s, NodeState::Live);
        QVERIFY(stage.findings(Kind::AdvertisedNotServable).empty());
    }

    void anotherLengthThanTheRegistrys()
    {
        Stage stage;
        stage.whole(u"n1"_s);
        stage.tell(u"n1"_s, u"a"_s, Evidence::SizeMismatch);
        stage.tell(u"n2"_s, u"a"_s, Evidence::SizeMismatch);
        const auto found = stage.findings(Kind::WrongLength);
        QCOMPARE(found.size(), size_t{1});
        QCOMPARE(found.front().nodes.size(), size_t{2});
        stage.whole(u"n1"_s);
        stage.whole(u"n2"_s);
        QVERIFY(stage.findings(Kind::WrongLength).empty());
    }

    void keyImages()
    {
        Stage stage({"n1", "n2", "n3", "n4"});
        stage.policies.keys = {stage.key({u"n1"_s, u"N2"_s, u"third"_s})};
        stage.policies.nodes = {{u"n3"_s, {u"third"_s}, {}}};
        stage.whole(u"n1"_s);
        stage.whole(u"n2"_s, u"-b"_s);
        const auto found = stage.findings(Kind::KeyImageNotWhole);
        QCOMPARE(found.size(), size_t{2});
        QVERIFY(found.front().isCertain && found.front().isPolicy());
        QCOMPARE(found.front().severity, FindingSeverity::Critical);
        QCOMPARE(found.front().nodes, std::vector{stage.fixture.nodeNamed(u"n2"_s).id});
        QCOMPARE(found.front().layers, std::vector{stage.fixture.layerNamed(u"b"_s).id});
        QCOMPARE(found.front().rule, u"core"_s);
        QVERIFY(!found.back().isCertain); // n3 has not been asked
        QCOMPARE(found.back().nodes, std::vector{stage.fixture.nodeNamed(u"n3"_s).id});
    }

    void keyNodesByZoneAndLabel()
    {
        Stage stage({"n1", "n2", "n3"});
        NodeObservation n3 = stage.fixture.node(u"n3"_s);
        n3.zone = u"b"_s;
        stage.fixture.nodes({n3});
        for (const char* name : {"n1", "n2", "n3"}) {
            stage.none(QString::fromLatin1(name));
        }
        stage.policies.nodes = {{u"n2"_s, {}, {u"edge"_s}}};
        stage.policies.keys = {{u"core"_s, {u"web"_s}, {}, {u"b"_s}, {u"edge"_s}}};
        const auto found = stage.findings(Kind::KeyImageNotWhole);
        QCOMPARE(found.size(), size_t{2});
    }

    void aRuleThatWatchesNothingIsTold()
    {
        Stage stage;
        stage.policies.keys = {{u"typo"_s, {u"wbe:1"_s}, {u"n1"_s}, {}, {}},
                               {u"nowhere"_s, {u"web:1"_s}, {}, {}, {u"edge"_s}}};
        const auto found = stage.findings(Kind::KeyImageNotWhole);
        QCOMPARE(found.size(), size_t{2});
        QVERIFY(!found.front().isCertain);
    }

    void goalsByPattern()
    {
        Stage stage({"n1", "n2", "n3"});
        stage.fixture.images({stage.fixture.image(u"team/db:1"_s, {u"a"_s})});
        stage.policies.coverage = {{u"team/*"_s, {3, 1}}};
        stage.policies.base = {2, 1};
        stage.fixture.cells(u"n1"_s, u"+a +b"_s);
        stage.fixture.cells(u"n2"_s, u"+a -b"_s);
        stage.fixture.cells(u"n3"_s, u"-a"_s); // of b it says nothing: there may be a second copy
        const auto found = stage.findings(Kind::CoverageBroken);
        QCOMPARE(found.size(), size_t{2});
        for (const PlacementFinding& finding : found) {
            const bool isTeam = finding.rule == u"team/*"_s;
            QCOMPARE(finding.isCertain, isTeam);
            QCOMPARE(finding.layers, std::vector{stage.fixture.layerNamed(isTeam ? u"a"_s : u"b"_s).id});
        }
        stage.policies.coverage.front().goal = {2, 2}; // all nodes stand in one zone
        QCOMPARE(stage.findings(Kind::CoverageBroken).size(), size_t{2});
        stage.policies.coverage.front().goal = {2, 1};
        QCOMPARE(stage.findings(Kind::CoverageBroken).size(), size_t{1});
    }

    void theGravestComeFirst()
    {
        Stage stage({"n1", "n2", "n3"});
        stage.policies.keys = {stage.key({u"n1"_s})};
        stage.policies.base = {3, 1};
        stage.whole(u"n1"_s, u"-a"_s);
        stage.whole(u"n2"_s, u"-a"_s);
        stage.none(u"n3"_s);
        const auto found = placementFindings(stage.map(), stage.policies, stage.fixture.clock.now());
        QVERIFY(found.size() >= 5);
        QCOMPARE(found[0].kind, Kind::KeyImageNotWhole);
        QCOMPARE(found[1].kind, Kind::NoHolder);
        QSet<QString> keys;
        for (const PlacementFinding& finding : found) {
            keys.insert(finding.key);
            QVERIFY(!finding.title.isEmpty());
        }
        QCOMPARE(size_t(keys.size()), found.size());
    }

    void agesSurviveAndAreHonest()
    {
        Stage stage;
        FindingDates dates;
        const auto dated = [&] {
            auto found = stage.findings(Kind::SingleHolder);
            dates.date(found, stage.map(), stage.fixture.clock.now());
            return found;
        };
        const Timestamp start = stage.fixture.clock.now();
        stage.whole(u"n1"_s);
        stage.whole(u"n2"_s, u"-a"_s);
        auto found = dated();
        QCOMPARE(found.size(), size_t{1}); // a is on n1 alone
        QCOMPARE(found.front().since, start);
        QVERIFY(!found.front().isSinceExact); // it may have been so before the program began
        stage.fixture.clock.advance(std::chrono::minutes{1});
        QCOMPARE(dated().front().since, start);
        stage.fixture.cells(u"n2"_s, u"-b"_s); // seen to happen
        found = dated();
        QCOMPARE(found.size(), size_t{2});
        for (const PlacementFinding& finding : found) {
            const bool isNew = finding.layers.front() == stage.fixture.layerNamed(u"b"_s).id;
            QCOMPARE(finding.since, isNew ? stage.fixture.clock.now() : start);
            QCOMPARE(finding.isSinceExact, isNew);
        }
        stage.whole(u"n2"_s);
        QVERIFY(dated().empty());
        stage.fixture.clock.advance(std::chrono::minutes{1});
        stage.fixture.cells(u"n2"_s, u"-a"_s); // again is anew
        QCOMPARE(dated().front().since, stage.fixture.clock.now());
        QVERIFY(dated().front().isSinceExact);
    }

    void agesOutliveTheProgram()
    {
        Stage stage;
        const Timestamp start = stage.fixture.clock.now();
        const auto dated = [&stage](FindingDates& dates) {
            auto found = stage.findings(Kind::SingleHolder);
            dates.date(found, stage.map(), stage.fixture.clock.now());
            return found;
        };
        stage.whole(u"n1"_s);
        stage.whole(u"n2"_s, u"-a"_s);
        FindingDates first;
        QCOMPARE(dated(first).size(), size_t{1});
        stage.fixture.clock.advance(std::chrono::hours{1});

        FindingDates second(first.book());
        QCOMPARE(dated(second).front().since, start);
        stage.whole(u"n2"_s);
        QVERIFY(dated(second).empty());
        QVERIFY(second.book().isEmpty()); // seen to end
        stage.fixture.cells(u"n2"_s, u"-a"_s);
        QCOMPARE(dated(second).front().since, stage.fixture.clock.now());

        // Nothing is known yet: what was is not forgotten for that.
        FindingDates third(first.book());
        std::vector<PlacementFinding> none;
        third.date(none, PlacementMap(), stage.fixture.clock.now());
        QCOMPARE(third.book(), first.book());
    }

    void aDateAheadOfTheClockIsNoDate()
    {
        Stage stage;
        stage.whole(u"n1"_s);
        auto found = stage.findings(Kind::SingleHolder);
        QVERIFY(!found.empty());
        const Timestamp now = stage.fixture.clock.now();
        FindingDates dates({{found.front().key, {now + std::chrono::hours{1}, true, now}}});
        dates.date(found, stage.map(), now);
        QCOMPARE(found.front().since, now);
        QVERIFY(!found.front().isSinceExact);
    }

    void whatCameOutOfTheDarkMayBeOlder()
    {
        Stage stage;
        FindingDates dates;
        stage.policies.keys = {stage.key({u"n1"_s})};
        const auto dated = [&] {
            auto found = stage.findings(Kind::KeyImageNotWhole);
            dates.date(found, stage.map(), stage.fixture.clock.now());
            return found;
        };
        const Timestamp start = stage.fixture.clock.now();
        QVERIFY(!dated().front().isSinceExact);
        stage.fixture.clock.advance(std::chrono::minutes{1});
        stage.none(u"n1"_s);
        QVERIFY(dated().front().isCertain);
        QCOMPARE(dated().front().since, start); // the same finding, now certain
        stage.whole(u"n1"_s);
        QVERIFY(dated().empty());
        stage.fixture.cells(u"n1"_s, u"-a"_s);
        QVERIFY(dated().front().isSinceExact);
    }
};

QTEST_GUILESS_MAIN(TestPlacementFindings)
#include "tst_placement_findings.moc"
