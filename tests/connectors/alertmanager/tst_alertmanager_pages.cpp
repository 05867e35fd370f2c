// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerAlerts.h"
#include "connectors/alertmanager/AlertmanagerPages.h"
#include "connectors/alerts/AlertFields.h"
#include "tests/connectors/alertmanager/BadAlerts.h"
#include "tests/connectors/alertmanager/ScriptedAlertmanager.h"
#include "tests/connectors/faults/Recording.h"

#include <QTest>

#include <set>

using namespace stowage;
using namespace stowage::test;

namespace {

using Before = std::shared_ptr<const AlertmanagerMemory>;

HttpAnswer page(const QByteArray& body, int status = 200)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

Result<AlertmanagerAlerts> read(const QByteArray& body, const Before& before = {}, bool isAll = true,
                                Timestamp now = {})
{
    return readAlertmanagerAlerts(page(body), {before, isAll, 50'000, now});
}

Timestamp moment(const char* text)
{
    return fromRfc3339(QString::fromLatin1(text)).value_or(Timestamp{});
}

QString valueOf(const std::vector<AlertLabel>& labels, const char* name)
{
    for (const AlertLabel& label : labels) {
        if (label.name == QLatin1String(name)) {
            return label.value;
        }
    }
    return {};
}

bool isFitToShow(const QString& text, bool isLines = false)
{
    return std::all_of(text.begin(), text.end(), [isLines](QChar c) {
        return (isLines && (c == QLatin1Char('\n') || c == QLatin1Char('\t'))) ||
               (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
    });
}

qsizetype bytesOf(const std::vector<AlertLabel>& labels)
{
    qsizetype bytes = 0;
    for (const AlertLabel& label : labels) {
        bytes += label.name.toUtf8().size() + label.value.toUtf8().size();
    }
    return bytes;
}

bool isSorted(const std::vector<AlertLabel>& labels)
{
    return std::is_sorted(labels.begin(), labels.end(), [](const AlertLabel& one, const AlertLabel& other) {
        return one.name < other.name;
    });
}

/// Whatever came in: what goes out keeps its promises.
void verifySane(const AlertObservation& alert)
{
    QVERIFY(!alert.key.isEmpty() && alert.key.size() <= 100);
    QVERIFY(!alert.name.isEmpty());
    QVERIFY(alert.labels.size() <= AlertFields::MostLabels);
    QVERIFY(isSorted(alert.labels) && isSorted(alert.annotations));
    QVERIFY(bytesOf(alert.annotations) <= static_cast<qsizetype>(AlertFields::MostAnnotations) + 200);
    for (const AlertLabel& label : alert.labels) {
        QVERIFY(isFitToShow(label.name) && isFitToShow(label.value));
        QVERIFY(label.value.size() <= static_cast<qsizetype>(AlertFields::LongestLabel) + 20);
        QVERIFY(label.name.size() <= static_cast<qsizetype>(AlertFields::LongestName) + 20);
    }
    for (const AlertLabel& label : alert.annotations) {
        QVERIFY(isFitToShow(label.name) && isFitToShow(label.value, true));
    }
    for (const QString& text :
         {alert.key, alert.name, alert.identity, alert.subject, alert.summary, alert.link}) {
        QVERIFY(isFitToShow(text));
    }
    QVERIFY(alert.link.isEmpty() || alert.link.startsWith(QLatin1String("http")));
    QVERIFY(alert.phase == AlertPhase::Firing || alert.endedAt != Timestamp{});
}

} // namespace

/// What Alertmanager's pages say, as recorded, and as no Alertmanager should say it.
class TestAlertmanagerPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recorded();
    void recordedSilencesAndStatus();
    void identityIsTheLabels();
    void bounds();
    void textsAreWrittenOut();
    void links_data();
    void links();
    void equalFingerprints();
    void suppression();
    void ends();
    void unchangedIsLeftOut();
    void whatCannotBeReadNowStillStands();
    void ranOut();
    void ranOutByHand();
    void whoeverSentItIsBack();
    void tooMany();
    void bad_data();
    void bad();
    void none_data();
    void none();
    void silences();
    void badSilencesList_data();
    void badSilencesList();
    void badStatus_data();
    void badStatus();
};

void TestAlertmanagerPages::recorded()
{
    const auto alerts = readAlertmanagerAlerts(recordedAnswer("alertmanager/alerts.json"), {});
    QVERIFY(alerts.has_value());
    QCOMPARE(alerts->alerts.size(), 1U);
    const AlertObservation& alert = alerts->alerts[0];
    verifySane(alert);
    QCOMPARE(alert.key, QStringLiteral("fb6795cbbc5fca9f"));
    QCOMPARE(alert.name, QStringLiteral("TargetDown"));
    const QString labelsText =
        QStringLiteral(R"({alertname="TargetDown",instance="127.0.0.1:9",job="dead",severity="page"})");
    QCOMPARE(alert.identity, labelsText);
    QCOMPARE(alert.phase, AlertPhase::Firing);
    QCOMPARE(alert.severity, severityOf(u"page"));
    QCOMPARE(alert.subject, QStringLiteral("127.0.0.1:9"));
    QCOMPARE(alert.summary, QStringLiteral("target 127.0.0.1:9 is down"));
    QCOMPARE(alert.labels.size(), 4U);
    QCOMPARE(alert.annotations.size(), 1U);
    QVERIFY(alert.startedAt == moment("2026-11-21T22:54:56.458Z"));
    QVERIFY(alert.endedAt == Timestamp{});
    QCOMPARE(alert.link, QStringLiteral("http://lab-host:9190/graph?g0.expr=up+%3D%3D+0&g0.tab=1"));
    QVERIFY(alert.silencedBy.isEmpty() && alert.inhibitedBy.isEmpty());
    QCOMPARE(alerts->leftOut, 0U);

    // The fingerprint that the server made of the labels is the one that we make of them.
    const std::vector<RawLabel> labels{
        {"alertname", "TargetDown"}, {"instance", "127.0.0.1:9"}, {"job", "dead"}, {"severity", "page"}};
    QCOMPARE(alertFingerprint(labels), alert.key);
}

void TestAlertmanagerPages::recordedSilencesAndStatus()
{
    const auto silences = readAlertmanagerSilences(recordedAnswer("alertmanager/silences.json"));
    QVERIFY(silences && silences->silences.empty());
    const HttpAnswer answer = recordedAnswer("alertmanager/status.json");
    const auto status = readAlertmanagerStatus(answer);
    QVERIFY(status.has_value());
    QCOMPARE(status->version, QStringLiteral("0.25.0"));
    QVERIFY(status->startedAt == moment("2026-11-21T22:54:38.935Z"));
    QVERIFY(dateOf(answer.headers) == std::optional(moment("2026-11-21T22:58:39Z")));
    QVERIFY(!dateOf(HttpHeaders()));
}

void TestAlertmanagerPages::identityIsTheLabels()
{
    const auto identity = [](QByteArray labels) {
        labels.replace('\'', '"');
        return read('[' + rawAlert(labels) + ']')->alerts[0].identity;
    };
    const QString one = identity("{'a':'1'}");
    const QString both = identity("{'a':'1','b':'2'}");
    QCOMPARE(identity("{'b':'2','a':'1'}"), both);
    QCOMPARE(identity("{'a':'1','b':''}"), one); // an empty label is none
    QVERIFY(one != identity("{'a':'2'}"));
    QVERIFY(identity("{'a':'1\\',b=\\'2'}") != both);
    QVERIFY(identity("{'a':'\\u0001'}") != identity("{'a':'\\u0002'}"));
    // What is cut off tells two apart as well.
    const QByteArray longText(5'000, 'x');
    QVERIFY(identity("{'a':'" + longText + "1'}") != identity("{'a':'" + longText + "2'}"));
}

void TestAlertmanagerPages::bounds()
{
    const auto alerts = read(
        '[' + rawAlert(manyLabels(10'000), R"({"description":")" + QByteArray(1'048'576, 'x') + "\"}") + ']');
    const AlertObservation& alert = alerts->alerts[0];
    QCOMPARE(alert.labels.size(), AlertFields::MostLabels);
    QCOMPARE(alert.name, QStringLiteral("Many"));
    QCOMPARE(valueOf(alert.labels, "zone"), QStringLiteral("eu-a")); // sorts last, and is kept
    const QString counted = valueOf(alert.annotations, "(left out)");
    QVERIFY2(counted.contains(QLatin1String("9937")), qPrintable(counted));
    QVERIFY2(counted.contains(QLatin1String("MiB")) || counted.contains(QLatin1String("KiB")),
             qPrintable(counted));
    QVERIFY(alert.summary.size() <= 240);

    // Ten thousand labels of which one differs make another alert, also to whoever sees the first ones alone.
    const QByteArray other = manyLabels(10'000).replace("v9998", "else");
    QVERIFY(read('[' + rawAlert(other) + ']')->alerts[0].labels != alert.labels);

    const auto sixtyFour = read('[' + rawAlert(manyLabels(64)) + ']');
    QCOMPARE(sixtyFour->alerts[0].labels.size(), 64U);
    QVERIFY(sixtyFour->alerts[0].annotations.empty());
}

void TestAlertmanagerPages::textsAreWrittenOut()
{
    const auto alerts = read('[' +
                             rawAlert("{\"alertname\":\"A\\u001b[31m\\n\\u202e<b>\"}",
                                      R"({"description":"one\ntwo\u0000","summary":"a\nb"})") +
                             ']');
    const AlertObservation& alert = alerts->alerts[0];
    QCOMPARE(alert.name, QStringLiteral("A\\x1b[31m\\x0a\\u202e<b>"));
    QCOMPARE(valueOf(alert.annotations, "description"), QStringLiteral("one\ntwo\\x00"));
    QCOMPARE(alert.summary, QStringLiteral("a b"));
    QCOMPARE(alertText("żółć", 3), QStringLiteral("ż") + QChar(0x2026)); // never half a character
}

void TestAlertmanagerPages::links_data()
{
    QTest::addColumn<QByteArray>("told");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("http") << QByteArray("http://h:9090/graph?g0.expr=a%3D1") << true;
    QTest::newRow("https") << QByteArray("https://h/x") << true;
    for (const char* bad :
         {"", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//h/x", "h/x", "http://",
          "http:///x", "http://user:pw@h/", "HTTP", "http://h/ x", "http://h/\n"}) {
        QTest::newRow(bad) << QByteArray(bad) << false;
    }
    QTest::newRow("long") << "http://h/" + QByteArray(5'000, 'x') << false;
}

void TestAlertmanagerPages::links()
{
    QFETCH(const QByteArray, told);
    QFETCH(const bool, isKept);
    QCOMPARE(alertLink({told.constData(), static_cast<size_t>(told.size())}),
             isKept ? QString::fromLatin1(told) : QString());
}

/// Two under one name are two, and keep their own keys when one of them goes.
void TestAlertmanagerPages::equalFingerprints()
{
    const QByteArray a = rawAlert(R"({"alertname":"A"})");
    const QByteArray b = rawAlert(R"({"alertname":"B"})");
    const auto alone = read('[' + a + ']');
    QCOMPARE(alone->alerts[0].key, QStringLiteral("f"));
    const auto both = read('[' + a + ',' + b + ']', alone->memory);
    const auto& told = both->alerts;
    QCOMPARE(told.size(), 2U);
    QVERIFY(told[0].key != told[1].key);
    QVERIFY(told[0].key.startsWith(QLatin1String("f/")));
    const auto turned = read('[' + b + ',' + a + ']', both->memory);
    QCOMPARE(turned->alerts[1].key, told[0].key);
    const auto left = read('[' + b + ']', turned->memory);
    QCOMPARE(left->alerts.size(), 1U);
    QCOMPARE(left->alerts[0].key, told[1].key);
}

void TestAlertmanagerPages::suppression()
{
    const auto reasonsOf = [](const QByteArray& status) {
        return read('[' + rawAlert(R"({"alertname":"A"})", "{}", R"(,"status":)" + status) + ']')->alerts[0];
    };
    const auto silenced = reasonsOf(R"({"state":"suppressed","silencedBy":["s1","s2"],"inhibitedBy":[]})");
    QCOMPARE(silenced.silencedBy, QStringList({QStringLiteral("s1"), QStringLiteral("s2")}));
    QVERIFY(silenced.inhibitedBy.isEmpty());
    const auto inhibited = reasonsOf(R"({"state":"suppressed","silencedBy":[],"inhibitedBy":["fp"]})");
    QCOMPARE(inhibited.inhibitedBy, QStringList{QStringLiteral("fp")});
    QVERIFY(inhibited.silencedBy.isEmpty());
    QCOMPARE(inhibited.phase, AlertPhase::Firing); // it stands, and makes no noise
    const auto muted = reasonsOf(R"({"state":"suppressed","mutedBy":["nights"]})");
    QCOMPARE(muted.silencedBy, QStringList{QStringLiteral("interval nights")});
    const auto unprocessed = reasonsOf(R"({"state":"unprocessed"})");
    QVERIFY(unprocessed.silencedBy.isEmpty());
}

void TestAlertmanagerPages::ends()
{
    const auto phaseOf = [](const char* starts, const char* end, const char* updated) {
        return read('[' +
                    rawAlert(R"({"alertname":"A"})", "{}",
                             QByteArray(R"(,"startsAt":")") + starts + R"(","endsAt":")" + end +
                                 R"(","updatedAt":")" + updated + '"') +
                    ']')
            ->alerts[0]
            .phase;
    };
    const char* early = "2026-11-21T20:00:00Z";
    const char* middle = "2026-11-21T21:00:00Z";
    const char* late = "2026-11-21T22:00:00Z";
    QCOMPARE(phaseOf(early, late, middle), AlertPhase::Firing);
    QCOMPARE(phaseOf(early, middle, middle), AlertPhase::Ended);
    QCOMPARE(phaseOf(early, middle, late), AlertPhase::Ended);
    QCOMPARE(phaseOf(middle, early, late), AlertPhase::Firing); // an end before the start is none
    QCOMPARE(phaseOf(early, "", late), AlertPhase::Firing);
    QCOMPARE(phaseOf(early, middle, ""), AlertPhase::Firing);
}

void TestAlertmanagerPages::unchangedIsLeftOut()
{
    QByteArray list = '[' + alertJson("A") + ',' + alertJson("B") + ']';
    const auto first = read(list, {}, false);
    QVERIFY(!first->isUnchanged);
    // What each repetition by Prometheus moves is no change, nor is the order.
    list = '[' + alertJson("B") + ',' + alertJson("A") + ']';
    list.replace("22:03:00", "22:04:00").replace("21:59:00", "22:00:00");
    const auto second = read(list, first->memory, false);
    QVERIFY(second->isUnchanged && second->alerts.empty());
    const auto all = read(list, second->memory, true);
    QVERIFY(!all->isUnchanged);
    QCOMPARE(all->alerts.size(), 2U);
    const QByteArray silenced = "{\"state\":\"suppressed\",\"silencedBy\":[\"s\"]}";
    const auto third =
        read('[' + alertJson("A", silenced) + ',' + alertJson("B") + ']', second->memory, false);
    QVERIFY(!third->isUnchanged);
    QCOMPARE(third->alerts[0].silencedBy.size(), 1);
    QVERIFY(!read('[' + alertJson("B") + ']', third->memory, false)->isUnchanged);
    QVERIFY(!read(list.replace("21:00:00", "21:00:01"), second->memory, false)->isUnchanged);
    QVERIFY(
        !read(list.replace("endsAt\":\"2026-11-21T22:04", "endsAt\":\"2026-11-21T21:04"), all->memory, false)
             ->isUnchanged); // over
}

void TestAlertmanagerPages::whatCannotBeReadNowStillStands()
{
    const auto first = read('[' + alertJson("A") + ',' + alertJson("B") + ']');
    const auto second =
        read("[{\"fingerprint\":\"f-A\",\"labels\":7}," + alertJson("B") + ']', first->memory);
    QCOMPARE(second->leftOut, 1U);
    QVERIFY(!second->isWhole); // so that A does not end
    const auto third = read('[' + alertJson("B") + ']', second->memory);
    QVERIFY(third->isWhole);
    QCOMPARE(third->alerts.size(), 1U);
}

/// An alert that nobody sends again is gone at its endsAt; one that is resolved goes before.
void TestAlertmanagerPages::ranOut()
{
    const QByteArray list = '[' + alertJson("A") + ']'; // sent at 21:59, until 22:03
    const auto fresh = read(list, {}, true, moment("2026-11-21T22:00:00Z"));
    QVERIFY(read("[]", fresh->memory, true, moment("2026-11-21T22:01:00Z"))->ranOut.empty());
    // Its time is up, but half of it nobody has looked: it may have been ended by then.
    QVERIFY(read("[]", fresh->memory, true, moment("2026-11-21T22:03:01Z"))->ranOut.empty());
    const auto overdue = read(list, fresh->memory, false, moment("2026-11-21T22:02:30Z"));
    QVERIFY(overdue->isUnchanged && overdue->ranOut.empty());
    QVERIFY(read("[]", overdue->memory, true, moment("2026-11-21T22:02:59Z"))->ranOut.empty());
    // The server's clock has whole seconds, rounded down: it may be later than that.
    QByteArray late = list;
    late.replace("22:03:00.000", "22:02:59.700");
    const auto lateOne = read(late, {}, true, moment("2026-11-21T22:02:30Z"));
    QCOMPARE(read("[]", lateOne->memory, true, moment("2026-11-21T22:02:59Z"))->ranOut.size(), 1U);
    const auto gone = read("[]", overdue->memory, false, moment("2026-11-21T22:03:01Z"));
    QVERIFY(!gone->isUnchanged);
    QCOMPARE(gone->ranOut.size(), 1U);
    QCOMPARE(gone->ranOut.front().key, QStringLiteral("f-A"));
    QCOMPARE(gone->ranOut.front().name, QStringLiteral("A"));
    QVERIFY(!gone->ranOut.front().error.message.isEmpty() && !gone->ranOut.front().error.todo.isEmpty());
    // So it stays until somebody sends it again.
    const auto later = read("[]", gone->memory, false, moment("2026-11-22T22:00:00Z"));
    QVERIFY(later->isUnchanged);
    QCOMPARE(later->ranOut.size(), 1U);
    const auto again = read(list, later->memory, false, moment("2026-11-22T22:00:10Z"));
    QVERIFY(!again->isUnchanged && again->ranOut.empty());
    // Under one fingerprint there may be several: which of them went nobody can say.
    const QByteArray two =
        '[' + alertJson("A") + ',' + QByteArray(alertJson("A")).replace("10.0.0.1", "10.0.0.2") + ']';
    const auto doubled = read(two, {}, true, moment("2026-11-21T22:02:30Z"));
    QVERIFY(read("[]", doubled->memory, true, moment("2026-11-21T22:03:01Z"))->ranOut.empty());
}

/// Whoever adds an alert by hand says when it ends; a script that repeats it can fall silent.
void TestAlertmanagerPages::ranOutByHand()
{
    const QByteArray once =
        '[' + QByteArray(alertJson("A")).replace("http://prom.example.test/graph?g0.expr=up", "") + ']';
    const QByteArray before = QByteArray(once).replace("21:59:00", "21:58:30");
    const auto first = read(once, {}, true, moment("2026-11-21T22:02:30Z"));
    QVERIFY(read("[]", first->memory, true, moment("2026-11-21T22:03:01Z"))->ranOut.empty());
    const auto earlier = read(before, {}, true, moment("2026-11-21T21:58:50Z"));
    const auto repeated = read(once, earlier->memory, true, moment("2026-11-21T22:02:30Z"));
    QCOMPARE(read("[]", repeated->memory, true, moment("2026-11-21T22:03:01Z"))->ranOut.size(), 1U);
}

/// And sends others, but not this one: then it is over. It is given two minutes to judge anew.
void TestAlertmanagerPages::whoeverSentItIsBack()
{
    const auto at = [](const char* time) {
        return moment((QByteArray("2026-11-21T") + time + 'Z').constData());
    };
    const auto first = read('[' + alertJson("A") + ']', {}, true, at("22:02:30"));
    const auto gone = read("[]", first->memory, true, at("22:03:01"));
    const auto sentAt = [](const char* time, const char* host = "prom.example.test") {
        return '[' +
               QByteArray(alertJson("B"))
                   .replace("21:59:00", time)
                   .replace("22:03:00", "23:00:00")
                   .replace("prom.example.test", host) +
               ']';
    };
    const auto before = read(sentAt("22:02:59"), gone->memory, true, at("22:03:10"));
    QCOMPARE(before->ranOut.size(), 1U);
    const auto another = read(sentAt("22:10:00", "other.example.test"), before->memory, true, at("22:15:00"));
    QCOMPARE(another->ranOut.size(), 1U);
    const auto back = read(sentAt("22:20:00"), another->memory, true, at("22:20:05"));
    QCOMPARE(back->ranOut.size(), 1U);
    const auto young = read(sentAt("22:22:00"), back->memory, true, at("22:22:00"));
    QCOMPARE(young->ranOut.size(), 1U);
    const auto over = read(sentAt("22:22:00"), young->memory, false, at("22:22:05"));
    QVERIFY(over->ranOut.empty() && !over->isUnchanged);
}

void TestAlertmanagerPages::tooMany()
{
    const auto alerts =
        readAlertmanagerAlerts(page('[' + alertJson("A") + ',' + alertJson("B") + ']'), {{}, true, 1, {}});
    QCOMPARE(alerts->alerts.size(), 1U);
    QCOMPARE(alerts->leftOut, 1U);
    QVERIFY(!alerts->isWhole); // nothing ends by being cut off
}

void TestAlertmanagerPages::bad_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("alerts");
    QTest::addColumn<int>("leftOut");
    for (const BadAlerts& row : badAlerts()) {
        QTest::newRow(row.name) << row.body << row.alerts << row.leftOut;
    }
}

void TestAlertmanagerPages::bad()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, alerts);
    QFETCH(const int, leftOut);
    const auto first = read(body);
    QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().text()));
    const auto second = read(body, first->memory);
    for (const AlertmanagerAlerts& list : {*first, *second}) {
        QCOMPARE(static_cast<int>(list.alerts.size()), alerts);
        QCOMPARE(static_cast<int>(list.leftOut), leftOut);
        std::set<QString> keys;
        for (const AlertObservation& alert : list.alerts) {
            verifySane(alert);
            QVERIFY(keys.insert(alert.key).second);
        }
    }
    QVERIFY(first->alerts == second->alerts); // read again, the same
    QVERIFY(read(body, second->memory, false)->isUnchanged);
}

void TestAlertmanagerPages::none_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const NoAlerts& row : noAlerts()) {
        QTest::newRow(row.name) << row.body << row.status;
    }
}

