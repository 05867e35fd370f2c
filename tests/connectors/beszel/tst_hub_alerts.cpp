// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAlertWords.h"
#include "connectors/beszel/HubAlerts.h"
#include "connectors/beszel/HubQuiet.h"
#include "connectors/beszel/HubTime.h"
#include "tests/connectors/beszel/BadAlertPages.h"
#include "tests/connectors/beszel/HubRecording.h"
#include "tests/connectors/beszel/HubRig.h"

#include <QTest>

#include <random>
#include <set>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

/// A whole list, as it is taken up.
void takeAll(HubAlerts& alerts, const std::vector<HubAlert>& list, Timestamp now, Timestamp began,
             bool isWhole = true)
{
    QSet<QString> listed;
    for (const HubAlert& alert : list) {
        listed.insert(alert.id);
        alerts.takeListed(alert, now, began);
    }
    alerts.endList(listed, began, isWhole);
}

void takeTurns(HubAlerts& alerts, const std::vector<HubAlertTurn>& turns)
{
    for (const HubAlertTurn& turn : turns) {
        alerts.take(turn);
    }
}

HubPage pageOf(HubCollection collection, const std::vector<QByteArray>& records)
{
    return parseHubPage(collection, listOf(records), 64).value();
}

std::vector<HubAlert> alertsOf(const std::vector<QByteArray>& records)
{
    return pageOf(HubCollection::Alerts, records).alerts;
}

std::vector<HubAlertTurn> turnsOf(const std::vector<QByteArray>& records)
{
    return pageOf(HubCollection::AlertsHistory, records).turns;
}

Timestamp at(const char* time)
{
    return hubTime(QByteArray("2026-11-21 ").append(time).toStdString()).value();
}

HostObservation host(HostState state, const char* name = "n1", bool isDuplicate = false)
{
    HostObservation seen;
    seen.subject = QStringLiteral("s1");
    seen.identity.name = QString::fromLatin1(name);
    seen.state = state;
    seen.isDuplicate = isDuplicate;
    return seen;
}

SampleBatch sample(const char* metric, double value, const char* when = "22:09:00.000Z")
{
    return {{{QStringLiteral("hub"), QStringLiteral("s1")}, QString::fromLatin1(metric)},
            60s,
            false,
            {{at(when), value, value}},
            {}};
}

HubAlerts book()
{
    HubAlerts alerts("http://hub.test:8090");
    alerts.takeUser(QStringLiteral("u1"));
    alerts.takeHost(host(HostState::Up));
    return alerts;
}

const char* Noon = "22:10:00.000Z";

/// From when to when each alert stood, over all users: what the connector has to tell, no more and no less.
using Episodes = std::multiset<std::tuple<QString, Timestamp, Timestamp>>;

Episodes truthOf(const HubRig& rig)
{
    std::map<QString, std::vector<std::pair<Timestamp, Timestamp>>> turns;
    for (const DemoHubTurn& turn : rig.hub->alerts().turns()) {
        const DemoHubAlert& alert = rig.hub->alerts().alerts()[turn.alert];
        const Timestamp end = turn.ended ? rig.world.beganAt() + *turn.ended : Timestamp::max(); // it stands
        turns[QString::fromLatin1(alert.system) + u'/' + QString::fromLatin1(alert.name)].emplace_back(
            rig.world.beganAt() + turn.began, end);
    }
    Episodes found;
    for (auto& [key, list] : turns) {
        std::ranges::sort(list);
        std::pair<Timestamp, Timestamp> whole = list.front();
        for (const auto& [from, to] : list) {
            if (from > whole.second) {
                found.emplace(key, whole.first, whole.second);
                whole = {from, to};
            }
            whole.second = std::max(whole.second, to);
        }
        found.emplace(key, whole.first, whole.second);
    }
    return found;
}

Episodes toldBy(const HubCollector& seen)
{
    Episodes found;
    for (const auto& [key, ends] : seen.ends) {
        for (const AlertObservation& end : ends) {
            found.emplace(key, end.startedAt, end.endedAt);
        }
    }
    for (const AlertObservation& past : seen.past) {
        found.emplace(past.key, past.startedAt, past.endedAt);
    }
    for (const auto& [key, alert] : seen.standing) {
        found.emplace(key, alert.startedAt, Timestamp::max());
    }
    return found;
}

QString differences(const HubRig& rig)
{
    const auto words = [](const Episodes& from, const Episodes& without, const char* what) {
        QString text;
        for (const auto& each : from) {
            const auto& [key, began, ended] = each;
            if (from.count(each) != without.count(each)) {
                text += QStringLiteral("%1 %2 %3 %4\n")
                            .arg(QLatin1String(what), key, toRfc3339(began), toRfc3339(ended));
            }
        }
        return text;
    };
    const Episodes truth = truthOf(rig);
    const Episodes told = toldBy(*rig.seen);
    return words(truth, told, "not told:") + words(told, truth, "told:") + rig.seen->untrue.join(u'\n');
}

} // namespace

/// A hub's alerts: users' copies, history, quiet hours; by hand and at the simulated hub.
class TestHubAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recorded();
    void recordedEvents();
    void copiesFold();
    void valueIsMeasured();
    void downIsNoNews();
    void pastIsToldOnce();
    void historyThatShrinks();
    void beginningsThatAreOdd();
    void listsThatAreOlder();
    void whatCannotBeRead();
    void anotherUser();
    void removedSystem();
    void words_data();
    void words();
    void quietHours_data();
    void quietHours();
    void oddRecords_data();
    void oddRecords();
    void largeRecord();
    void anyOrderOfEvents();

    void agentLost();
    void storm();
    void stormWithCutStreams();
    void stormIsPolled();
    void pausedSystem();
    void tokenThatIsOver();
    void anotherAccount();
    void startsAnew();
};

