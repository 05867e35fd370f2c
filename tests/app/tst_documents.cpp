// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/DocumentJson.h"
#include "app/json/PlacementJson.h"
#include "models/placement/PlacementFindings.h"
#include "tests/app/SampleFleet.h"
#include "tests/app/SchemaCheck.h"
#include "tests/support/ManualClock.h"

using namespace stowage;
using test::SchemaCheck;

namespace {

nlohmann::json plain(const Json& document)
{
    return nlohmann::json::parse(printJson(document).toStdString());
}

#define COMPLIES(NAME, DOCUMENT)                                                                             \
    do {                                                                                                     \
        const QStringList complaints = SchemaCheck::complaints(QStringLiteral(NAME), DOCUMENT);              \
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));                      \
    } while (false)

} // namespace

/// What `--json` prints: equal to the fleet, and valid by its schema.
class TestDocuments : public QObject
{
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<Fleet> m_fleet;
    Profile m_profile;

private Q_SLOTS:
    void init()
    {
        m_profile.name = QStringLiteral("sample");
        m_profile.placement = {2, 1};
        m_fleet = std::make_unique<Fleet>(m_clock);
        for (const Delta& delta : test::sampleDeltas(m_clock.now())) {
            m_fleet->apply(delta);
        }
        m_fleet->flush();
        m_clock.advance(Millis{700});
    }

