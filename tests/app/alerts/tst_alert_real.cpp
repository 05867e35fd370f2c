// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/SystemClock.h"
#include "tests/app/alerts/AlertRig.h"
#include "tests/support/RealAlertmanager.h"
#include "tests/support/RealPrometheus.h"
#include "tests/support/RealRegistry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 180'000;

const char* const Rules = "groups:\n"
                          "- name: lab\n"
                          "  rules:\n"
                          "  - {alert: TargetDown, expr: up == 0, for: 2s, labels: {severity: page},"
                          " annotations: {summary: \"target {{ $labels.instance }} is down\"}}\n";

QByteArray sourceJson(const char* id, const char* kind, const QByteArray& url)
{
    return QByteArray(R"({"id": ")") + id + R"(", "kind": ")" + kind + R"(", "url": ")" + url +
           R"(", "pollSeconds": 1})";
}

} // namespace

/// A registry that Debian's Prometheus scrapes and tells Debian's Alertmanager of, and Stowage upon both of
/// them, as its users have it.
class TestAlertReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDeadTargetIsOneIncidentUntilItLives();
    void whoIsKilledEndsNothing();
    void whatNobodySendsAnyMoreHasNotEnded();

private:
    /// Whether Prometheus has evaluated its rules once.
    bool isJudging() const
    {
        const QByteArray rules = fetchNow(m_prometheus->url() + "/api/v1/rules");
        return rules.contains("\"lastEvaluation\"") && !rules.contains("0001-01-01");
    }
    bool isDown(size_t witnesses) const { return m_rig->isTold(Down, witnesses); }
    IncidentState incidentState() const
    {
        const auto found = m_rig->incidents(Down);
        return found.size() == 1 ? found.front().state : IncidentState::Resolved;
    }
    /// Whether both sources were read some more times.
    bool awaitPolls(int polls);

    /// Whether Alertmanager may not have been told of all alerts yet.
    bool isYoung() const
    {
        return std::ranges::any_of(m_rig->fleet().sources(), [](const Source& source) {
            return source.status.warnings.join(u' ').contains(u"anew"_s);
        });
    }
    bool isListed() const
    {
        return fetchNow(m_alertmanager->url() + "/api/v2/alerts").contains(Down.toUtf8());
    }

    const QString Down = u"TargetDown"_s;
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RealRegistry> m_target;
    std::unique_ptr<RealAlertmanager> m_alertmanager;
    std::unique_ptr<RealPrometheus> m_prometheus;
    std::unique_ptr<AlertRig> m_rig;
    QString m_data;
};

void TestAlertReal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_target = std::make_unique<RealRegistry>(m_folder->filePath(u"registry"_s));
    QVERIFY2(m_target->start(), qPrintable(m_target->error()));
    m_alertmanager = std::make_unique<RealAlertmanager>(m_folder->filePath(u"alertmanager"_s));
    QVERIFY2(m_alertmanager->start(), qPrintable(m_alertmanager->error()));
    m_prometheus = std::make_unique<RealPrometheus>(m_folder->filePath(u"prometheus"_s));
    m_prometheus->setAlerting({Rules, m_alertmanager->authority(), {}});
    const QByteArray page = m_target->metricsUrl(); // "http://127.0.0.1:5201/metrics"
    const QByteArray target = page.mid(7, page.lastIndexOf('/') - 7);
    QVERIFY2(m_prometheus->start({{"registry", {target}}}), qPrintable(m_prometheus->error()));
    QTRY_VERIFY_WITH_TIMEOUT(isJudging(), Patience); // until then it is not believed what has ended
    m_data = m_folder->filePath(u"data"_s);
    m_rig = std::make_unique<AlertRig>('[' + sourceJson("prom", "prometheus", m_prometheus->url()) + ',' +
                                           sourceJson("am", "alertmanager", m_alertmanager->url()) + ']',
                                       m_data, m_clock);
    QVERIFY2(m_rig->error().isEmpty(), qPrintable(m_rig->error()));
    m_rig->start();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_rig->desk().isRestored() && m_rig->deltas(u"am"_s) > 1 && m_rig->deltas(u"prom"_s) > 1, Patience);
    QVERIFY(m_rig->alert(Down) == nullptr);

    m_target->stop();
    QTRY_VERIFY2_WITH_TIMEOUT(isDown(2), qPrintable(m_rig->words()), Patience);
}