/// What is no list is an error that can be shown, not an empty list.
void TestAlertmanagerPages::none()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const auto alerts = readAlertmanagerAlerts(page(body, status), {});
    const auto silences = readAlertmanagerSilences(page(body, status));
    const auto told = readAlertmanagerStatus(page(body, status));
    QVERIFY(!alerts && !silences && !told);
    for (const Error& error : {alerts.error(), silences.error(), told.error()}) {
        QVERIFY(!error.message.isEmpty() && !error.todo.isEmpty());
        QVERIFY(isFitToShow(error.text()));
    }
}

void TestAlertmanagerPages::silences()
{
    const QByteArray list =
        R"([{"id":"a","status":{"state":"active"},"comment":"c\nd","createdBy":"bob","startsAt":"2026-11-22T09:39:24.660Z",)"
        R"("endsAt":"2027-11-22T00:00:00.000Z","matchers":[{"isEqual":true,"isRegex":true,"name":"zone","value":"eu-.*"},)"
        R"({"isEqual":false,"isRegex":true,"name":"job","value":"x|y"},{"isEqual":false,"isRegex":false,"name":"a","value":"\"q\""},)"
        R"({"name":"old","value":"v","isRegex":false}]},)"
        R"({"id":"p","status":{"state":"pending"},"matchers":[]},{"id":"e","status":{"state":"expired"},"matchers":[]}])";
    const auto read = readAlertmanagerSilences(page(list));
    QVERIFY(read.has_value());
    QCOMPARE(read->silences.size(), 2U);
    const AlertSilence& first = read->silences[0];
    QCOMPARE(first.id, QStringLiteral("a"));
    const QString written = QStringLiteral(R"({zone=~"eu-.*",job!~"x|y",a!="\"q\"",old="v"})");
    QCOMPARE(first.matchers, written);
    QCOMPARE(first.createdBy, QStringLiteral("bob"));
    QCOMPARE(first.comment, QStringLiteral("c\nd"));
    QVERIFY(first.isActive && !first.isDeliveryOnly);
    QVERIFY(first.endsAt == moment("2027-11-22T00:00:00Z"));
    QVERIFY(!read->silences[1].isActive);
}