void TestHubAlerts::recorded()
{
    HubAlerts alerts("https://hub.test/");
    const auto page = parseHubPage(HubCollection::Alerts, recordedBody("alerts.json"), 64);
    const auto turns = parseHubPage(HubCollection::AlertsHistory, recordedBody("alerts_history.json"), 64);
    const auto quiet = parseHubPage(HubCollection::QuietHours, recordedBody("quiet_hours.json"), 64);
    QVERIFY(page && turns && quiet);
    QCOMPARE(page->leftOut + turns->leftOut + quiet->leftOut, quint32(0));
    QCOMPARE(page->alerts.size(), size_t(2));
    HostObservation lab = host(HostState::Up, "lab-1");
    lab.subject = QStringLiteral("ob5mbh2qc0f8jut");
    alerts.takeHost(lab);
    takeTurns(alerts, turns->turns);
    takeAll(alerts, page->alerts, at("22:58:39.000Z"), at("22:58:38.000Z"));
    alerts.takeQuietHours(quiet->quiet);
    const AlertReport report = alerts.news(at("22:58:39.000Z"));
    QVERIFY(report.isWhole && !report.isYoung);
    QCOMPARE(report.alerts.size(), size_t(1));
    const AlertObservation& cpu = report.alerts.front();
    QCOMPARE(cpu.key, QStringLiteral("ob5mbh2qc0f8jut/CPU"));
    QCOMPARE(cpu.name, QStringLiteral("CPU"));
    QCOMPARE(cpu.subject, QStringLiteral("ob5mbh2qc0f8jut"));
    QCOMPARE(cpu.phase, AlertPhase::Firing);
    QCOMPARE(cpu.severity, AlertSeverity::Warning);
    QCOMPARE(cpu.summary, QStringLiteral("CPU of lab-1 above 1 %"));
    QCOMPARE(cpu.threshold, std::optional<double>(1));
    QVERIFY(!cpu.value);
    QCOMPARE(cpu.unit, QStringLiteral("%"));
    QCOMPARE(cpu.startedAt, at("22:55:03.398Z"));
    QVERIFY(cpu.identity.isEmpty() && cpu.silencedBy.isEmpty());
    QCOMPARE(cpu.link, QStringLiteral("https://hub.test/system/ob5mbh2qc0f8jut"));
    QVERIFY(report.past.empty());
    QVERIFY(report.silences && report.silences->size() == 1);
    const AlertSilence& night = report.silences->front();
    QVERIFY(night.isDeliveryOnly && !night.isActive);
    QCOMPARE(night.matchers, QStringLiteral("{}"));
    QCOMPARE(night.startsAt, at("02:00:00.000Z") + 24h);
    QCOMPARE(night.endsAt, at("04:00:00.000Z") + 24h);
    QVERIFY(alerts.news(at("22:59:39.000Z")).isEmpty());
}

void TestHubAlerts::recordedEvents()
{
    HubAlerts alerts({});
    int events = 0;
    for (const SseEvent& event : stowage::test::recordedEvents()) {
        const bool isTurn = event.name == "alerts_history/*";
        if (isTurn || event.name == "alerts/*") {
            const auto parsed =
                parseHubEvent(isTurn ? HubCollection::AlertsHistory : HubCollection::Alerts, event.data, 64);
            QVERIFY(parsed && parsed->page.leftOut == 0);
            ++events;
            if (isTurn) {
                alerts.take(parsed->page.turns.front());
            } else {
                alerts.take(parsed->page.alerts.front(), parsed->action, at("22:55:04.000Z"));
            }
        }
    }
    QCOMPARE(events, 2);
    const AlertReport report = alerts.news(at("22:55:04.000Z"));
    QVERIFY(!report.isWhole);
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().startedAt, at("22:55:03.398Z"));
    QVERIFY(report.alerts.front().link.isEmpty());
}

void TestHubAlerts::copiesFold()
{
    HubAlerts alerts = book();
    takeTurns(alerts, turnsOf({turnRecord("h1", "a1", "22:00:00.000Z", "22:04:00.000Z"),
                               turnRecord("h2", "a2", "22:02:00.000Z", "", "CPU", 70)}));
    takeAll(alerts,
            alertsOf({alertRecord("a1", "u1", "CPU", false, "22:04:00.000Z"),
                      alertRecord("a2", "u2", "CPU", true, "22:02:00.000Z", 70, 10),
                      alertRecord("a3", "u3", "CPU", true, "22:03:00.000Z", 75)}),
            at(Noon), at(Noon));
    AlertReport report = alerts.news(at(Noon));
    QCOMPARE(report.alerts.size(), size_t(1));
    QVERIFY(report.past.empty());
    const AlertObservation cpu = report.alerts.front();
    QCOMPARE(cpu.startedAt, at("22:00:00.000Z")); // with the first user's, who is done
    QCOMPARE(cpu.summary, QStringLiteral("CPU of n1 above 70 % for 10 min"));
    QCOMPARE(cpu.threshold, std::optional<double>(70));
    QCOMPARE(cpu.annotations, (std::vector<AlertLabel>{{QStringLiteral("users"), QStringLiteral("2")}}));

    const auto let = [&](const char* id, const char* user, const char* when) {
        alerts.take(alertsOf({alertRecord(id, user, "CPU", false, when)}).front(), HubAction::Update,
                    at(when));
        return alerts.news(at(when));
    };
    report = let("a2", "u2", "22:12:00.000Z");
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Firing);
    QCOMPARE(report.alerts.front().startedAt, cpu.startedAt);
    report = let("a3", "u3", "22:13:00.000Z");
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Ended);
    QCOMPARE(report.alerts.front().endedAt, at("22:13:00.000Z"));
    // The history's word of it comes late.
    alerts.take(turnsOf({turnRecord("h3", "a3", "22:03:00.000Z", "22:13:00.004Z")}).front());
    QVERIFY(alerts.news(at("22:13:01.000Z")).isEmpty());
}

