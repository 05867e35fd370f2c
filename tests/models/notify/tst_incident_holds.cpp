// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/IncidentHolds.h"
#include "tests/models/alerts/AlertBookFixture.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

const QString Hub = QStringLiteral("hub");
const QString Disk = QStringLiteral("Disk");
const QString One = QStringLiteral("n1");
const QString Two = QStringLiteral("n2");

/// One incident of all that the book knows, as far as it stands.
Incident incidentOf(const AlertBook& book)
{
    Incident incident;
    for (const Alert& alert : book.alerts()) {
        if (!alert.key.isEmpty()) {
            IncidentMember& member = incident.members.emplace_back();
            member.alert = alert.key;
            member.isOpen = alert.isOpen();
        }
    }
    return incident;
}

AlertMatcher ofSubject(const QString& subject)
{
    AlertMatcher matcher;
    matcher.subject = subject;
    return matcher;
}

/// Work is done on `subject` for the next hour.
AlertPolicy maintenanceOf(const QString& subject)
{
    AlertPolicy policy = AlertBookFixture::patient();
    MaintenanceWindow window;
    window.name = QStringLiteral("switch is replaced");
    window.matcher = ofSubject(subject);
    window.from = ManualClock().now() - 60s;
    window.to = window.from + 1h;
    policy.maintenance = {window};
    return policy;
}

/// The clock starts at 22:00.
AlertPolicy quietHours()
{
    AlertPolicy policy = AlertBookFixture::patient();
    QuietHours evening;
    evening.matcher = ofSubject(One);
    evening.from = 21h;
    evening.to = 23h;
    policy.quietHours = {evening};
    return policy;
}

} // namespace

class TestIncidentHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maintenance();
    void quietHoursOfSome();
    void silenceAndInhibition_data();
    void silenceAndInhibition();
    void cooldown();
    void flappingIsTold();
    void oneThatIsFreeSuffices();
    void unknownOnesSayNothing();
    void unknownToTheBook();
};

void TestIncidentHolds::maintenance()
{
    AlertBookFixture fixture(maintenanceOf(One));
    fixture.whole(Hub, {fixture.of(Disk, One)});
    QVERIFY(isHeldBack(incidentOf(fixture.book), fixture.book));
    fixture.pass(1h);
    fixture.whole(Hub, {fixture.of(Disk, One)});
    QVERIFY(!isHeldBack(incidentOf(fixture.book), fixture.book));
}

void TestIncidentHolds::quietHoursOfSome()
{
    AlertBookFixture fixture(quietHours());
    AlertObservation told = fixture.of(Disk, One);
    fixture.whole(Hub, {told});
    QVERIFY(isHeldBack(incidentOf(fixture.book), fixture.book));
    told.severity = AlertSeverity::Critical;
    fixture.whole(Hub, {told});
    QVERIFY(!isHeldBack(incidentOf(fixture.book), fixture.book));
}

void TestIncidentHolds::silenceAndInhibition_data()
{
    QTest::addColumn<QStringList>("silencedBy");
    QTest::addColumn<QStringList>("inhibitedBy");
    QTest::newRow("silenced") << QStringList(QStringLiteral("s1")) << QStringList();
    QTest::newRow("inhibited") << QStringList() << QStringList(QStringLiteral("f00"));
}

void TestIncidentHolds::silenceAndInhibition()
{
    AlertBookFixture fixture;
    AlertObservation told = fixture.of(Disk, One);
    QFETCH(QStringList, silencedBy);
    QFETCH(QStringList, inhibitedBy);
    told.silencedBy = silencedBy;
    told.inhibitedBy = inhibitedBy;
    fixture.whole(Hub, {told});
    QVERIFY(isHeldBack(incidentOf(fixture.book), fixture.book));
    told.silencedBy.clear();
    told.inhibitedBy.clear();
    fixture.whole(Hub, {told});
    QVERIFY(!isHeldBack(incidentOf(fixture.book), fixture.book));
}

void TestIncidentHolds::cooldown()
{
    AlertPolicy policy = AlertBookFixture::patient();
    policy.usual.cooldown = 5min;
    AlertBookFixture fixture(policy);
    fixture.whole(Hub, {fixture.of(Disk, One)});
    QVERIFY(!isHeldBack(incidentOf(fixture.book), fixture.book));
    fixture.pass(1min);
    fixture.whole(Hub, {});
    fixture.pass(61s);
    AlertObservation again = fixture.of(Disk, One);
    again.startedAt = fixture.clock.now();
    fixture.whole(Hub, {again});
    QVERIFY(isHeldBack(incidentOf(fixture.book), fixture.book));
    fixture.pass(3min);
    QVERIFY(!isHeldBack(incidentOf(fixture.book), fixture.book));
}

void TestIncidentHolds::flappingIsTold()
{
    AlertPolicy policy = AlertBookFixture::patient();
    policy.usual.flapTurns = 4;
    AlertBookFixture fixture(policy);
    for (int turn = 0; turn < 4; ++turn) {
        AlertObservation told = fixture.of(Disk, One);
        told.startedAt = fixture.clock.now();
        fixture.whole(Hub, turn % 2 == 0 ? std::vector{told} : std::vector<AlertObservation>{});
        fixture.pass(30s);
    }
    QCOMPARE(AlertBookFixture::holds(fixture.only()), QStringLiteral("flapping"));
    QVERIFY(!isHeldBack(incidentOf(fixture.book), fixture.book));
}

void TestIncidentHolds::oneThatIsFreeSuffices()
{
    AlertBookFixture fixture(maintenanceOf(One));
    fixture.whole(Hub, {fixture.of(Disk, One)});
    QVERIFY(isHeldBack(incidentOf(fixture.book), fixture.book));
    fixture.whole(Hub, {fixture.of(Disk, One), fixture.of(Disk, Two)});
    QVERIFY(!isHeldBack(incidentOf(fixture.book), fixture.book));
    fixture.whole(Hub, {fixture.of(Disk, One)}); // the free one is over
    QVERIFY(isHeldBack(incidentOf(fixture.book), fixture.book));
}

/// They fire no more than they end.
void TestIncidentHolds::unknownOnesSayNothing()
{
    AlertBookFixture fixture(maintenanceOf(One));
    const QString other = QStringLiteral("am");
    fixture.whole(Hub, {fixture.of(Disk, One)});
    fixture.whole(other, {fixture.of(Disk, Two)});
    fixture.book.setStanding(other, SourceStanding::Gone);
    fixture.pass(1s);
    QVERIFY(isHeldBack(incidentOf(fixture.book), fixture.book));
    fixture.book.setStanding(Hub, SourceStanding::Gone); // nothing fires, as far as anybody knows
    fixture.pass(1s);
    QVERIFY(!isHeldBack(incidentOf(fixture.book), fixture.book));
}

void TestIncidentHolds::unknownToTheBook()
{
    const AlertBookFixture fixture;
    Incident incident;
    QVERIFY(!isHeldBack(incident, fixture.book));
    incident.members.emplace_back().alert = QStringLiteral("nobody's");
    QVERIFY(!isHeldBack(incident, fixture.book));
}

QTEST_GUILESS_MAIN(TestIncidentHolds)
#include "tst_incident_holds.moc"