void TestAlertmanagerPages::badSilencesList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("leftOut");
    for (const BadAlerts& row : badSilences()) {
        QTest::newRow(row.name) << row.body << row.alerts << row.leftOut;
    }
}

void TestAlertmanagerPages::badSilencesList()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, count);
    QFETCH(const int, leftOut);
    const auto read = readAlertmanagerSilences(page(body));
    QVERIFY(read.has_value());
    QCOMPARE(static_cast<int>(read->silences.size()), count);
    QCOMPARE(static_cast<int>(read->leftOut), leftOut);
    for (const AlertSilence& silence : read->silences) {
        QVERIFY(isFitToShow(silence.matchers));
        QVERIFY(silence.matchers.size() < 100'000);
    }
}

void TestAlertmanagerPages::badStatus_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("no uptime") << QByteArray(R"({"versionInfo":{"version":"0.25.0"}})") << true;
    QTest::newRow("uptime a number") << QByteArray(R"({"uptime":7,"versionInfo":{"version":"0.25.0"}})")
                                     << true;
    QTest::newRow("uptime words") << QByteArray(R"({"uptime":"long","versionInfo":{"version":"0.25.0"}})")
                                  << true;
    QTest::newRow("no version") << QByteArray(R"({"uptime":"2026-11-21T22:54:38.935Z","versionInfo":{}})")
                                << false;
    QTest::newRow("version a list") << QByteArray(R"({"versionInfo":[]})") << false;
    QTest::newRow("a list") << QByteArray("[]") << false;
}

void TestAlertmanagerPages::badStatus()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isRead);
    const auto status = readAlertmanagerStatus(page(body));
    QCOMPARE(status.has_value(), isRead);
    QVERIFY(!status || status->startedAt == Timestamp{});
}

QTEST_GUILESS_MAIN(TestAlertmanagerPages)
#include "tst_alertmanager_pages.moc"