void TestHubAlerts::valueIsMeasured()
{
    HubAlerts alerts = book();
    takeTurns(alerts, turnsOf({turnRecord("h1", "a1", "22:00:00.000Z", "", "Disk", 95)}));
    takeAll(alerts,
            alertsOf({alertRecord("a1", "u1", "Disk", true, "22:00:00.000Z", 95),
                      alertRecord("a2", "u1", "Bandwidth", true, "22:00:00.000Z", 100)}),
            at(Noon), at(Noon));
    AlertReport report = alerts.news(at(Noon));
    const auto told = [&](const char* name) {
        const auto found = std::ranges::find(report.alerts, QLatin1String(name), &AlertObservation::name);
        return found == report.alerts.end() ? AlertObservation() : *found;
    };
    QVERIFY(!told("Disk").value); // what the history calls value is the limit
    QCOMPARE(told("Disk").severity, AlertSeverity::Critical);
    QCOMPARE(told("Bandwidth").threshold, std::optional<double>(100.0 * 1024 * 1024));
    QCOMPARE(told("Bandwidth").unit, QStringLiteral("B/s"));
    alerts.takeSamples(
        {sample("disk.percent", 40), sample("disk.percent[/nix]", 96), sample("cpu.percent", 3)});
    report = alerts.news(at(Noon));
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(told("Disk").value, std::optional<double>(96));
    // What cannot be is no value: 559 TB/s, more than all of a disk.
    alerts.takeSamples({sample("net.sent.bytesPerSecond", 559e12), sample("net.received.bytesPerSecond", 1),
                        sample("disk.percent[/nix]", 960, "22:10:00.000Z")});
    report = alerts.news(at(Noon));
    QCOMPARE(report.alerts.size(), size_t(1));
    QVERIFY(!told("Disk").value);
}

void TestHubAlerts::downIsNoNews()
{
    HubAlerts alerts = book();
    alerts.takeSamples({sample("cpu.percent", 99)});
    takeAll(alerts,
            alertsOf({alertRecord("a1", "u1", "CPU", true, "22:00:00.000Z"),
                      alertRecord("a2", "u1", "Status", true, "22:05:00.000Z", 0)}),
            at(Noon), at(Noon));
    AlertReport report = alerts.news(at(Noon));
    QCOMPARE(report.alerts.front().value, std::optional<double>(99));
    QCOMPARE(report.alerts.back().severity, AlertSeverity::Critical);
    QVERIFY(!report.alerts.back().threshold);

    alerts.takeHost(host(HostState::Down));
    report = alerts.news(at(Noon));
    QCOMPARE(report.alerts.size(), size_t(1)); // of the state nothing has changed
    const AlertLabel stale{QStringLiteral("stale"), QStringLiteral("system down")};
    QCOMPARE(report.alerts.front().name, QStringLiteral("CPU"));
    QCOMPARE(report.alerts.front().labels.front(), stale);
    QVERIFY(!report.alerts.front().value);
    alerts.takeHost(host(HostState::Up));
    report = alerts.news(at(Noon));
    QCOMPARE(report.alerts.front().labels.size(), size_t(1));

    // A record that the machine has left behind: it stays down for good.
    alerts.takeHost(host(HostState::Down, "n1", true));
    report = alerts.news(at(Noon));
    QCOMPARE(report.alerts.back().name, QStringLiteral("Status"));
    QCOMPARE(report.alerts.back().severity, AlertSeverity::Info);
    QCOMPARE(report.alerts.back().labels.front().value, QStringLiteral("second record"));
}

void TestHubAlerts::pastIsToldOnce()
{
    const auto turns = turnsOf({
        turnRecord("h1", "a1", "20:00:00.000Z", "20:10:00.000Z"),
        turnRecord("h2", "a2", "20:05:00.000Z", "20:20:00.000Z", "CPU", 90), // one episode with the first
        turnRecord("h3", "a1", "21:00:00.000Z", "21:01:00.000Z"),
        turnRecord("h4", "a1", "21:30:00.000Z", "21:31:00.000Z", "Memory"),
        turnRecord("h5", "gone", "21:40:00.000Z", ""), // of nobody's alert, and never ended
    });
    HubAlerts alerts = book();
    takeTurns(alerts, turns);
    takeAll(alerts, {}, at(Noon), at(Noon));
    AlertReport report = alerts.news(at(Noon));
    QVERIFY(report.isWhole && report.alerts.empty());
    QCOMPARE(report.past.size(), size_t(3));
    QCOMPARE(report.past[0].startedAt, at("20:00:00.000Z"));
    QCOMPARE(report.past[0].endedAt, at("20:20:00.000Z"));
    QCOMPARE(report.past[0].phase, AlertPhase::Ended);
    QCOMPARE(report.past[0].threshold, std::optional<double>(80));
    QVERIFY(!report.past[0].value);
    QCOMPARE(report.past[1].startedAt, at("21:00:00.000Z"));
    QCOMPARE(report.past[2].name, QStringLiteral("Memory"));
    takeTurns(alerts, turns);
    QVERIFY(alerts.news(at(Noon)).past.empty());

    // In another order, after a restart, page by page: the same.
    HubAlerts other = book();
    for (auto turn = turns.rbegin(); turn != turns.rend(); ++turn) {
        other.take(*turn);
    }
    takeAll(other, {}, at(Noon), at(Noon));
    QCOMPARE(other.news(at(Noon)).past, report.past);
}

