// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/AlertJson.h"
#include "app/json/IncidentJson.h"
#include "tests/app/SchemaCheck.h"

#include <QTest>

#include <limits>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Timestamp Noon = *fromRfc3339(u"2026-11-22T12:00:00Z"_s);

nlohmann::json plain(const Json& document)
{
    return nlohmann::json::parse(printJson(document).toStdString());
}

/// What the schema says against a document of these alone.
QString complaints(const char* name, const Json& alert)
{
    Json document = jsonDocument(name, Noon, u"eu"_s);
    document[name] = Json::array({alert});
    document["silences"] = Json::array();
    return SchemaCheck::complaints(QString::fromLatin1(name), plain(document)).join(u'\n');
}

Alert targetDown()
{
    Alert alert;
    alert.key = u"TargetDown/eu-b-17"_s;
    alert.name = u"TargetDown"_s;
    alert.severity = AlertSeverity::Critical;
    alert.place = {{SubjectKind::Host, u"eu-b-17"_s}, u"eu-b"_s, {{SubjectKind::Source, u"peers"_s}}};
    alert.summary = u"<b>down</b>"_s;
    alert.labels = {{u"instance"_s, u"10.0.0.1:9100"_s}, {u"job"_s, u"node"_s}};
    alert.value = std::numeric_limits<double>::infinity();
    alert.since = Noon - 5min;
    alert.seenAt = Noon;
    alert.episodes = 2;
    alert.holds = {{AlertHoldKind::Silenced, Noon - 1min, Noon + 1h, u"s-1 by ops"_s},
                   {AlertHoldKind::Flapping, Noon - 1min, {}, {}}};
    alert.witnesses = {{u"am"_s, u"f00d"_s, AlertPhase::Firing, false, Noon - 5min, Noon},
                       {u"prom"_s, u"{}"_s, AlertPhase::Firing, true, Noon - 4min, Noon - 2min}};
    alert.link = u"http://127.0.0.1:9093/#/alerts"_s;
    return alert;
}

Incident nodeGone()
{
    Incident incident;
    incident.id = u"I-7K2QX"_s;
    incident.title = u"node eu-b-17 is gone: 9 layers have one copy left"_s;
    incident.severity = AlertSeverity::Critical;
    incident.impact = 90;
    incident.openedAt = Noon - 5min;
    incident.lastAt = Noon;
    incident.subjects = {{SubjectKind::Host, u"eu-b-17"_s}};
    incident.told = 124;
    incident.members = {{u"TargetDown/eu-b-17"_s,
                         u"TargetDown"_s,
                         {SubjectKind::Host, u"eu-b-17"_s},
                         AlertSeverity::Critical,
                         true,
                         false,
                         2,
                         Noon - 5min,
                         Noon,
                         BelongingKind::Zone,
                         u"zone eu-b"_s},
                        {}};
    incident.members.back().isUnknown = true;
    incident.owner = u"alice"_s;
    incident.acknowledgedBy = u"bob"_s;
    incident.acknowledgedAt = Noon - 1min;
    incident.mutedUntil = Noon + 2h;
    incident.mutedBy = u"bob"_s;
    return incident;
}

} // namespace

