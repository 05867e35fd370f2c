// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertDesk.h"
#include "app/compose/FleetSession.h"
#include "app/compose/HostDesk.h"
#include "app/demo/DemoHost.h"
#include "app/demo/DemoScenario.h"
#include "app/profile/ProfileReader.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <memory>
#include <span>

using namespace stowage;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The time of the stage: it passes by steps, each when both the watcher and the watched have had their turn.
/// Where the machine keeps up it is faster than ours; where it does not, time waits.
class StageClock final : public Clock
{
public:
    static constexpr int Times = 4; ///< faster than ours, at best
    static constexpr Millis Step{40};

    Timestamp now() const override { return m_from + monotonic(); }
    Millis monotonic() const override { return Millis{m_passed.load()}; }
    void after(Millis delay, QObject* context, std::function<void()> then) const override
    {
        await(monotonic() + delay, context, std::move(then));
    }

    void pass() { m_passed += Step.count(); }

private:
    void await(Millis due, QObject* context, std::function<void()> then) const
    {
        const Millis rest = std::max(Millis{0}, due - monotonic());
        m_real.after((rest + Millis{Times - 1}) / Times, context,
                     [this, due, context, then = std::move(then)] {
                         monotonic() >= due ? then() : await(due, context, then);
                     });
    }

    SystemClock m_real;
    const Timestamp m_from = m_real.now();
    std::atomic<qint64> m_passed{1}; ///< ms
};

/// The first time, or as a swing of an alert that flaps.
bool isFiring(const AlertEvent& event)
{
    return event.kind == AlertEventKind::Fired ||
           (event.kind == AlertEventKind::HeldBack && event.note == u"flapping: fired"_s);
}

