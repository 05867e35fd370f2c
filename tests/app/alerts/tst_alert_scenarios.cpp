// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertDesk.h"
#include "app/compose/FleetSession.h"
#include "app/compose/HostDesk.h"
#include "app/demo/DemoHost.h"
#include "app/demo/DemoScenario.h"
#include "app/profile/ProfileReader.h"
#include "app/rules/RuleReader.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/core/SystemClock.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <span>

using namespace stowage;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Six sessions share one thread here: that none of them stalls is not theirs to promise.
std::vector<AlertRule> rulesWithoutStalls()
{
    std::vector<AlertRule> own = ownRules().value();
    std::erase_if(own, [](const AlertRule& rule) { return rule.id != u"stowage-stalls"_s; });
    for (AlertRule& rule : own) {
        rule.isOn = false;
    }
    return own;
}

/// Stowage without a face upon a simulated fleet that lives on a thread of its own.
struct Stage
{
    bool start(const QString& scenario)
    {
        QSignalSpy started(&fleet, &DemoHost::started);
        begunAt = clock.monotonic();
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
        profile->rules = rulesWithoutStalls();
        const NameScouts names{&fleet.resolver(), &fleet.resolver(), DemoResolver::Every};
        session =
            std::make_unique<FleetSession>(*profile, SessionOptions{folder.path(), Millis{0}, names}, clock);
        QObject::connect(session.get(), &FleetSession::arrived, &session->fleet(), &Fleet::apply);
        QObject::connect(session.get(), &FleetSession::arrived, &session->hosts().book(), &HostBook::apply);
        QObject::connect(&session->alerts().incidents(), &IncidentBook::changed, session.get(),
                         [this] { most = std::max(most, incidents().size()); });
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

    std::span<const Incident> incidents() const { return session->alerts().incidents().incidents(); }

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

    SystemClock clock;
    QTemporaryDir folder;
    QByteArray profileJson;
    DemoHost fleet{DemoSize::ofNodes(48)};
    Millis begunAt{0};
    std::unique_ptr<FleetSession> session;
    size_t most = 0; ///< incidents at once, on the way
};

/// What an incident's title must say, each of them.
QStringList saidOf(const QString& scenario, const QString& subject)
{
    static const QHash<QString, QStringList> Said{
        {u"calm/eu-c-02"_s, {u"^node eu-c-02 "_s, u"serve"_s}},
        {u"calm/eu-c-11"_s, {u"^node eu-c-11 is gone"_s}},
        {u"dead-peer/eu-b-17"_s, {u"^node eu-b-17 is gone: [0-9]+ layers have one copy left$"_s}},
        {u"registry-cpu/registry-1"_s, {u"^registry-1 .*CPU"_s, u"[0-9]"_s}},
        {u"host-oom/db-4"_s, {u"db-4"_s, u"memory"_s}},
        {u"aaaa/hub"_s, {u"hub\\.demo"_s, u"IPv6 is dark"_s, u"IPv4 is unaffected"_s}},
        {u"nix-gc/builder-2"_s, {u"builder-2"_s, u"fill"_s}},
    };
    return Said.value(scenario + u'/' + subject);
}

} // namespace

/// The stages of the demonstration, with as many incidents as a person would name. All of them play at once
/// and in their own time, which on a hurried clock a busy machine would not keep up with.
class TestAlertScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const DemoScenario& scenario : demoScenarios()) {
            auto stage = std::make_unique<Stage>();
            QVERIFY(stage->start(QString::fromUtf8(scenario.name)));
            m_stages.insert_or_assign(QString::fromUtf8(scenario.name), std::move(stage));
        }
    }

    /// Another process acknowledges; then the program starts anew over the same folder.
    void actsAndRestarts()
    {
        Stage& stage = *m_stages.at(u"nix-gc"_s);
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
        QVERIFY2(stage.incidents().size() == 1, qPrintable(stage.words()));
    }

    void asManyAsAPersonWouldName_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("dead-peer") << 150;
        QTest::newRow("host-oom") << 150;
        QTest::newRow("nix-gc") << 150;
        QTest::newRow("aaaa") << 160;
        QTest::newRow("calm") << 200;
        QTest::newRow("registry-cpu") << 215;
    }

    void asManyAsAPersonWouldName()
    {
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        QFETCH(const int, seconds);
        QVERIFY(m_stages.contains(name));
        Stage& stage = *m_stages.at(name);
        const DemoScenario scenario = *findDemoScenario(name);
        while (stage.clock.monotonic() < stage.begunAt + std::chrono::seconds(seconds)) {
            QTest::qWait(250);
        }
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
            const QString title = std::ranges::find_if(named, isOfIt)->title;
            const QStringList said = saidOf(name, subject.name);
            QVERIFY2(!said.isEmpty(), truth.subject);
            for (const QString& words : said) {
                QVERIFY2(title.contains(QRegularExpression(words)), qPrintable(title));
            }
        }
    }

private:
    std::map<QString, std::unique_ptr<Stage>> m_stages;
};

QTEST_GUILESS_MAIN(TestAlertScenarios)
#include "tst_alert_scenarios.moc"