/// The hub trims it, and what stands goes on standing.
void TestHubAlerts::historyThatShrinks()
{
    HubAlerts alerts = book();
    const auto list = alertsOf({alertRecord("a1", "u1", "CPU", true, "22:00:00.003Z")});
    takeTurns(alerts, turnsOf({turnRecord("h1", "a1", "22:00:00.000Z", "")}));
    takeAll(alerts, list, at(Noon), at(Noon));
    QCOMPARE(alerts.news(at(Noon)).alerts.front().startedAt, at("22:00:00.000Z"));
    takeTurns(alerts, {});
    takeAll(alerts, list, at("22:20:00.000Z"), at("22:20:00.000Z"));
    const AlertReport report = alerts.news(at("22:20:00.000Z"));
    QVERIFY(report.isWhole);
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Firing);
    QCOMPARE(report.alerts.front().startedAt, at("22:00:00.000Z"));
    // Without any history the record itself tells since when.
    HubAlerts bare = book();
    takeAll(bare, list, at(Noon), at(Noon));
    QCOMPARE(bare.news(at(Noon)).alerts.front().startedAt, at("22:00:00.003Z"));
}

void TestHubAlerts::beginningsThatAreOdd()
{
    HubAlerts alerts = book();
    takeTurns(alerts, turnsOf({turnRecord("h1", "a1", "21:00:00.000Z", "20:00:00.000Z"), // end before start
                               turnRecord("h2", "a1", "23:59:00.000Z", "23:59:30.000Z"), // to come
                               turnRecord("h3", "a1", "21:30:00.000Z", "23:59:30.000Z")})); // ends to come
    takeAll(alerts, alertsOf({alertRecord("a2", "u1", "Memory", true, "23:00:00.000Z")}), at(Noon), at(Noon));
    AlertReport report = alerts.news(at(Noon));
    QCOMPARE(report.past.size(), size_t(2));
    QCOMPARE(report.past[0].startedAt, at("21:00:00.000Z"));
    QCOMPARE(report.past[0].endedAt, at("21:00:00.000Z"));
    QCOMPARE(report.past[1].endedAt, at(Noon) + 2min); // as far as a clock may be ahead
    // As its source tells it, so that it is the same when it is read again.
    QCOMPARE(report.alerts.front().startedAt, at("23:00:00.000Z"));
    takeAll(alerts, {}, at("22:11:00.000Z"), at("22:11:00.000Z"));
    report = alerts.news(at("22:11:00.000Z"));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Ended);
    QVERIFY(report.alerts.front().endedAt >= report.alerts.front().startedAt);
}

/// What a list says that was asked for before the stream told the newer.
void TestHubAlerts::listsThatAreOlder()
{
    HubAlerts alerts = book();
    const auto fired = alertsOf({alertRecord("a1", "u1", "CPU", true, "22:00:00.000Z")});
    const auto let = alertsOf({alertRecord("a1", "u1", "CPU", false, "22:10:01.000Z")});
    takeAll(alerts, fired, at(Noon), at(Noon));
    alerts.news(at(Noon));
    alerts.take(let.front(), HubAction::Update, at("22:10:01.000Z"));
    takeAll(alerts, fired, at("22:10:02.000Z"), at("22:10:00.500Z"));
    AlertReport report = alerts.news(at("22:10:02.000Z"));
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Ended);

    // One that came and went, and one that came, while the list was under way.
    const auto other = alertsOf({alertRecord("a2", "u1", "Memory", true, "22:20:00.000Z"),
                                 alertRecord("a2", "u1", "Memory", false, "22:20:01.000Z"),
                                 alertRecord("a3", "u1", "Disk", true, "22:20:01.000Z")});
    alerts.take(other[1], HubAction::Update, at("22:20:01.000Z"));
    alerts.take(other[2], HubAction::Update, at("22:20:01.000Z"));
    takeAll(alerts, {other[0]}, at("22:20:02.000Z"), at("22:20:00.000Z"));
    report = alerts.news(at("22:20:02.000Z"));
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().name, QStringLiteral("Disk"));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Firing);

    // A deleted one is over, whatever an older list says; and a hub's clock may be set back.
    alerts.take(other[2], HubAction::Delete, at("22:30:01.000Z"));
    takeAll(alerts, {other[2]}, at("22:30:02.000Z"), at("22:30:00.000Z"));
    report = alerts.news(at("22:30:02.000Z"));
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Ended);
    takeAll(alerts, alertsOf({alertRecord("a1", "u1", "CPU", true, "12:00:00.000Z")}), at("12:01:00.000Z"),
            at("22:31:00.000Z"));
    QCOMPARE(alerts.news(at("12:01:00.000Z")).alerts.front().phase, AlertPhase::Firing);
}