void TestAlertReal::cleanup()
{
    m_rig.reset();
    m_prometheus.reset();
    m_alertmanager.reset();
    m_target.reset();
    m_folder.reset();
}

bool TestAlertReal::awaitPolls(int polls)
{
    const int prom = m_rig->deltas(u"prom"_s) + polls;
    const int am = m_rig->deltas(u"am"_s) + polls;
    return QTest::qWaitFor([&] { return m_rig->deltas(u"prom"_s) >= prom && m_rig->deltas(u"am"_s) >= am; },
                           Patience);
}

void TestAlertReal::aDeadTargetIsOneIncidentUntilItLives()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->incidents(Down).size(), 1U, Patience);
    QCOMPARE(m_rig->count(Down), 1);
    const Alert alert = *m_rig->alert(Down);
    QCOMPARE(alert.witnesses.size(), 2U);
    QCOMPARE(alert.severity, AlertSeverity::Critical);
    const Incident incident = m_rig->incidents(Down).front();
    QCOMPARE(incident.state, IncidentState::Open);
    QCOMPARE(incident.told, 1U);
    QVERIFY(awaitPolls(3));
    QCOMPARE(m_rig->count(Down), 1);
    QCOMPARE(m_rig->incidents(Down).size(), 1U);
    QVERIFY(isDown(2));

    QVERIFY2(m_target->start(), qPrintable(m_target->error()));
    QTRY_VERIFY2_WITH_TIMEOUT(m_rig->isState(Down, AlertState::Resolved), qPrintable(m_rig->words()),
                              Patience);
    QTRY_COMPARE_WITH_TIMEOUT(incidentState(), IncidentState::Resolved, Patience);
    QCOMPARE(m_rig->incidents(Down).front().id, incident.id);
    m_rig->stop();
    const auto events = loggedEvents(m_data, m_clock);
    QVERIFY2(turnsOf(events, alert.key).startsWith(u"fired"_s), qPrintable(turnsOf(events, alert.key)));
    QVERIFY2(turnsOf(events, alert.key).endsWith(u"ended"_s), qPrintable(turnsOf(events, alert.key)));
    QCOMPARE(turnsOf(events, alert.key).count(u"fired"_s), 1);
    QCOMPARE(turnsOf(events, alert.key).count(u"ended"_s), 1);
    QCOMPARE(repeatedUid(m_rig->told()), QString());
}