/// Alerts and incidents as documents.
class TestAlertJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAlertWithAllThatIsKnown()
    {
        const Json json = jsonAlert(targetDown(), u"I-7K2QX"_s);
        QCOMPARE(complaints("alerts", json), QString());
        const nlohmann::json printed = plain(json);
        QCOMPARE(printed["source"], "am");
        QCOMPARE(printed["fingerprint"], "TargetDown/eu-b-17");
        QCOMPARE(printed["state"], "firing");
        QCOMPARE(printed["since"], "2026-11-22T11:55:00.000Z");
        QCOMPARE(printed["subject"], "eu-b-17");
        QCOMPARE(printed["labels"]["job"], "node");
        QCOMPARE(printed["incident"], "I-7K2QX");
        QVERIFY(printed["value"].is_null()); // no number that JSON has
        QCOMPARE(printed["heldBack"].size(), size_t(2));
        QCOMPARE(printed["heldBack"][0]["kind"], "silenced");
        QVERIFY(printed["heldBack"][1]["until"].is_null());
        QCOMPARE(printed["witnesses"][1]["silent"], true);
    }

    void anAlertOfWhichNothingIsKnown()
    {
        Alert alert;
        alert.key = u"k"_s;
        alert.state = AlertState::Unknown;
        const Json json = jsonAlert(alert, {});
        QCOMPARE(complaints("alerts", json), QString());
        const nlohmann::json printed = plain(json);
        QVERIFY(printed["source"].is_null());
        QVERIFY(printed["since"].is_null());
        QVERIFY(printed["incident"].is_null());
        QVERIFY(printed["link"].is_null());
    }

    void everyStateAndReasonHasItsWord()
    {
        Alert alert = targetDown();
        for (const auto state : {AlertState::Pending, AlertState::Firing, AlertState::Unknown,
                                 AlertState::Unjudged, AlertState::Resolved}) {
            alert.state = state;
            QCOMPARE(complaints("alerts", jsonAlert(alert, {})), QString());
        }
        for (const auto kind : {AlertHoldKind::Waiting, AlertHoldKind::Cooldown, AlertHoldKind::Flapping,
                                AlertHoldKind::Silenced, AlertHoldKind::Inhibited, AlertHoldKind::Maintenance,
                                AlertHoldKind::QuietHours}) {
            alert.holds.front().kind = kind;
            QCOMPARE(complaints("alerts", jsonAlert(alert, {})), QString());
        }
    }

    void bytesThatAreNoTextDoNotBreakTheDocument()
    {
        Alert alert = targetDown();
        alert.summary = QString(QChar(0xD800)) + u"\x1b[31m"_s;
        alert.labels = {{u"same"_s, u"1"_s}, {u"same"_s, u"2"_s}};
        const Json json = jsonAlert(alert, {});
        QCOMPARE(complaints("alerts", json), QString());
        QCOMPARE(plain(json)["labels"]["same"], "2");
    }

    void anIncidentInAList()
    {
        const Json json = jsonIncident(nodeGone(), Noon);
        QCOMPARE(complaints("incidents", json), QString());
        const nlohmann::json printed = plain(json);
        QCOMPARE(printed["alerts"], 2);
        QCOMPARE(printed["opened"], "2026-11-22T11:55:00.000Z");
        QCOMPARE(printed["subjects"], nlohmann::json({"eu-b-17"}));
        QCOMPARE(printed["acknowledged"]["by"], "bob");
        QCOMPARE(printed["muted"]["until"], "2026-11-22T14:00:00.000Z");
        QVERIFY(printed["cause"].is_null());
        QVERIFY(!printed.contains("members"));
    }

    void aMuteEnds()
    {
        const Json json = jsonIncident(nodeGone(), Noon + std::chrono::hours(24));
        QVERIFY(plain(json)["muted"].is_null());
        QCOMPARE(complaints("incidents", json), QString());
    }

    void anIncidentByItself()
    {
        const Json json = jsonIncidentWithMembers(nodeGone(), Noon);
        QCOMPARE(complaints("incidents", json), QString());
        const nlohmann::json members = plain(json)["members"];
        QCOMPARE(members.size(), size_t(2));
        QCOMPARE(members[0]["why"], "zone");
        QCOMPARE(members[0]["whyDetail"], "zone eu-b");
        QCOMPARE(members[1]["state"], "unknown");
        Incident bare;
        bare.id = u"I-1"_s;
        QCOMPARE(complaints("incidents", jsonIncident(bare, Noon)), QString());
    }

    void whatHappenedToAnIncident()
    {
        Json document = jsonDocument("incidents", Noon, u"eu"_s);
        document["incidents"] = Json::array({jsonIncidentWithMembers(nodeGone(), Noon)});
        AlertEvent event;
        event.number = 7;
        event.kind = AlertEventKind::Muted;
        event.at = Noon;
        event.incident = u"I-7K2QX"_s;
        event.actor = u"bob"_s;
        event.until = Noon + 2h;
        document["events"] = Json::array({jsonEvent(event), jsonEvent({})});
        QCOMPARE(SchemaCheck::complaints(u"incidents"_s, plain(document)).join(u'\n'), QString());
        QCOMPARE(plain(document)["events"][0]["kind"], "muted");
    }

    void aSilence()
    {
        Json document = jsonDocument("alerts", Noon, u"eu"_s);
        document["alerts"] = Json::array();
        document["silences"] = Json::array(
            {jsonSilence({u"s-1"_s, u"{zone=~\"(\"}"_s, Noon, {}, u"ops"_s, u"<script>"_s, true, true})});
        QCOMPARE(SchemaCheck::complaints(u"alerts"_s, plain(document)).join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(TestAlertJson)
#include "tst_alert_json.moc"