/// A hub tells a record in another way than before: what it was about is unknown, and not over.
void TestHubAlerts::whatCannotBeRead()
{
    HubAlerts alerts = book();
    const auto list = alertsOf({alertRecord("a1", "u1", "CPU", true, "22:00:00.000Z"),
                                alertRecord("a2", "u1", "Disk", true, "22:00:00.000Z"),
                                alertRecord("a3", "u2", "Disk", true, "22:01:00.000Z")});
    takeAll(alerts, list, at(Noon), at(Noon));
    QCOMPARE(alerts.news(at(Noon)).alerts.size(), size_t(2));
    takeAll(alerts, {list[2]}, at("22:11:00.000Z"), at("22:11:00.000Z"), false);
    AlertReport report = alerts.news(at("22:11:00.000Z"));
    QVERIFY(report.isWhole && report.isYoung); // which leaves CPU unknown
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().name, QStringLiteral("Disk"));
    QVERIFY(alerts.stands());
    alerts.takeSamples({sample("cpu.percent", 91)});
    QVERIFY(alerts.news(at("22:11:01.000Z")).alerts.empty());

    // By the stream it can be read, and so it can later.
    alerts.take(list[0], HubAction::Update, at("22:12:00.000Z"));
    QVERIFY(alerts.hasNews());
    QCOMPARE(alerts.news(at("22:12:00.000Z")).alerts.size(), size_t(2));
    takeAll(alerts, {}, at("22:13:00.000Z"), at("22:13:00.000Z"), false);
    QVERIFY(alerts.news(at("22:13:00.000Z")).alerts.empty());
    takeAll(alerts, {list[0]}, at("22:14:00.000Z"), at("22:14:00.000Z"));
    report = alerts.news(at("22:14:00.000Z"));
    QVERIFY(report.isWhole && !report.isYoung);
    QCOMPARE(report.alerts.size(), size_t(2));
    QCOMPARE(report.alerts[0].phase, AlertPhase::Firing);
    QCOMPARE(report.alerts[0].startedAt, at("22:00:00.000Z"));
    QCOMPARE(report.alerts[1].phase, AlertPhase::Ended); // read whole, and without it

    HubAlerts later = book(); // in another run, which never saw it: the log may say that it stands
    takeAll(later, {}, at(Noon), at(Noon), false);
    report = later.news(at(Noon));
    QVERIFY(report.isWhole && report.isYoung);
}

/// The same user name, but another account: what the first one had is not over, only not told of any more.
void TestHubAlerts::anotherUser()
{
    HubAlerts alerts = book();
    const auto first = alertsOf({alertRecord("a1", "u1", "CPU", true, "22:00:00.000Z"),
                                 alertRecord("a2", "u1", "Disk", true, "22:00:00.000Z")});
    takeAll(alerts, first, at(Noon), at(Noon));
    QCOMPARE(alerts.news(at(Noon)).alerts.size(), size_t(2));
    alerts.takeUser(QStringLiteral("u2"));
    const auto second = alertsOf({alertRecord("b2", "u2", "Disk", true, "22:01:00.000Z")});
    takeAll(alerts, second, at("22:11:00.000Z"), at("22:11:00.000Z"));
    AlertReport report = alerts.news(at("22:11:00.000Z"));
    QVERIFY(report.isWhole && report.isYoung);
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().name, QStringLiteral("Disk"));
    QCOMPARE(report.alerts.front().startedAt, at("22:00:00.000Z"));
    takeAll(alerts, second, at("22:16:00.000Z"), at("22:16:00.000Z"));
    QVERIFY(alerts.news(at("22:16:00.000Z")).isYoung);
    // It is told of again.
    const auto both = alertsOf({alertRecord("b1", "u2", "CPU", true, "22:17:00.000Z"),
                                alertRecord("b2", "u2", "Disk", true, "22:01:00.000Z")});
    takeAll(alerts, both, at("22:21:00.000Z"), at("22:21:00.000Z"));
    report = alerts.news(at("22:21:00.000Z"));
    QVERIFY(!report.isYoung);
    QCOMPARE(report.alerts.size(), size_t(2));
}

void TestHubAlerts::removedSystem()
{
    HubAlerts alerts = book();
    const auto list = alertsOf({alertRecord("a1", "u1", "CPU", true, "22:00:00.000Z")});
    takeAll(alerts, list, at(Noon), at(Noon));
    alerts.news(at(Noon));
    alerts.removeHost(QStringLiteral("s1"));
    const AlertReport report = alerts.news(at("22:11:00.000Z"));
    QCOMPARE(report.alerts.size(), size_t(1));
    QCOMPARE(report.alerts.front().phase, AlertPhase::Ended);
    QVERIFY(!alerts.stands());
    QVERIFY(alerts.news(at("22:12:00.000Z")).isEmpty());
}

