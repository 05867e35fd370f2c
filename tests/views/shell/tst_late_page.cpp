// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Fleet.h"
#include "tests/support/ManualClock.h"
#include "views/shell/Finder.h"
#include "views/shell/FleetGate.h"
#include "views/shell/LatePage.h"
#include "views/shell/Shell.h"
#include "views/theme/ThemeStyle.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;

namespace {

/// Remembers what it was told.
class Inner : public Page
{
public:
    static Identity identity() { return {QStringLiteral("inner"), 2, QStringLiteral("fleet")}; }

    Inner() : Page(identity()) { setBadge(3); }

    QString title() const override { return QStringLiteral("Inner"); }
    std::vector<KeyHelp> keysHelp() const override
    {
        return {{QStringLiteral("x"), QStringLiteral("does x")}};
    }
    bool back() override { return true; }
    QString item() const override { return shown; }
    bool open(const QString& item) override
    {
        shown = item;
        return item != QLatin1String("missing");
    }
    std::vector<Destination> destinations() const override
    {
        return {{Destination::Kind::Node, QStringLiteral("n1"), {}, {id(), QStringLiteral("n1")}}};
    }
    void focusFilter() override { isFilterFocused = true; }
    void tick() override { ++ticks; }

    void count(int open) { setBadge(open); }

    QString shown;
    int ticks = 0;
    bool isFilterFocused = false;
};

class First : public Page
{
public:
    First() : Page({QStringLiteral("first"), 1, QStringLiteral("now")}) {}
    QString title() const override { return QStringLiteral("First"); }
};

struct Stage
{
    Stage()
    {
        applyTheme(*qApp, theme);
        shell.addPage(new First);
        shell.addPage(late);
        shell.show();
    }

    Theme theme = Theme::builtIn(QStringLiteral("dark"));
    test::ManualClock clock;
    Fleet fleet{clock};
    FleetGate gate{fleet};
    Shell shell{{QStringLiteral("eu-prod"), Risk::Production}, fleet, gate, clock, theme};
    Inner* inner = nullptr;
    int made = 0;
    LatePage* late = new LatePage(Inner::identity(), QStringLiteral("Inner"), [this] {
        ++made;
        inner = new Inner;
        return inner;
    });
};

} // namespace

class TestLatePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsThereBeforeItIsBuilt()
    {
        Stage stage;
        QVERIFY(!stage.late->isBuilt());
        QCOMPARE(stage.late->title(), QStringLiteral("Inner"));
        QCOMPARE(stage.late->badge(), 0);
        QVERIFY(!stage.late->back());
        QVERIFY(stage.late->destinations().empty());
        stage.shell.setFrozen(true);
        stage.shell.setFrozen(false);
        QVERIFY(!stage.late->isBuilt());
    }

    void isBuiltWhenLookedAt()
    {
        Stage stage;
        QVERIFY(stage.shell.go({QStringLiteral("inner"), QStringLiteral("n1")}));
        QVERIFY(stage.inner->isActive());
        QVERIFY(stage.inner->isVisible());
        QCOMPARE(stage.late->item(), QStringLiteral("n1"));
        QCOMPARE(stage.inner->size(), stage.late->size());
        QCOMPARE(stage.late->keysHelp().size(), size_t(1));
        QVERIFY(stage.late->back());
        QVERIFY(!stage.late->open(QStringLiteral("missing")));
        stage.shell.go({QStringLiteral("first"), {}});
        QVERIFY(!stage.inner->isActive());
    }

    /// Its count is on the rail, and what it names in the palette, before it was ever looked at.
    void isBuiltOnDemand()
    {
        Stage stage;
        QSignalSpy badges(stage.late, &Page::badgeChanged);
        stage.late->build();
        QCOMPARE(stage.late->badge(), 3);
        QCOMPARE(badges.size(), 1);
        QVERIFY(!stage.inner->isActive());
        QCOMPARE(stage.late->destinations().size(), size_t(1));
        stage.inner->count(5);
        QCOMPARE(stage.late->badge(), 5);
        QCOMPARE(&stage.late->build(), stage.inner);
        QCOMPARE(stage.made, 1);
    }

    void isFrozenAsTheScreenIs()
    {
        Stage stage;
        stage.shell.setFrozen(true);
        stage.late->build();
        QVERIFY(stage.inner->isFrozen());
        stage.shell.setFrozen(false);
        QVERIFY(!stage.inner->isFrozen());
    }

    void keysAndTicksReachIt()
    {
        Stage stage;
        stage.shell.go({QStringLiteral("inner"), {}});
        const int before = stage.inner->ticks;
        stage.clock.advance(Millis{1'000});
        QCOMPARE(stage.inner->ticks, before + 1);
        stage.late->focusFilter();
        QVERIFY(stage.inner->isFilterFocused);
        QSignalSpy links(stage.late, &Page::linkActivated);
        Q_EMIT stage.inner->linkActivated({QStringLiteral("first"), {}});
        QCOMPARE(links.size(), 1);
        QCOMPARE(stage.shell.currentPage()->id(), QStringLiteral("first"));
    }
};

QTEST_MAIN(TestLatePage)
#include "tst_late_page.moc"