    /// By the dotted names of cli.md; what is not told is absent, what is old as well.
    void metrics()
    {
        Delta delta;
        delta.source = m_fleet->source(m_fleet->nodes()[0].sources[0]).status.id;
        delta.generation = 1'000;
        delta.at = m_clock.now();
        PeerMetrics told;
        told.cache[1] = CacheTraffic{Millis{300'000}, 30, 10};
        told.resolve = Histogram{{0.1, 1}, {10, 20}, 20};
        told.memoryBytes = 44e6;
        told.breaches.push_back({ThresholdBreach::Kind::HitPercent, 75, 80});
        const QString name = m_fleet->nodes()[0].seen.name;
        delta.metrics.push_back({name, m_clock.now(), told});
        m_fleet->apply(delta);
        m_fleet->flush();
        const auto document = plain(snapshotDocument(*m_fleet, m_profile));
        COMPLIES("snapshot", document);
        const auto& node = document["nodes"][0];
        const nlohmann::json expected{{"hits.percent", 75.0},
                                      {"resolve.p50.seconds", 0.1},
                                      {"resolve.p95.seconds", 0.91},
                                      {"process.memory.bytes", 44e6}};
        QCOMPARE(node["metrics"].dump(), expected.dump());
        QCOMPARE(node["metricsAgeMs"], 0);
        QCOMPARE(node["warnings"], nlohmann::json({"hit rate 75 %, limit 80 % (5 min)"}));
        QCOMPARE(document["nodes"][1]["metrics"], nlohmann::json::object());
        QVERIFY(document["nodes"][1]["metricsAgeMs"].is_null());
        for (const auto& source : document["sources"]) {
            const bool tells = source["id"] == delta.source.toStdString();
            QCOMPARE(source["metrics"].is_null(), !tells);
            if (tells) {
                QCOMPARE(source["metrics"]["fleet"]["hits.percent"], 75.0);
                QCOMPARE(source["metrics"]["fleet"]["told"], 1);
            }
        }
        m_clock.advance(Millis{31'000});
        m_fleet->judgeAges();
        const auto later = plain(snapshotDocument(*m_fleet, m_profile));
        COMPLIES("snapshot", later);
        QCOMPARE(later["nodes"][0]["metrics"], nlohmann::json::object());
        QCOMPARE(later["nodes"][0]["metricsAgeMs"], 31'000);
    }

    void snapshot()
    {
        const auto document = plain(snapshotDocument(*m_fleet, m_profile));
        COMPLIES("snapshot", document);
        QCOMPARE(document["schema"], "stowage/snapshot/1");
        QCOMPARE(document["context"], "sample");
        QCOMPARE(document["images"].size(), 2U);
        QCOMPARE(document["images"][0]["bytes"], (3LL << 30) + (1 << 20));
        QCOMPARE(document["images"][0]["nodesWhole"], nlohmann::json({"n1"}));
        QCOMPARE(document["images"][1]["platforms"].size(), 2U);
        QCOMPARE(document["layers"].size(), 3U); // configs and manifests are not layers
        const auto& app = document["layers"][1];
        QCOMPARE(app["digest"], test::sampleDigest("app").toByteArray().toStdString());
        QCOMPARE(app["held"], nlohmann::json({"n1"}));
        QCOMPARE(app["absent"], nlohmann::json({"n2"}));
        QCOMPARE(app["unknown"], nlohmann::json({"n3", "n4"}));
        QCOMPARE(app["ageMs"], 700);
        QCOMPARE(document["nodes"][3]["state"], "gone");
        QCOMPARE(document["nodes"][0]["layers"], 2);
        QVERIFY(document["sources"][0]["error"].is_null());
    }

    void placement()
    {
        const auto document = plain(placementDocument(*m_fleet, m_profile, {}));
        COMPLIES("placement", document);
        const auto& risk = document["risk"];
        QCOMPARE(risk["single"].size(), 1U);
        QCOMPARE(risk["single"][0]["node"], "n1");
        QCOMPARE(risk["single"][0]["unknown"], 2);
        QCOMPARE(risk["none"].size(), 1U);
        QCOMPARE(risk["none"][0]["digest"], test::sampleDigest("tool").toByteArray().toStdString());
        QCOMPARE(risk["copies"]["goal"], 2);
        QVERIFY(risk["copies"]["bytesMeeting"].get<double>() > 0.999);

        const auto one = plain(placementDocument(*m_fleet, m_profile, QStringLiteral("team/tool:2")));
        COMPLIES("placement", one);
        QCOMPARE(one["layers"].size(), 2U);
    }

    void placementTellsWhoHasAnImageWhole()
    {
        const auto document = plain(placementDocument(*m_fleet, m_profile, QStringLiteral("team/api:1.0")));
        COMPLIES("placement", document);
        const auto& image = document["images"][0];
        QCOMPARE(image["image"], "team/api:1.0");
        QCOMPARE(image["platforms"][0]["nodesWhole"], nlohmann::json::array({"n1"}));
        QCOMPARE(image["smallestBreak"]["nodes"], nlohmann::json::array({"n1"}));
    }

    void whatIfANodeWereLost()
    {
        const PlacementMap map = PlacementMap::read(*m_fleet);
        const QStringList words{QStringLiteral("n1"), QStringLiteral("zone:b")};
        const auto lose = [&](const QStringList& asked) {
            const auto result = whatIf(map, *parseLoss(map, m_profile.policies(), asked));
            return plain(whatIfDocument(map, result, asked, m_fleet->now(), m_profile.name));
        };
        const auto one = lose(words.mid(0, 1));
        COMPLIES("whatif", one);
        QVERIFY(one["layersLost"].empty()); // n3 has not answered for app, n4 is gone
        QCOMPARE(one["mayBeLost"][0]["digest"], test::sampleDigest("app").toByteArray().toStdString());
        QCOMPARE(one["mayBeLost"][0]["unknown"], 2);
        QCOMPARE(one["imagesMayBreak"][0]["image"], "team/api:1.0");
        const auto both = lose(words);
        COMPLIES("whatif", both);
        QCOMPARE(both["lose"], nlohmann::json::array({"n1", "zone:b"}));
        QCOMPARE(both["nodes"], nlohmann::json::array({"n1", "n3", "n4"}));
        QCOMPARE(both["layersLost"][0]["images"], nlohmann::json::array({"team/api:1.0"}));
        QCOMPARE(both["bytesLost"], 1 << 20);
        QCOMPARE(both["leftSingle"].size(), 1U); // base
        QVERIFY(both["mayBeLost"].empty());
    }

    void risks()
    {
        m_profile.keyImages = {
            {QStringLiteral("core"), {QStringLiteral("team/api")}, {QStringLiteral("n2")}, {}, {}}};
        const PlacementMap map = PlacementMap::read(*m_fleet);
        const PlacementPolicies policies = m_profile.policies();
        const auto findings = placementFindings(map, policies, m_fleet->now());
        const auto document = plain(riskDocument(map, policies, findings, m_fleet->now(), m_profile.name));
        COMPLIES("risk", document);
        QCOMPARE(document["single"].size(), 1U);
        QCOMPARE(document["single"][0]["node"], "n1");
        QCOMPARE(document["none"].size(), 1U);
        QCOMPARE(document["findings"][0]["kind"], "keyImageNotWhole");
        QCOMPARE(document["findings"][0]["rule"], "core");
        QCOMPARE(document["findings"][0]["nodes"], nlohmann::json::array({"n2"}));
        QVERIFY(document["findings"][0]["policy"].get<bool>());
    }

    void emptyFleetIsValidToo()
    {
        const Fleet empty(m_clock);
        COMPLIES("snapshot", plain(snapshotDocument(empty, m_profile)));
        const auto document = plain(placementDocument(empty, m_profile, {}));
        COMPLIES("placement", document);
        QVERIFY(document["risk"]["copies"]["bytesMeeting"].is_null());
        const PlacementMap map = PlacementMap::read(empty);
        COMPLIES("whatif", plain(whatIfDocument(map, whatIf(map, {}), {}, empty.now(), {})));
        COMPLIES("risk", plain(riskDocument(map, m_profile.policies(), {}, empty.now(), {})));
    }

    void errorsAreObjects()
    {
        Delta failing;
        failing.source = QStringLiteral("registry-1");
        failing.generation = 1;
        failing.at = m_clock.now();
        failing.status = SourceStatus{};
        failing.status->id = failing.source;
        failing.status->kind = QStringLiteral("registry");
        failing.status->error =
            Error{ErrorKind::Connect, QStringLiteral("refused"), QStringLiteral("registry-1"),
                  QStringLiteral("Start it."), std::nullopt};
        m_fleet->apply(failing);
        const auto document = plain(snapshotDocument(*m_fleet, m_profile));
        COMPLIES("snapshot", document);
        QCOMPARE(document["sources"][0]["error"]["kind"], "connect");
        QCOMPARE(document["images"].size(), 2U); // nothing is lost by an error
    }

    void schemasRefuseWhatIsWrong()
    {
        auto document = plain(snapshotDocument(*m_fleet, m_profile));
        document["nodes"][0]["state"] = "fine";
        QVERIFY(!SchemaCheck::complaints(QStringLiteral("snapshot"), document).isEmpty());
        document = plain(snapshotDocument(*m_fleet, m_profile));
        document["layers"][0]["bytes"] = -1;
        QVERIFY(!SchemaCheck::complaints(QStringLiteral("snapshot"), document).isEmpty());
        document = plain(snapshotDocument(*m_fleet, m_profile));
        document["layers"][0]["digest"] = "sha256:short";
        QVERIFY(!SchemaCheck::complaints(QStringLiteral("snapshot"), document).isEmpty());
        document = plain(snapshotDocument(*m_fleet, m_profile));
        document.erase("nodes");
        QVERIFY(!SchemaCheck::complaints(QStringLiteral("snapshot"), document).isEmpty());
    }

    void hostileTextIsPrintedAsText()
    {
        QCOMPARE(printJson(Json{{"name", std::string("\xff\xfe")}}),
                 QByteArray("{\n  \"name\": \"\xef\xbf\xbd\xef\xbf\xbd\"\n}\n"));
        QCOMPARE(jsonText(QString(QChar(0xD800))), "?"); // half a surrogate pair
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