void TestHubAlerts::words_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("limit");
    QTest::addColumn<double>("minutes");
    QTest::addColumn<AlertSeverity>("severity");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, double limit, double minutes, AlertSeverity severity,
                        const char* text) {
        QTest::addRow("%s %g", name, limit)
            << QString::fromUtf8(name) << limit << minutes << severity << QString::fromUtf8(text);
    };
    constexpr auto Warning = AlertSeverity::Warning;
    constexpr auto Critical = AlertSeverity::Critical;
    row("Status", 0, 5, Critical, "%2 is down for 5 min");
    row("CPU", 80, 10, Warning, "CPU of %2 above 80 % for 10 min");
    row("Memory", 90, 0, Warning, "Memory of %2 above 90 %");
    row("Disk", 94, 1, Warning, "A disk of %2 is fuller than 94 %");
    row("Disk", 95, 1, Critical, "A disk of %2 is fuller than 95 %");
    row("Temperature", 70, 1, Warning, "Temperature of %2 above 70 °C");
    row("GPU", 90, 1, Warning, "GPU of %2 above 90 %");
    row("LoadAvg15", 12, 1, Warning, "Load of %2 above 12, mean of 15 min");
    row("Battery", 20, 1, Warning, "Battery of %2 below 20 %");
    row("Humidity", 60, 1, Warning, "Humidity of %2 is at its limit of 60");
    row("CPU", 80, 1e300, Warning, "CPU of %2 above 80 %");
    row("CPU", 80, std::numeric_limits<double>::quiet_NaN(), Warning, "CPU of %2 above 80 %");
}

void TestHubAlerts::words()
{
    QFETCH(const QString, name);
    QFETCH(const double, limit);
    QFETCH(const double, minutes);
    QFETCH(const AlertSeverity, severity);
    QFETCH(const QString, text);
    QCOMPARE(hubAlertSummary(name, QStringLiteral("%2"), limit, minutes), text);
    QCOMPARE(hubAlertSeverity(hubAlertKind(name), limit), severity);
    QVERIFY(!hubAlertSummary(name, QString(), std::nullopt, minutes).isEmpty());
}

void TestHubAlerts::quietHours_data()
{
    QTest::addColumn<bool>("isDaily");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected"); // beginning, end, whether it is on: at 22:10
    const auto row = [](const char* name, bool isDaily, const char* from, const char* to,
                        const char* expected) {
        QTest::newRow(name) << isDaily << QString::fromLatin1(from) << QString::fromLatin1(to)
                            << QString::fromLatin1(expected);
    };
    row("tonight", true, "2025-01-01 23:00:00.000Z", "2025-01-01 23:30:00.000Z", "21T23:00 21T23:30 -");
    row("tomorrow", true, "2025-01-01 02:00:00.000Z", "2025-01-01 04:00:00.000Z", "22T02:00 22T04:00 -");
    row("now", true, "2025-01-01 22:00:00.000Z", "2025-01-01 22:30:00.000Z", "21T22:00 21T22:30 on");
    row("over midnight", true, "2025-01-01 22:00:00.000Z", "2025-01-01 06:00:00.000Z",
        "21T22:00 22T06:00 on");
    row("since yesterday", true, "2025-01-01 22:30:00.000Z", "2025-01-01 22:20:00.000Z",
        "20T22:30 21T22:20 on");
    row("all day", true, "2025-01-01 00:00:00.000Z", "2025-01-01 00:00:00.000Z", "21T00:00 22T00:00 on");
    row("just over", true, "2025-01-01 22:00:00.000Z", "2025-01-01 22:10:00.000Z", "22T22:00 22T22:10 -");
    row("once, now", false, "2026-11-21 22:00:00.000Z", "2026-11-21 23:00:00.000Z", "21T22:00 21T23:00 on");
    row("once, over", false, "2026-11-20 22:00:00.000Z", "2026-11-20 23:00:00.000Z", "20T22:00 20T23:00 -");
}

void TestHubAlerts::quietHours()
{
    QFETCH(const bool, isDaily);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, expected);
    const HubPage page =
        pageOf(HubCollection::QuietHours,
               {quietRecord(isDaily ? "daily" : "one-time", from.toLatin1(), to.toLatin1(), "s1")});
    QCOMPARE(page.quiet.size(), size_t(1));
    const AlertSilence silence = quietSilence(page.quiet.front(), QStringLiteral("n\"1\\"), at(Noon));
    const QString told = toRfc3339(silence.startsAt).mid(8, 8) + u' ' + toRfc3339(silence.endsAt).mid(8, 8) +
                         (silence.isActive ? QStringLiteral(" on") : QStringLiteral(" -"));
    QCOMPARE(told, expected);
    QVERIFY(silence.isDeliveryOnly);
    QCOMPARE(silence.matchers, QStringLiteral("{system=\"n\\\"1\\\\\"}"));
    QCOMPARE(silence.comment.isEmpty(), !isDaily);
}

void TestHubAlerts::oddRecords_data()
{
    QTest::addColumn<int>("collection");
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<bool>("isRead");
    const auto rows = [](HubCollection collection, const std::vector<OddRecord>& records) {
        for (const OddRecord& odd : records) {
            QTest::addRow("%s: %s", hubCollectionName(collection), odd.name)
                << static_cast<int>(collection) << odd.record << odd.isRead;
        }
    };
    rows(HubCollection::Alerts, oddAlerts());
    rows(HubCollection::AlertsHistory, oddTurns());
    rows(HubCollection::QuietHours, oddQuietHours());
}

