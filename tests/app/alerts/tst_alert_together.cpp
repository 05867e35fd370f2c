// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"
#include "models/hosts/HostBook.h"
#include "tests/app/alerts/AlertRig.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 60'000;

AlertPolicy patientPolicy()
{
    AlertPolicy policy;
    policy.usual.cooldown = Millis{0};
    policy.usual.flapTurns = 0;
    return policy;
}

/// A Stowage of which nothing but the desk is there, over a real log.
struct DeskOnDisk
{
    DeskOnDisk(const QString& folder, const Clock& c)
        : clock(c), fleet(c), hosts(fleet, c),
          desk(fleet, hosts, patientPolicy(), std::make_unique<SqliteAlertLog>(folder, c), c)
    {
    }

    bool restore()
    {
        QSignalSpy restored(&desk, &AlertDesk::restored);
        desk.restore();
        return restored.wait(Patience);
    }

    /// `names`: what stands, since `began`.
    void tell(const QString& source, const QStringList& names, Timestamp began)
    {
        Delta delta = answered(source, Freshness::Live);
        delta.alerts.isWhole = true;
        for (const QString& name : names) {
            AlertObservation alert;
            alert.key = name;
            alert.name = name;
            alert.phase = AlertPhase::Firing;
            alert.subject = u"n1"_s;
            alert.startedAt = began;
            delta.alerts.alerts.push_back(alert);
        }
        desk.take(delta);
        desk.flush();
    }

    void lose(const QString& source)
    {
        desk.take(answered(source, Freshness::Offline));
        desk.flush();
    }

    const Alert* alert(const QString& name) const
    {
        const auto& alerts = desk.book().alerts();
        const auto found = std::ranges::find_if(
            alerts, [&name](const Alert& one) { return !one.key.isEmpty() && one.name == name; });
        return found == alerts.end() ? nullptr : &*found;
    }

    bool isState(const QString& name, AlertState state) const
    {
        const Alert* found = alert(name);
        return found != nullptr && found->state == state;
    }

    Delta answered(const QString& source, Freshness state) const
    {
        Delta delta;
        delta.source = source;
        delta.generation = 1;
        delta.at = clock.now();
        SourceStatus status;
        status.id = source;
        status.state = state;
        status.lastAnswer = clock.now();
        status.settled = true;
        delta.status = status;
        return delta;
    }

    const Clock& clock;
    Fleet fleet;
    HostBook hosts;
    AlertDesk desk;
};

QStringList uidsOf(const std::vector<AlertEvent>& events)
{
    QStringList uids;
    for (const AlertEvent& event : events) {
        uids << event.uid;
    }
    return uids;
}

} // namespace

/// Several desks over one log on disk: one after the other, and at the same time.
class TestAlertTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_began = m_clock.now() - 5min;
    }

    void twoProgramsTellNothingTwice()
    {
        const QString folder = m_folder->path();
        QStringList before;
        {
            DeskOnDisk one(folder, m_clock);
            DeskOnDisk other(folder, m_clock);
            QVERIFY(one.restore());
            QVERIFY(other.restore());
            for (int round = 0; round < 3; ++round) {
                one.tell(u"hub"_s, {u"Full"_s, u"Hot"_s}, m_began);
                other.tell(u"hub"_s, {u"Full"_s, u"Hot"_s}, m_began);
            }
            for (int round = 0; round < 3; ++round) {
                other.tell(u"hub"_s, {u"Full"_s}, m_began);
                one.tell(u"hub"_s, {u"Full"_s}, m_began);
            }
            const auto isSame = [&](const DeskOnDisk& each) {
                return each.isState(u"Full"_s, AlertState::Firing) &&
                       each.isState(u"Hot"_s, AlertState::Resolved) &&
                       each.desk.incidents().ofAlert(each.alert(u"Full"_s)->key) != nullptr;
            };
            QTRY_VERIFY_WITH_TIMEOUT(isSame(one) && isSame(other), Patience);
            const QString key = one.alert(u"Full"_s)->key;
            one.desk.close();
            other.desk.close();
            QCOMPARE(one.desk.incidents().ofAlert(key)->id, other.desk.incidents().ofAlert(key)->id);
            QCOMPARE(one.desk.incidents().ofAlert(key)->told, other.desk.incidents().ofAlert(key)->told);
            const auto events = loggedEvents(folder, m_clock);
            QCOMPARE(repeatedUid(events), QString());
            QCOMPARE(turnsOf(events, key), u"fired"_s);
            QCOMPARE(turnsOf(events, one.alert(u"Hot"_s)->key), u"fired ended"_s);
            before = uidsOf(events);
        }
        DeskOnDisk again(folder, m_clock);
        QVERIFY(again.restore());
        again.tell(u"hub"_s, {u"Full"_s}, m_began);
        again.tell(u"hub"_s, {u"Full"_s}, m_began);
        again.desk.close();
        QCOMPARE(uidsOf(loggedEvents(folder, m_clock)), before);
    }

    void whatAnotherToldOfASilentSource()
    {
        DeskOnDisk one(m_folder->path(), m_clock);
        DeskOnDisk other(m_folder->path(), m_clock);
        QVERIFY(one.restore());
        QVERIFY(other.restore());
        other.lose(u"hub"_s);
        one.tell(u"hub"_s, {u"Full"_s}, m_began);
        QTRY_VERIFY_WITH_TIMEOUT(other.isState(u"Full"_s, AlertState::Unknown), Patience);
        one.tell(u"hub"_s, {}, m_began);
        QTRY_VERIFY_WITH_TIMEOUT(other.isState(u"Full"_s, AlertState::Resolved), Patience);

        // It answers here too, and is believed; nobody tells anything twice.
        other.tell(u"hub"_s, {u"Hot"_s}, m_began);
        one.tell(u"hub"_s, {u"Hot"_s}, m_began);
        const QString hot = other.alert(u"Hot"_s)->key;
        const QString full = other.alert(u"Full"_s)->key;
        QVERIFY(other.isState(u"Hot"_s, AlertState::Firing));
        one.desk.close();
        other.desk.close();
        const auto events = loggedEvents(m_folder->path(), m_clock);
        QCOMPARE(repeatedUid(events), QString());
        QCOMPARE(turnsOf(events, full), u"fired ended"_s);
        QCOMPARE(turnsOf(events, hot), u"fired"_s);
    }

    void aSourceThatWasTakenOutOfTheProfile()
    {
        const QString folder = m_folder->path();
        {
            DeskOnDisk first(folder, m_clock);
            QVERIFY(first.restore());
            first.tell(u"hub"_s, {u"Full"_s}, m_began);
            first.tell(u"am"_s, {u"Hot"_s}, m_began);
        }
        DeskOnDisk later(folder, m_clock);
        later.desk.keepSources({u"hub"_s});
        QVERIFY(later.restore());
        later.desk.flush();
        QVERIFY(later.isState(u"Hot"_s, AlertState::Unknown)); // until those that there are have spoken
        QVERIFY(later.isState(u"Full"_s, AlertState::Unknown));
        later.lose(u"hub"_s);
        QVERIFY(later.isState(u"Hot"_s, AlertState::Resolved));
        QVERIFY(later.isState(u"Full"_s, AlertState::Unknown));
        const QString hot = later.alert(u"Hot"_s)->key;
        later.desk.close();
        QCOMPARE(turnsOf(loggedEvents(folder, m_clock), hot), u"fired ended"_s);
    }

private:
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    Timestamp m_began{};
};

QTEST_GUILESS_MAIN(TestAlertTogether)
#include "tst_alert_together.moc"