void TestAlertReal::whoIsKilledEndsNothing()
{
    const QString key = m_rig->alert(Down)->key;
    m_alertmanager->kill();
    QTRY_VERIFY2_WITH_TIMEOUT(isDown(1), qPrintable(m_rig->words()), Patience);
    QVERIFY(awaitPolls(3));
    QVERIFY(isDown(1)); // it stands by Prometheus
    QCOMPARE(m_rig->alert(Down)->witnesses.size(), 2U);
    QTRY_COMPARE_WITH_TIMEOUT(incidentState(), IncidentState::Open, Patience);
    const QString id = m_rig->incidents(Down).front().id;
    QCOMPARE(turnsOf(m_rig->told(), key), u"fired"_s);

    m_prometheus->kill();
    QTRY_VERIFY2_WITH_TIMEOUT(m_rig->isState(Down, AlertState::Unknown), qPrintable(m_rig->words()),
                              Patience);
    QTRY_COMPARE_WITH_TIMEOUT(incidentState(), IncidentState::Unknown, Patience);
    QVERIFY(awaitPolls(5));
    QVERIFY(m_rig->isState(Down, AlertState::Unknown));
    QCOMPARE(incidentState(), IncidentState::Unknown);
    QCOMPARE(turnsOf(m_rig->told(), key), u"fired lost"_s);

    // Both are there again and begin from nothing, while the target is dead still: Prometheus may tell it
    // with another beginning than before.
    QVERIFY2(m_alertmanager->start(), qPrintable(m_alertmanager->error()));
    QVERIFY2(m_prometheus->restart(), qPrintable(m_prometheus->error()));
    QTRY_VERIFY2_WITH_TIMEOUT(isDown(2), qPrintable(m_rig->words()), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(incidentState(), IncidentState::Open, Patience);
    QVERIFY(awaitPolls(5));
    QCOMPARE(incidentState(), IncidentState::Open);
    QCOMPARE(m_rig->incidents(Down).front().id, id);
    QCOMPARE(m_rig->incidents(Down).front().reopened, 0U);
    QCOMPARE(m_rig->count(Down), 1);
    m_rig->stop();
    const auto events = loggedEvents(m_data, m_clock);
    qInfo().noquote() << turnsOf(events, key);
    QVERIFY2(turnsOf(events, key).startsWith(u"fired lost"_s), qPrintable(turnsOf(events, key)));
    QCOMPARE(repeatedUid(events), QString());
    QCOMPARE(repeatedUid(m_rig->told()), QString());
}

/// With Alertmanager as the only source: it lets an alert go when its Prometheus is dead, without a word.
void TestAlertReal::whatNobodySendsAnyMoreHasNotEnded()
{
    m_rig.reset();
    m_data = m_folder->filePath(u"other"_s);
    m_rig = std::make_unique<AlertRig>('[' + sourceJson("am", "alertmanager", m_alertmanager->url()) + ']',
                                       m_data, m_clock);
    QVERIFY2(m_rig->error().isEmpty(), qPrintable(m_rig->error()));
    m_rig->start();
    QTRY_VERIFY2_WITH_TIMEOUT(isDown(1), qPrintable(m_rig->words()), Patience);
    const QString key = m_rig->alert(Down)->key;
    m_prometheus->kill();
    QTRY_VERIFY2_WITH_TIMEOUT(!isListed(), "it lists it for ever", Patience);
    QTRY_VERIFY2_WITH_TIMEOUT(m_rig->isState(Down, AlertState::Unknown), qPrintable(m_rig->words()),
                              Patience);
    QTRY_COMPARE_WITH_TIMEOUT(incidentState(), IncidentState::Unknown, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!isYoung(), Patience); // until then all that is missing is unknown
    const int polls = m_rig->deltas(u"am"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->deltas(u"am"_s) > polls + 3, Patience);
    QVERIFY(m_rig->isState(Down, AlertState::Unknown));
    QCOMPARE(turnsOf(m_rig->told(), key), u"fired lost"_s);

    // It is alive again, and the target dead still; then the target lives, and that it says.
    QVERIFY2(m_prometheus->restart(), qPrintable(m_prometheus->error()));
    QTRY_VERIFY2_WITH_TIMEOUT(isDown(1), qPrintable(m_rig->words()), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(incidentState(), IncidentState::Open, Patience);
    QCOMPARE(turnsOf(m_rig->told(), key).section(u' ', 0, 2), u"fired lost found"_s);
    QVERIFY2(m_target->start(), qPrintable(m_target->error()));
    QTRY_VERIFY2_WITH_TIMEOUT(m_rig->isState(Down, AlertState::Resolved), qPrintable(m_rig->words()),
                              Patience);
    QTRY_COMPARE_WITH_TIMEOUT(incidentState(), IncidentState::Resolved, Patience);
    QCOMPARE(repeatedUid(m_rig->told()), QString());
}

QTEST_GUILESS_MAIN(TestAlertReal)
#include "tst_alert_real.moc"