/// One is left out and counted, or read; those around it are read, and what is told can be.
void TestHubAlerts::oddRecords()
{
    QFETCH(const int, collection);
    QFETCH(const QByteArray, record);
    QFETCH(const bool, isRead);
    const auto of = static_cast<HubCollection>(collection);
    const HubPage page = pageOf(of, {alertRecord("x1", "u1", "GPU", true, "22:00:00.000Z"), record});
    const HubPage alone = pageOf(of, {record});
    QCOMPARE(alone.alerts.size() + alone.turns.size() + alone.quiet.size(), size_t(isRead ? 1 : 0));
    QVERIFY(isRead || alone.leftOut == 1);
    QCOMPARE(page.items, qsizetype(2));
    HubAlerts alerts = book();
    takeTurns(alerts, page.turns);
    takeAll(alerts, page.alerts, at(Noon), at(Noon));
    alerts.takeQuietHours(page.quiet);
    const AlertReport report = alerts.news(at(Noon));
    for (const auto& list : {report.alerts, report.past}) {
        for (const AlertObservation& told : list) {
            QVERIFY(!told.key.isEmpty() && !told.name.isEmpty() && !told.summary.isEmpty());
            QVERIFY(!told.summary.contains(QChar(0)) && !told.summary.contains(u'\n'));
            QVERIFY(told.phase != AlertPhase::Ended || told.endedAt >= told.startedAt);
        }
    }
    for (const char* action : {"create", "update", "delete", "dance"}) {
        const auto event =
            parseHubEvent(of, "{\"action\":\"" + QByteArray(action) + "\",\"record\":" + record + "}", 64);
        QVERIFY(!event || event->page.leftOut > 0 || isRead);
    }
}

void TestHubAlerts::largeRecord()
{
    const auto past64 =
        parseHubPage(HubCollection::Alerts, listOf({R"({"value":99999999999999999999999})"}), 64);
    QVERIFY(!past64 && past64.error().kind == ErrorKind::Malformed);
    constexpr qsizetype Size = 10 * 1024 * 1024;
    const QByteArray name(Size, 'x');
    const HubPage page =
        pageOf(HubCollection::Alerts, {alertRecord("a1", name, name, true, "22:00:00.000Z"),
                                       alertRecord("a2", "u1", "CPU", true, "22:00:00.000Z")});
    HubAlerts alerts = book();
    takeAll(alerts, page.alerts, at(Noon), at(Noon));
    const AlertReport report = alerts.news(at(Noon));
    QCOMPARE(report.alerts.size(), size_t(2));
    for (const AlertObservation& told : report.alerts) {
        QVERIFY(told.summary.size() < 2'000 && told.key.size() < 2'000);
    }
}

/// Whatever comes in whatever order, and each of it twice: an end only of what stands, a beginning only once.
void TestHubAlerts::anyOrderOfEvents()
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        HubAlerts alerts = book();
        QString standing;
        for (int step = 0; step < 60; ++step) {
            const QByteArray when = "22:" + QByteArray::number(10 + step % 50) + ":00.000Z";
            const QByteArray before = "22:" + QByteArray::number(10 + int(random() % 50)) + ":00.000Z";
            const QByteArray id = "a" + QByteArray::number(int(random() % 3));
            switch (random() % 4) {
            case 0:
                alerts.take(turnsOf({turnRecord("h" + QByteArray::number(int(random() % 9)), id, before,
                                                random() % 2 == 0 ? when : QByteArray())})
                                .front());
                break;
            case 1:
                takeAll(alerts, alertsOf({alertRecord(id, "u1", "CPU", random() % 2 == 0, before)}),
                        at(when.constData()), at(before.constData()));
                break;
            default:
                alerts.take(alertsOf({alertRecord(id, "u1", "CPU", random() % 2 == 0, before)}).front(),
                            random() % 9 == 0 ? HubAction::Delete : HubAction::Update, at(when.constData()));
            }
            const AlertReport report = alerts.news(at(when.constData()));
            QVERIFY(report.alerts.size() <= 1);
            for (const AlertObservation& told : report.alerts) {
                const QString began = toRfc3339(told.startedAt);
                QVERIFY(standing.isEmpty() ? told.phase == AlertPhase::Firing : began == standing);
                standing = told.phase == AlertPhase::Ended ? QString() : began;
            }
            for (const AlertObservation& told : report.past) {
                QVERIFY(told.endedAt >= told.startedAt);
            }
        }
    }
}

void TestHubAlerts::agentLost()
{
    HubRig rig;
    QVERIFY(rig.settles());
    const QByteArray name = rig.world.nodes()[1].name;
    rig.world.setState(1, DemoNodeState::Gone);
    rig.pass(30s);
    QVERIFY(!rig.seen->alert(name.constData(), "Status"));
    rig.pass(40s);
    QVERIFY(rig.until([&] { return rig.seen->alert(name.constData(), "Status") != nullptr; }));
    const AlertObservation status = *rig.seen->alert(name.constData(), "Status");
    QCOMPARE(status.severity, AlertSeverity::Critical);
    QCOMPARE(status.summary, QString::fromLatin1(name) + QStringLiteral(" is down"));
    QVERIFY(rig.until([&] {
        return rig.seen->alert(name.constData(), "Status")->annotations.front().value == QLatin1String("3");
    }));
    rig.world.setState(1, DemoNodeState::Live);
    QVERIFY(rig.until([&] { return !rig.seen->alert(name.constData(), "Status"); }));
    QCOMPARE(rig.seen->ends[status.key].size(), size_t(1));
    QVERIFY2(rig.until([&] { return differences(rig).isEmpty(); }), qPrintable(differences(rig)));
}

