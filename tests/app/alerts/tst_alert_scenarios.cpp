// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertDesk.h"
#include "app/compose/FleetSession.h"
#include "app/compose/HostDesk.h"
#include "app/demo/DemoFleet.h"
#include "app/demo/DemoScenario.h"
#include "app/profile/ProfileReader.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The machine's time, but faster: minutes of a scenario pass in seconds.
class HurriedClock final : public Clock
{
public:
    explicit HurriedClock(int times) : m_times(times), m_from(m_real.now()), m_began(m_real.monotonic()) {}

    Timestamp now() const override { return m_from + monotonic(); }
    Millis monotonic() const override { return (m_real.monotonic() - m_began) * m_times; }
    void after(Millis delay, QObject* context, std::function<void()> then) const override
    {
        m_real.after(delay / m_times, context, std::move(then));
    }

private:
    SystemClock m_real;
    const int m_times;
    const Timestamp m_from;
    const Millis m_began;
};

/// Stowage without a face upon a simulated fleet, all in one process.
struct Stage
{
    explicit Stage(const QString& folder) : dataFolder(folder) {}

    bool start(const QString& scenario) { return fleet.start(scenario).has_value() && connectTo(); }

    bool connectTo()
    {
        const auto profile = ProfileReader::read(fleet.profileJson(), u"demo"_s);
        if (!profile) {
            return false;
        }
        session = std::make_unique<FleetSession>(*profile, SessionOptions{dataFolder, {}}, clock);
        QObject::connect(session.get(), &FleetSession::arrived, &session->fleet(), &Fleet::apply);
        QObject::connect(session.get(), &FleetSession::arrived, &session->hosts().book(), &HostBook::apply);
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

    /// All but those of sources that are silent for a while and of our own stalls: this machine's slowness is
    /// none of the stage's.
    std::vector<Incident> named() const
    {
        const auto isOfTheStage = [](const Incident& incident) {
            return std::ranges::none_of(incident.subjects, [](const AlertSubject& subject) {
                return subject.kind == SubjectKind::Source || subject.kind == SubjectKind::Stowage;
            });
        };
        std::vector<Incident> incidents;
        std::ranges::copy_if(session->alerts().incidents().incidents(), std::back_inserter(incidents),
                             isOfTheStage);
        return incidents;
    }

    QString words() const
    {
        QStringList lines;
        for (const Incident& incident : session->alerts().incidents().incidents()) {
            lines << u"%1 [%2] %3: %4 alerts of %5"_s
                         .arg(incident.id, incidentStateName(incident.state), incident.title)
                         .arg(incident.members.size())
                         .arg(incident.subjects.empty() ? QString() : incident.subjects.front().name);
            for (const IncidentMember& member : incident.members) {
                lines << u"    %1 %2 %3"_s.arg(member.name, member.subject.name, belongingName(member.why));
            }
        }
        return lines.join(u'\n');
    }

    HurriedClock clock{4};
    QString dataFolder;
    DemoFleet fleet{clock, DemoSize::ofNodes(48)};
    std::unique_ptr<FleetSession> session;
};

} // namespace

/// The stages of the demonstration, with as many incidents as a person would name.
class TestAlertScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asManyAsAPersonWouldName_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("dead-peer") << 150;
        QTest::newRow("host-oom") << 150;
        QTest::newRow("nix-gc") << 120;
    }

    void asManyAsAPersonWouldName()
    {
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        QFETCH(const int, seconds);
        const QTemporaryDir folder;
        Stage stage(folder.path());
        QVERIFY(stage.start(name));
        const DemoScenario scenario = *findDemoScenario(name);
        const Millis until = stage.clock.monotonic() + std::chrono::seconds(seconds);
        while (stage.clock.monotonic() < until) {
            QTest::qWait(250);
        }
        const auto named = stage.named();
        qInfo().noquote() << stage.words();
        QVERIFY2(named.size() == scenario.truth.size(), qPrintable(stage.words()));
        for (const DemoTruth& truth : scenario.truth) {
            const AlertSubject subject{truth.kind, QString::fromUtf8(truth.subject)};
            const auto isOfIt = [&subject](const Incident& incident) {
                return std::ranges::find(incident.subjects, subject) != incident.subjects.end();
            };
            QVERIFY2(std::ranges::count_if(named, isOfIt) == 1, qPrintable(stage.words()));
        }
        stage.session->stop();
        stage.fleet.stop();
    }

    /// Another process acknowledges; then the program starts anew over the same folder.
    void actsAndRestarts()
    {
        const QTemporaryDir folder;
        Stage stage(folder.path());
        QVERIFY(stage.start(u"dead-peer"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!stage.named().empty(), 60'000);
        const QString id = stage.named().front().id;
        {
            const Fleet nothing(stage.clock);
            const HostBook nobody(nothing, stage.clock);
            AlertDesk other(nothing, nobody, {}, std::make_unique<SqliteAlertLog>(folder.path(), stage.clock),
                            stage.clock);
            QSignalSpy restored(&other, &AlertDesk::restored);
            other.restore();
            QVERIFY(restored.wait(30'000));
            other.flush();
            QVERIFY2(other.incidents().find(id) != nullptr, qPrintable(id));
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
        for (int i = 0; i < 20; ++i) {
            QTest::qWait(250);
        }
        QVERIFY(isAlices());
        QVERIFY2(stage.named().size() == 1, qPrintable(stage.words()));
        stage.session->stop();
        stage.fleet.stop();
    }
};

QTEST_GUILESS_MAIN(TestAlertScenarios)
#include "tst_alert_scenarios.moc"