/// Stowage without a face upon a simulated fleet that lives on a thread of its own.
struct Stage
{
    bool start(const QString& scenario)
    {
        pace();
        QSignalSpy started(&fleet, &DemoHost::started);
        fleet.start(scenario);
        if (started.isEmpty() && !started.wait(60'000)) {
            return false;
        }
        profileJson = started.first().first().toByteArray();
        return connectTo();
    }

    bool connectTo()
    {
        auto profile = ProfileReader::read(profileJson, u"demo"_s);
        if (!profile) {
            return false;
        }
        const NameScouts names{&fleet.resolver(), &fleet.resolver(), DemoResolver::Every};
        session =
            std::make_unique<FleetSession>(*profile, SessionOptions{folder.path(), Millis{0}, names}, clock);
        QObject::connect(session.get(), &FleetSession::arrived, &session->fleet(), &Fleet::apply);
        QObject::connect(session.get(), &FleetSession::arrived, &session->hosts().book(), &HostBook::apply);
        QObject::connect(&session->alerts().incidents(), &IncidentBook::changed, session.get(),
                         [this] { most = std::max(most, incidents().size()); });
        QObject::connect(&session->alerts().book(), &AlertBook::happened, session.get(),
                         [this](const std::vector<AlertEvent>& events) {
                             std::ranges::copy_if(events, std::back_inserter(fired), isFiring);
                         });
        session->start();
        judge();
        return true;
    }

    void judge()
    {
        session->fleet().judgeAges();
        session->hosts().book().judgeAges();
        clock.after(1s, session.get(), [this] { judge(); });
    }

    /// The servers have their turn, we have ours, they have theirs: a question and its answer take few steps,
    /// however slow the machine is.
    void pace()
    {
        fleet.whenServed([this] {
            fleet.whenServed([this] {
                clock.pass();
                QTimer::singleShot(StageClock::Step / StageClock::Times, Qt::PreciseTimer, &fleet,
                                   [this] { pace(); });
            });
        });
    }

    /// In the stage's own time. False when it stands still, for a server or we hang.
    bool pass(Millis by) const
    {
        const Millis until = clock.monotonic() + by;
        bool isMoving = true;
        while (isMoving && clock.monotonic() < until) {
            const Millis next = std::min(until, clock.monotonic() + 1s);
            isMoving = QTest::qWaitFor([&] { return clock.monotonic() >= next; }, 120'000);
        }
        return isMoving;
    }

    /// What was over before the stage began is of a source's history.
    std::vector<Incident> incidents() const
    {
        std::vector<Incident> incidents;
        std::ranges::copy_if(session->alerts().incidents().incidents(), std::back_inserter(incidents),
                             [this](const Incident& each) {
                                 return each.resolvedAt == Timestamp{} || each.resolvedAt > began;
                             });
        return incidents;
    }

    /// How often others than the hub told of an incident's alerts.
    quint32 toldByOthers(const Incident& incident) const
    {
        return static_cast<quint32>(std::ranges::count_if(fired, [&incident](const AlertEvent& event) {
            const bool isIn = std::ranges::find(incident.members, event.alert, &IncidentMember::alert) !=
                              incident.members.end();
            return isIn && event.source != u"hub"_s;
        }));
    }

    QString words() const
    {
        QStringList lines;
        for (const Incident& incident : incidents()) {
            lines << u"%1 [%2] %3: %4 alerts, told %5 times, of %6"_s
                         .arg(incident.id, incidentStateName(incident.state), incident.title)
                         .arg(incident.members.size())
                         .arg(incident.told)
                         .arg(incident.subjects.empty() ? QString() : incident.subjects.front().name);
            for (const IncidentMember& member : incident.members) {
                lines << u"    %1 %2 %3"_s.arg(member.name, member.subject.name, belongingName(member.why));
            }
        }
        return lines.join(u'\n');
    }

    StageClock clock;
    const Timestamp began = clock.now();
    QTemporaryDir folder;
    QByteArray profileJson;
    DemoHost fleet{DemoSize::ofNodes(48), &clock};
    std::vector<AlertEvent> fired; ///< by the book
    std::unique_ptr<FleetSession> session;
    size_t most = 0; ///< incidents at once, on the way
};

/// What an incident's title must say, each of them.
QStringList saidOf(const QString& scenario, const QString& subject)
{
    static const QHash<QString, QStringList> Said{
        {u"calm/eu-c-02"_s, {u"^node eu-c-02 "_s, u"serve"_s}},
        {u"calm/eu-c-11"_s, {u"^node eu-c-11 is gone"_s}},
        {u"dead-peer/eu-b-17"_s, {u"^node eu-b-17 is gone: "_s, u"\\b9 (layers )?have one copy left"_s}},
        {u"registry-cpu/registry-1"_s, {u"^registry-1 .*CPU"_s, u"[0-9]"_s}},
        {u"host-oom/db-4"_s, {u"db-4"_s, u"memory"_s}},
        {u"aaaa/hub"_s, {u"hub\\.demo"_s, u"IPv6 is dark"_s, u"IPv4 is unaffected"_s}},
        {u"nix-gc/builder-2"_s, {u"builder-2"_s, u"fill"_s}},
    };
    return Said.value(scenario + u'/' + subject);
}

} // namespace

/// The stages of the demonstration, with as many incidents as a person would name.
class TestAlertScenarios : public QObject
{
    Q_OBJECT

public:
    /// Where the machine is busy, the time of a stage passes slowly.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "1500000"); }

private Q_SLOTS:
    /// Another process acknowledges; then the program starts anew over the same folder.
    void actsAndRestarts()
    {
        Stage stage;
        QVERIFY(stage.start(u"nix-gc"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!stage.incidents().empty(), 60'000);
        const QString id = stage.incidents().front().id;
        {
            const Fleet nothing(stage.clock);
            const HostBook nobody(nothing, stage.clock);
            AlertDesk other(nothing, nobody, {},
                            std::make_unique<SqliteAlertLog>(stage.folder.path(), stage.clock), stage.clock);
            QSignalSpy restored(&other, &AlertDesk::restored);
            other.restore();
            QVERIFY(restored.wait(30'000));
            const auto isThere = [&] {
                other.flush();
                return other.incidents().find(id) != nullptr;
            };
            QTRY_VERIFY2_WITH_TIMEOUT(isThere(), qPrintable(id), 30'000); // once it is on disk
            QVERIFY(other.incidents().acknowledge(id, u"alice"_s, u"on it"_s));
            QVERIFY(other.incidents().takeOver(id, u"alice"_s));
            other.close();
        }
        const auto isAlices = [&] {
            const Incident* incident = stage.session->alerts().incidents().find(id);
            return incident != nullptr && incident->acknowledgedBy == u"alice"_s &&
                   incident->owner == u"alice"_s;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAlices(), 30'000);
        const quint32 told = stage.session->alerts().incidents().find(id)->told;
        stage.session->stop();
        stage.session.reset();

        QVERIFY(stage.connectTo());
        QTRY_VERIFY_WITH_TIMEOUT(stage.session->alerts().isRestored(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(isAlices(), 30'000);
        QVERIFY(stage.session->alerts().incidents().find(id)->told >= told);
        QVERIFY(stage.pass(20s));
        QVERIFY(isAlices());
        QVERIFY2(stage.incidents().size() == 1, qPrintable(stage.words()));
    }

    void asManyAsAPersonWouldName_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("dead-peer") << 120;
        QTest::newRow("host-oom") << 120;
        QTest::newRow("nix-gc") << 60;
        QTest::newRow("aaaa") << 120;
        QTest::newRow("calm") << 200;
        QTest::newRow("registry-cpu") << 230;
    }

    void asManyAsAPersonWouldName()
    {
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        QFETCH(const int, seconds);
        Stage stage;
        QVERIFY(stage.start(name));
        const DemoScenario scenario = *findDemoScenario(name);
        QVERIFY(stage.pass(std::chrono::seconds(seconds)));
        const auto named = stage.incidents();
        qInfo().noquote() << stage.words();
        QVERIFY2(named.size() == scenario.truth.size(), qPrintable(stage.words()));
        QVERIFY2(stage.most == scenario.truth.size(), qPrintable(QString::number(stage.most)));
        for (const DemoTruth& truth : scenario.truth) {
            const AlertSubject subject{truth.kind, QString::fromUtf8(truth.subject)};
            const auto isOfIt = [&subject](const Incident& incident) {
                return std::ranges::find(incident.subjects, subject.name, &AlertSubject::name) !=
                       incident.subjects.end();
            };
            QVERIFY2(std::ranges::count_if(named, isOfIt) == 1, qPrintable(stage.words()));
            const Incident& incident = *std::ranges::find_if(named, isOfIt);
            const QString& title = incident.title;
            const QStringList said = saidOf(name, subject.name);
            QVERIFY2(!said.isEmpty(), truth.subject);
            for (const QString& words : said) {
                QVERIFY2(title.contains(QRegularExpression(words)), qPrintable(title));
            }
            if (truth.messages > 1) { // each user's, none lost and none twice
                QCOMPARE(incident.told - stage.toldByOthers(incident), truth.messages);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAlertScenarios)
#include "tst_alert_scenarios.moc"