/// 120 mails of one host that is out of memory.
void TestHubAlerts::storm()
{
    HubRig rig(nullptr, DemoHub::Password, "host-oom");
    QVERIFY(rig.settles());
    rig.pass(110s - rig.world.now(), 500ms);
    const bool isAll = rig.until([&] { return rig.seen->standing.empty() && differences(rig).isEmpty(); });
    QVERIFY2(isAll, qPrintable(differences(rig)));
    QCOMPARE(rig.hub->alerts().messages(), 120);
    std::set<QString> names;
    size_t episodes = 0;
    for (const auto& [key, ends] : rig.seen->ends) {
        names.insert(ends.front().name);
        episodes += ends.size();
        QCOMPARE(ends.front().labels.back().value, QStringLiteral("db-4"));
    }
    QVERIFY2(episodes > 30 && episodes < 60, qPrintable(QString::number(episodes)));
    for (const char* name : {"CPU", "Memory", "Disk", "LoadAvg1", "LoadAvg5", "Status"}) {
        QVERIFY2(names.contains(QLatin1String(name)), name);
    }
}

void TestHubAlerts::stormWithCutStreams()
{
    HubRig rig(nullptr, DemoHub::Password, "host-oom");
    QVERIFY(rig.settles());
    while (rig.world.now() < 110s) {
        rig.hub->cutStreams();
        rig.pass(4s, 200ms);
    }
    const bool isAll = rig.until([&] { return rig.connector->isStreaming() && differences(rig).isEmpty(); });
    QVERIFY2(isAll, qPrintable(differences(rig)));
}

void TestHubAlerts::stormIsPolled()
{
    HubRig rig(nullptr, DemoHub::Password, "host-oom");
    rig.hub->refuseStreams(true);
    rig.connector->start();
    QVERIFY(rig.until([&] { return rig.seen->status.settled; }));
    rig.pass(240s, 500ms);
    const bool isAll = rig.until([&] { return differences(rig).isEmpty(); });
    QVERIFY2(isAll, qPrintable(differences(rig)));
}

void TestHubAlerts::pausedSystem()
{
    HubRig rig;
    QVERIFY(rig.settles());
    QVERIFY(rig.until([&] { return rig.seen->alert("registry-3", "CPU") != nullptr; }));
    QVERIFY(rig.seen->alert("registry-3", "CPU")->startedAt < rig.clock.now() - 7min);
    rig.pass(70s);
    QVERIFY(rig.until([&] { return rig.seen->alert("registry-3", "CPU")->value.has_value(); }));
    QVERIFY(*rig.seen->alert("registry-3", "CPU")->value > 90);
    rig.hub->setStatus("registry-3", "paused");
    QVERIFY(rig.until([&] { return rig.seen->alert("registry-3", "CPU") == nullptr; }));
    QVERIFY2(rig.until([&] { return differences(rig).isEmpty(); }), qPrintable(differences(rig)));
    rig.hub->remove("builder-2");
    QVERIFY(rig.until([&] { return rig.seen->alert("builder-2", "Disk") == nullptr; }));
    QVERIFY2(rig.seen->untrue.isEmpty(), qPrintable(rig.seen->untrue.join(u'\n')));
    QVERIFY(!rig.seen->silences.empty());
}

/// Its lists are empty, and nothing has ended.
void TestHubAlerts::tokenThatIsOver()
{
    HubRig rig;
    QVERIFY(rig.settles());
    QVERIFY(rig.until([&] { return rig.seen->alert("registry-3", "CPU") != nullptr; }));
    const size_t standing = rig.seen->standing.size();
    rig.hub->expireTokens();
    rig.pass(6min, 5s);
    QVERIFY(rig.until([&] { return rig.hub->signIns() == 2 && rig.connector->isStreaming(); }));
    rig.pass(6min, 5s);
    QCOMPARE(rig.seen->standing.size(), standing);
    QVERIFY(rig.seen->ends.empty());
    QVERIFY2(rig.seen->untrue.isEmpty(), qPrintable(rig.seen->untrue.join(u'\n')));
}

void TestHubAlerts::anotherAccount()
{
    HubRig rig;
    QVERIFY(rig.settles());
    QVERIFY(rig.until([&] { return rig.seen->alert("registry-3", "LoadAvg5") != nullptr; }));
    rig.hub->actAs("q8w2mei0n7x4kda"); // who has no alert of the load
    rig.hub->expireTokens();
    rig.hub->cutStreams();
    QVERIFY(rig.until([&] { return rig.hub->signIns() == 2 && rig.connector->isStreaming(); }));
    const auto isYoung = [](const AlertReport& each) {
        return each.isYoung;
    };
    QVERIFY(rig.until([&] { return std::ranges::any_of(rig.seen->reports, isYoung); }));
    QVERIFY(rig.seen->ends.empty());
    QVERIFY(rig.seen->alert("registry-3", "CPU") != nullptr);
    QVERIFY2(rig.seen->untrue.isEmpty(), qPrintable(rig.seen->untrue.join(u'\n')));
}

/// After a restart the same is told of what stands and of what was.
void TestHubAlerts::startsAnew()
{
    HubRig rig;
    QVERIFY(rig.settles());
    QVERIFY(rig.until(
        [&] { return !rig.seen->past.empty() && rig.seen->alert("registry-3", "CPU") != nullptr; }));
    const auto past = std::exchange(rig.seen->past, {});
    const Timestamp began = rig.seen->alert("registry-3", "CPU")->startedAt;
    rig.connector->stop();
    rig.pass(20s);
    rig.seen->standing.clear();
    QVERIFY(rig.settles());
    QVERIFY(rig.until([&] { return rig.seen->alert("registry-3", "CPU") != nullptr; }));
    QCOMPARE(rig.seen->alert("registry-3", "CPU")->startedAt, began);
    QCOMPARE(rig.seen->past, past);
}

QTEST_GUILESS_MAIN(TestHubAlerts)
#include "tst_hub_alerts.moc"
