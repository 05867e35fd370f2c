// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Fleet.h"
#include "tests/support/ManualClock.h"
#include "tests/views/shell/SampleFleet.h"
#include "views/fleet/FleetPage.h"
#include "views/fleet/NodeFacts.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"
#include "views/widgets/Tile.h"

#include <QLineEdit>

using namespace stowage;
using Kind = FleetState::Kind;

namespace {

struct Stage
{
    Stage()
    {
        page.resize(1'300, 800);
        page.setActive(true);
        page.show();
    }

    void apply(const Delta& delta)
    {
        fleet.apply(delta);
        fleet.flush();
    }

    void age(Millis by)
    {
        clock.advance(by);
        fleet.judgeAges();
        fleet.flush();
        page.tick();
    }

    const Notice* notice() const { return page.findChild<StatefulView*>()->notice(); }
    Table* table() const { return page.findChild<Table*>(); }
    QString cell(int row, const char* column) const
    {
        const auto* model = qobject_cast<const EntityTableModel*>(table()->model());
        return model->index(row, model->columnOf(QString::fromLatin1(column))).data().toString();
    }

    Theme theme = Theme::builtIn(QStringLiteral("dark"));
    test::ManualClock clock;
    Fleet fleet{clock};
    FleetPage page{fleet, clock, theme};
};

} // namespace

class TestFleetPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyWithoutSources()
    {
        Stage stage;
        QCOMPARE(stage.page.state().kind, Kind::Empty);
        QVERIFY(!stage.table()->isVisible());
        QSignalSpy links(&stage.page, &Page::linkActivated);
        QTest::mouseClick(visibleButton(stage.page), Qt::LeftButton);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0][0].value<Link>().page, QStringLiteral("sources"));
    }

    void loadingUntilSomebodyAnswers()
    {
        Stage stage;
        Delta asked = test::sampleStatus(stage.clock, QStringLiteral("peers"), QStringLiteral("spegel"));
        asked.status->settled = false;
        asked.status->state = Freshness::Unseen;
        asked.status->lastAnswer = {};
        stage.apply(asked);
        QCOMPARE(stage.page.state().kind, Kind::Loading);
        QVERIFY(stage.notice()->why.contains(QStringLiteral("peers")));
        stage.age(std::chrono::seconds{12});
        QVERIFY2(stage.notice()->why.contains(QStringLiteral("12 s")), qPrintable(stage.notice()->why));
        QVERIFY(stage.notice()->why.endsWith(QLatin1Char('.')));
    }

    void addressOfAStaleNodeIsSaidToBeOld()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        const auto address = [&stage] {
            const Node& node = stage.fleet.node(*stage.fleet.findNode(QStringLiteral("eu-b-04")));
            for (const Detail& detail : nodeDetails(stage.fleet, node)) {
                if (detail.name.contains(QStringLiteral("ddress"))) {
                    return QStringLiteral("%1|%2").arg(detail.name, detail.note);
                }
            }
            return QString();
        };
        QCOMPARE(address(), QStringLiteral("Address|"));
        stage.age(std::chrono::minutes{12});
        QCOMPARE(address(), QStringLiteral("Last address|as of 12 min ago"));
    }

    void tilesShowADashBeforeNodesAreKnown()
    {
        Stage stage;
        const auto texts = [&stage] {
            QStringList values;
            for (const Tile* tile : stage.page.findChildren<Tile*>()) {
                values << tile->text().value;
            }
            return values;
        };
        QCOMPARE(texts().first(), QStringLiteral("–"));
        QCOMPARE(texts()[1], QStringLiteral("–"));
        stage.apply(test::samplePeers(stage.clock));
        QVERIFY(!texts().first().contains(QStringLiteral("–")));
    }

    void steadinessIsTold()
    {
        Stage stage;
        Delta delta = test::samplePeers(stage.clock);
        NodeObservation& seen = delta.nodes[9];
        const QString name = seen.name;
        seen.state = NodeState::Gone;
        seen.since = stage.clock.now() - std::chrono::minutes{3};
        seen.recordsUntil = stage.clock.now() + std::chrono::minutes{16};
        seen.stability.restarts = 2;
        seen.stability.restartedAt = stage.clock.now() - std::chrono::hours{1};
        stage.apply(delta);
        QStringList all;
        for (const Detail& detail : nodeDetails(stage.fleet, stage.fleet.node(*stage.fleet.findNode(name)))) {
            all << detail.name + QLatin1Char(' ') + detail.value;
        }
        QVERIFY2(all.contains(QStringLiteral("Gone since 3 min ago")),
                 qPrintable(all.join(QLatin1Char('|'))));
        QVERIFY2(all.contains(QStringLiteral("Advertised for 16 min more")),
                 qPrintable(all.join(QLatin1Char('|'))));
        QVERIFY2(all.filter(QStringLiteral("Restarted 2 times, last 1 h")).size() == 1,
                 qPrintable(all.join(QLatin1Char('|'))));
    }

    void emptyWhenNobodyTellsOfNodes()
    {
        Stage stage;
        stage.apply(test::sampleRegistry(stage.clock));
        QCOMPARE(stage.page.state().kind, Kind::Empty);
        QVERIFY(stage.notice()->why.contains(QStringLiteral("spegel")));
    }

    void failedSaysWhyAndReadsAnew()
    {
        Stage stage;
        Delta failed = test::sampleStatus(stage.clock, QStringLiteral("peers"), QStringLiteral("spegel"));
        failed.status->state = Freshness::Offline;
        failed.status->lastAnswer = {};
        failed.status->error =
            Error{ErrorKind::Connect, QStringLiteral("connection refused"), QStringLiteral("peers"), {}, {}};
        stage.apply(failed);
        QCOMPARE(stage.page.state().kind, Kind::Failed);
        QVERIFY(stage.notice()->what.contains(QStringLiteral("peers")));
        QVERIFY(stage.notice()->why.contains(QStringLiteral("connection refused")));
        QSignalSpy refresh(&stage.page, &Page::refreshRequested);
        QTest::mouseClick(visibleButton(stage.page), Qt::LeftButton);
        QCOMPARE(refresh.size(), 1);
    }

    void readyHasNothingToSay()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        QCOMPARE(stage.page.state().kind, Kind::Ready);
        QCOMPARE(stage.notice(), nullptr);
        QVERIFY(stage.table()->isVisible());
    }

    void partialNamesTheSource()
    {
        Stage stage;
        for (const Delta& delta : test::sampleSources(stage.clock)) {
            stage.apply(delta);
        }
        QCOMPARE(stage.page.state().kind, Kind::Partial);
        QVERIFY(stage.notice()->what.contains(QStringLiteral("registry-3")));
        QVERIFY(stage.table()->isVisible());
        QCOMPARE(stage.page.state().source, QStringLiteral("registry-3"));
    }

    void staleSaysSinceWhen()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        stage.age(std::chrono::minutes{12});
        QCOMPARE(stage.page.state().kind, Kind::Stale);
        QVERIFY(stage.notice()->what.contains(QStringLiteral("12 min")));
        QVERIFY(stage.notice()->why.contains(QStringLiteral("22:00:00 UTC")));
        QVERIFY(stage.table()->isVisible());
    }

    void worstFirst()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        QCOMPARE(stage.cell(0, "name"), QStringLiteral("eu-b-06"));
        QCOMPARE(stage.cell(1, "name"), QStringLiteral("eu-a-03"));
        QCOMPARE(stage.cell(2, "name"), QStringLiteral("eu-a-01"));
        QCOMPARE(stage.cell(0, "layers"), QStringLiteral("unknown"));
    }

    void slashFiltersAndEscapeGivesBack()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        stage.page.focusFilter();
        auto* line = stage.page.findChild<QLineEdit*>();
        QTest::keyClicks(line, QStringLiteral("zone:eu-c"));
        QCOMPARE(stage.table()->model()->rowCount(), 4);
        QTest::keyClicks(line, QStringLiteral(" ("));
        QVERIFY(!line->accessibleDescription().isEmpty());
        QVERIFY(stage.page.back());
        QCOMPARE(stage.table()->model()->rowCount(), 16);
        QVERIFY(!stage.page.back());
    }

    void arrowsChooseAndThePanelFollows()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        stage.table()->setCurrentIndex(stage.table()->model()->index(0, 0));
        QSignalSpy items(&stage.page, &Page::itemChanged);
        QTest::keyClick(stage.table(), Qt::Key_Down);
        QCOMPARE(stage.page.item(), QStringLiteral("eu-a-03"));
        QVERIFY(items.size() >= 1);
        QTest::keyClick(stage.table(), Qt::Key_End);
        QVERIFY(stage.page.item().startsWith(QStringLiteral("eu-c")));
    }

    void openFindsANodeBehindTheFilter()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        stage.page.findChild<QLineEdit*>()->setText(QStringLiteral("eu-c"));
        QVERIFY(stage.page.open(QStringLiteral("eu-b-04")));
        QCOMPARE(stage.page.item(), QStringLiteral("eu-b-04"));
        QVERIFY(!stage.page.open(QStringLiteral("nobody")));
    }

    void narrowTablesKeepWhatMatters()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        const auto isShown = [&stage](const char* column) {
            const auto* model = qobject_cast<const EntityTableModel*>(stage.table()->model());
            return !stage.table()->isColumnHidden(model->columnOf(QString::fromLatin1(column)));
        };
        stage.page.resize(1'400, 700);
        QVERIFY(isShown("hits") && isShown("resolve") && isShown("sources"));
        stage.page.resize(950, 700);
        QVERIFY(!isShown("identity"));
        QVERIFY(!isShown("sources"));
        QVERIFY(isShown("hits"));
        QVERIFY(isShown("state") && isShown("name") && isShown("bytes") && isShown("age"));
        QVERIFY(!isShown("severity"));
        stage.page.resize(1'600, 700);
        QVERIFY(isShown("identity") && isShown("sources"));
    }

    void selectionStaysOnItsNode()
    {
        Stage stage;
        stage.apply(test::samplePeers(stage.clock));
        QVERIFY(stage.page.open(QStringLiteral("eu-b-04")));
        stage.clock.advance(Millis{1'000});
        Delta delta = test::samplePeers(stage.clock);
        delta.nodes[9].state = NodeState::Gone;
        QCOMPARE(delta.nodes[9].name, QStringLiteral("eu-b-04"));
        stage.apply(delta);
        QCOMPARE(stage.page.item(), QStringLiteral("eu-b-04"));
        QVERIFY(stage.table()->currentRow() < 3);
    }

    void hiddenPageCatchesUpWhenShown()
    {
        Stage stage;
        stage.page.setActive(false);
        stage.apply(test::samplePeers(stage.clock));
        QCOMPARE(stage.page.state().kind, Kind::Empty);
        stage.page.setActive(true);
        QCOMPARE(stage.page.state().kind, Kind::Ready);
    }

    void wholeImagesOfANode()
    {
        Stage stage;
        stage.apply(test::sampleRegistry(stage.clock));
        stage.apply(test::samplePeers(stage.clock));
        const auto whole = [&stage](const char* node) {
            QStringList names;
            for (const LineItem& item :
                 imagesHeldWhole(stage.fleet, *stage.fleet.findNode(QString::fromLatin1(node)))) {
                names << item.text;
            }
            return names;
        };
        QVERIFY(whole("eu-b-04").contains(QStringLiteral("team/web:2.0")));
        QVERIFY(!whole("eu-c-04").contains(QStringLiteral("team/web:2.0")));
        QVERIFY(whole("eu-c-04").contains(QStringLiteral("infra/agent:latest")));
        QCOMPARE(whole("eu-b-06"), QStringList());
    }

private:
    static QWidget* visibleButton(const QWidget& page)
    {
        const auto buttons = page.findChild<StatefulView*>()->findChildren<Chip*>();
        const auto found =
            std::find_if(buttons.begin(), buttons.end(), [](const Chip* chip) { return chip->isVisible(); });
        return found == buttons.end() ? nullptr : *found;
    }
};

QTEST_MAIN(TestFleetPage)
#include "tst_fleet_page.moc"
