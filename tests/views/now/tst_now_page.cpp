// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/now/SampleIncidents.h"
#include "views/now/EvidenceView.h"
#include "views/now/IncidentExportChip.h"
#include "views/now/IncidentRow.h"
#include "views/now/MemberDelegate.h"
#include "views/now/MemberView.h"
#include "views/now/NowPage.h"
#include "views/shell/Finder.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Shell.h"
#include "views/theme/ThemeStyle.h"
#include "views/widgets/Chip.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"
#include "views/widgets/TextLabel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Writes the ids, one a line.
class IdExport final : public FileExport
{
public:
    explicit IdExport(const std::vector<Incident>& incidents)
    {
        for (const Incident& incident : incidents) {
            m_text += incident.id.toUtf8() + ' ' + QByteArray::number(incident.members.size()) + '\n';
        }
    }
    QByteArray next() override { return std::exchange(m_text, {}); }
    size_t done() const override { return 0; }
    size_t total() const override { return 1; }

private:
    QByteArray m_text;
};

class IdExporter final : public IncidentExporter
{
public:
    std::unique_ptr<FileExport> begin(Format /*format*/, std::vector<Incident> incidents) const override
    {
        return std::make_unique<IdExport>(incidents);
    }
};

struct Stage
{
    Stage()
    {
        applyTheme(*qApp, theme);
        NowPorts ports = sample.ports(&reader);
        ports.exporter = &exporter;
        page = new NowPage(ports, sample.clock, theme);
        shell.addPage(page);
        shell.resize(1'440, 900);
        shell.show();
        shell.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        page->table().setFocus();
    }

    Table& table() const { return page->table(); }
    const IncidentFilter& rows() const { return page->incidents(); }
    const Incident& row(int row) const { return rows().incident(row); }
    QString words(int row) const { return rows().index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    TileText tile(size_t index) const { return page->tiles().tile(index).tile(); }
    void open(const QString& subject) { QVERIFY(page->open(sample.idOf(subject))); }
    const Notice* notice() const { return page->findChild<StatefulView*>()->notice(); }
    QLineEdit* filter() const { return page->findChild<FilterLine*>(); }

    /// What was done comes back from the log, and time goes on.
    void settle()
    {
        sample.settle();
        sample.clock.advance(1s);
    }

    /// To whatever has the focus.
    void press(char key) { QTest::keyClick(shell.focusWidget(), key); }
    void press(Qt::Key key) { QTest::keyClick(shell.focusWidget(), key); }
    void type(const QString& text) { QTest::keyClicks(shell.focusWidget(), text); }

    Chip* chip(const QString& text) const
    {
        for (Chip* chip : page->findChildren<Chip*>()) {
            if (chip->isVisible() && chip->text() == text) {
                return chip;
            }
        }
        return nullptr;
    }
    bool isSaid(const QString& text) const
    {
        const auto labels = page->findChildren<TextLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&text](const TextLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    SampleIncidents sample;
    SampleReader reader;
    IdExporter exporter;
    Theme theme = Theme::builtIn(u"dark"_s);
    FleetGate gate{sample.fleet};
    Shell shell{{u"eu-prod"_s, Risk::Production}, sample.fleet, gate, sample.clock, theme};
    NowPage* page = nullptr;
};

} // namespace

class TestNowPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calmSaysWhatIsWatchedAndSinceWhen()
    {
        Stage stage;
        stage.sample.tellPicture();
        stage.sample.clock.advance(1s);
        QCOMPARE(stage.page->state().kind, NowState::Kind::Calm);
        QCOMPARE(stage.notice()->what, u"Nothing is wrong"_s);
        QVERIFY2(stage.notice()->why.contains(u"hosts"_s) &&
                     stage.notice()->why.contains(u"since 22:00:00 UTC"_s),
                 qPrintable(stage.notice()->why));
        QCOMPARE(stage.page->badge(), 0);
        QVERIFY(!stage.page->panel().isVisible());
        QCOMPARE(stage.tile(0).value, u"0"_s);
    }

    void theWorstComesFirstAndIsShown()
    {
        Stage stage;
        stage.sample.tellPicture();
        stage.sample.tellIncidents();
        stage.sample.clock.advance(1s);
        QCOMPARE(stage.page->state().kind, NowState::Kind::Ready);
        QVERIFY(stage.rows().rowCount() >= 5);
        for (int row = 1; row < stage.rows().rowCount(); ++row) {
            const bool isOrdered =
                !stage.row(row).isOpen() || stage.row(row).impact <= stage.row(row - 1).impact;
            QVERIFY(isOrdered);
            QVERIFY(stage.row(row - 1).isOpen() || !stage.row(row).isOpen());
        }
        QCOMPARE(stage.row(0).severity, AlertSeverity::Critical);
        QCOMPARE(stage.page->item(), stage.row(0).id);
        QCOMPARE(stage.page->panel().incident()->id, stage.row(0).id);
        QVERIFY(stage.page->panel().isVisible());
        const QString registry = stage.sample.idOf(u"registry-3"_s);
        QVERIFY(stage.page->open(registry));
        QCOMPARE(stage.sample.incident(u"registry-3"_s).members.size(), size_t(121));
        QVERIFY2(stage.words(stage.rows().rowOf(registry)).contains(u"121 alerts"_s),
                 qPrintable(stage.words(stage.rows().rowOf(registry))));
        QVERIFY2(stage.tile(0).note.contains(u"folded into"_s), qPrintable(stage.tile(0).note));
        QVERIFY(stage.page->badge() >= 2);
    }

    void resolvedOnesStandBelowUnderAHeading()
    {
        Stage stage;
        stage.sample.tellIncidents();
        const int last = stage.rows().rowCount() - 1;
        QVERIFY(!stage.row(last).isOpen());
        QVERIFY(stage.rows().isFirstResolved(last));
        QCOMPARE(stage.table().rowHeight(last), IncidentRow::SectionHeight + IncidentRow::ResolvedHeight);
        QCOMPARE(stage.table().rowHeight(0), IncidentRow::OpenHeight);
        stage.sample.end(u"hub"_s, u"builder-2"_s);
        QVERIFY(stage.rows().isFirstResolved(last - 1));
        QCOMPARE(stage.table().rowHeight(last), IncidentRow::ResolvedHeight);
    }

    /// Without a window, whose every second of a day would be worked off.
    void whatWasOverYesterdayIsNotShown()
    {
        SampleIncidents sample;
        IncidentModel model(sample.incidents, sample.clock);
        const IncidentFilter rows(model);
        sample.tellIncidents();
        sample.end(u"hub"_s, u"builder-2"_s);
        sample.settle();
        const int before = rows.rowCount();
        QVERIFY(!rows.incident(before - 1).isOpen());
        sample.clock.advance(25h);
        sample.settle();
        model.refreshAges();
        QVERIFY(rows.rowCount() > 0);
        QTRY_VERIFY(rows.rowCount() < before);
        for (int row = 0; row < rows.rowCount(); ++row) {
            QVERIFY(rows.incident(row).isOpen());
        }
    }

    void itsModelIsSound()
    {
        Stage stage;
        const QAbstractItemModelTester tester(stage.table().model(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QAbstractItemModelTester members(stage.page->panel().members().model(),
                                               QAbstractItemModelTester::FailureReportingMode::Fatal);
        stage.sample.tellIncidents();
        stage.filter()->setText(u"severity=critical"_s);
        stage.sample.tellStorm(50);
        stage.filter()->setText({});
        stage.sample.end(u"prom"_s, u"registry-3"_s);
        stage.sample.clock.advance(2s);
        QVERIFY(stage.rows().rowCount() > 3);
    }

    void theFilterIsThatOfTheOtherPages()
    {
        Stage stage;
        stage.sample.tellIncidents();
        const int all = stage.rows().rowCount();
        stage.press('/');
        QVERIFY(stage.filter()->hasFocus());
        stage.type(u"alerts>100"_s);
        QCOMPARE(stage.rows().rowCount(), 1);
        QCOMPARE(stage.row(0).id, stage.sample.idOf(u"registry-3"_s));
        stage.filter()->setText(u"eu-b-17"_s);
        QCOMPARE(stage.rows().rowCount(), 1);
        stage.filter()->setText(u"age>40min severity=warning"_s);
        QCOMPARE(stage.rows().rowCount(), 1);
        stage.filter()->setText(u"colour=red"_s); // stays as it was
        QCOMPARE(stage.rows().rowCount(), 1);
        QVERIFY(stage.page->back());
        QCOMPARE(stage.rows().rowCount(), all);
    }

    void acknowledgingAsksForANoteInPlace()
    {
        Stage stage;
        stage.sample.tellIncidents();
        stage.open(u"eu-b-17"_s);
        const int badge = stage.page->badge();
        stage.press('a');
        QVERIFY(qobject_cast<QLineEdit*>(stage.shell.focusWidget()) != nullptr);
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.table().hasFocus());
        QVERIFY(stage.sample.incident(u"eu-b-17"_s).acknowledgedBy.isEmpty());
        stage.press('a');
        stage.type(u"1 rack 2 <b>dark</b>"_s); // no key of the shell fires meanwhile
        stage.press(Qt::Key_Return);
        stage.settle();
        QCOMPARE(stage.sample.incident(u"eu-b-17"_s).acknowledgedBy, u"mei"_s);
        QCOMPARE(stage.sample.incident(u"eu-b-17"_s).note, u"1 rack 2 <b>dark</b>"_s);
        QVERIFY(stage.table().hasFocus());
        QVERIFY(stage.words(stage.table().currentRow()).contains(u"seen by mei"_s));
        QVERIFY(stage.isSaid(u"1 rack 2 <b>dark</b>"_s));
        QCOMPARE(stage.page->badge(), badge - 1);
    }

    void ownersTakeOverAndLetGo()
    {
        Stage stage;
        stage.sample.tellIncidents();
        stage.open(u"builder-2"_s);
        stage.press('u');
        stage.settle();
        QCOMPARE(stage.sample.incident(u"builder-2"_s).owner, u"mei"_s);
        QVERIFY(stage.words(stage.table().currentRow()).contains(u"owned by mei"_s));
        stage.press('u');
        stage.settle();
        QCOMPARE(stage.sample.incident(u"builder-2"_s).owner, QString());
        QVERIFY(stage.sample.incidents.takeOver(stage.page->item(), u"tom"_s));
        stage.settle();
        stage.press('u'); // not mine: taken from whoever has it
        stage.settle();
        QCOMPARE(stage.sample.incident(u"builder-2"_s).owner, u"mei"_s);
    }

    void mutingNeedsAnEnd()
    {
        Stage stage;
        stage.sample.tellIncidents();
        stage.open(u"builder-2"_s);
        stage.press('m');
        stage.press(Qt::Key_Return);
        QVERIFY(stage.isSaid(u"end"_s));
        stage.type(u"for ever"_s);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.sample.incident(u"builder-2"_s).mutedUntil, Timestamp{});
        auto* line = qobject_cast<QLineEdit*>(stage.shell.focusWidget());
        line->setText(u"400 d"_s); // the book refuses
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.sample.incident(u"builder-2"_s).mutedUntil, Timestamp{});
        QVERIFY(line->isVisible());
        line->setText(u"2 h"_s);
        const Timestamp now = stage.sample.clock.now();
        stage.press(Qt::Key_Return);
        stage.settle();
        QCOMPARE(stage.sample.incident(u"builder-2"_s).mutedUntil, now + 2h);
        QVERIFY(stage.words(stage.table().currentRow()).contains(u"muted for "_s));
        stage.press('m');
        QTest::mouseClick(stage.chip(u"Unmute"_s), Qt::LeftButton);
        stage.settle();
        QVERIFY(!stage.sample.incident(u"builder-2"_s).isMuted(stage.sample.clock.now()));
        stage.press('m');
        const Timestamp later = stage.sample.clock.now();
        QTest::mouseClick(stage.chip(u"8 h"_s), Qt::LeftButton);
        stage.settle();
        QCOMPARE(stage.sample.incident(u"builder-2"_s).mutedUntil, later + 8h);
    }

    void chosenAlertsAreSplitOffAndMergedAgain()
    {
        Stage stage;
        stage.sample.tellIncidents();
        stage.open(u"registry-3"_s);
        const QString whole = stage.page->item();
        stage.press('s');
        QVERIFY(stage.isSaid(u"Choose one or more"_s));
        stage.press(Qt::Key_Return); // into the alerts
        QVERIFY(stage.page->panel().members().hasFocus());
        MemberView& members = stage.page->panel().members();
        const QAbstractItemModel& model = *members.model();
        for (int kind = 0; kind < model.rowCount(); ++kind) {
            if (model.rowCount(model.index(kind, 0)) == 60) {
                members.setCurrentIndex(model.index(kind, 0));
                break;
            }
        }
        QCOMPARE(stage.page->panel().chosenAlerts().size(), 60);
        stage.press('s');
        stage.settle();
        QCOMPARE(stage.sample.incidents.find(whole)->members.size(), size_t(61));
        QVERIFY(stage.page->open(whole));
        stage.table().setFocus();
        stage.press('j');
        stage.type(u"eu-b-17"_s);
        stage.press(Qt::Key_Return);
        stage.settle();
        QCOMPARE(stage.sample.incidents.find(whole)->id, stage.sample.idOf(u"eu-b-17"_s));
        QCOMPARE(stage.page->item(), stage.sample.idOf(u"eu-b-17"_s)); // it goes on there
    }

    void alertsAreSplitOffByAChipToo()
    {
        Stage stage;
        stage.sample.tellStorm(30);
        stage.open(u"eu-b-04"_s);
        const QString whole = stage.page->item();
        MemberView& members = stage.page->panel().members();
        members.setCurrentIndex(members.model()->index(0, 0));
        QVERIFY(stage.chip(u"split off"_s) != nullptr);
        QTest::mouseClick(stage.chip(u"split off"_s), Qt::LeftButton);
        stage.settle();
        QCOMPARE(stage.sample.incidents.find(whole)->members.size(), size_t(20));
        stage.sample.fire(u"hub"_s, {{u"Alone"_s, u"eu-c-09"_s}});
        stage.open(u"eu-c-09"_s);
        QVERIFY(stage.chip(u"split off"_s) == nullptr); // of one alert there is nothing to be split off
    }

    void alertsFoldByKindAndOpenInPlace()
    {
        Stage stage;
        stage.sample.tellStorm(120);
        stage.open(u"eu-b-04"_s);
        MemberView& members = stage.page->panel().members();
        QCOMPARE(members.model()->rowCount(), 3);
        const QModelIndex kind = members.model()->index(0, 0);
        const MemberRow folded = members.delegate().row(kind);
        QCOMPARE(folded.state, u"40 alerts"_s);
        QCOMPARE(folded.below.section(u" · "_s, 0, 0), u"all stand"_s);
        QVERIFY(!members.isExpanded(kind));
        members.setFocus();
        members.setCurrentIndex(kind);
        stage.press(Qt::Key_Return);
        QVERIFY(members.isExpanded(kind));
        stage.sample.silence(u"prom"_s, u"eu-b-04"_s, u"night shift"_s);
        const MemberRow single = members.delegate().row(members.model()->index(0, 0, kind));
        QVERIFY2(single.below.contains(u"held back: "_s), qPrintable(single.below));
        QVERIFY2(single.below.contains(u"told by prom"_s), qPrintable(single.below));
        QCOMPARE(single.title, u"eu-b-04"_s);
    }

    void evidenceIsReadForTheIncidentThatIsShown()
    {
        Stage stage;
        stage.sample.tellPicture();
        stage.sample.tellIncidents();
        stage.open(u"registry-3"_s);
        EvidenceView& view = stage.page->panel().evidence();
        QTRY_VERIFY(!view.content().lanes.empty() && !view.content().lanes[0].data.points.empty());
        QCOMPARE(view.content().openedAt, stage.sample.incident(u"registry-3"_s).openedAt);
        QVERIFY(view.accessibleDescription().contains(u"CPU of limit"_s));
        stage.press('e');
        QVERIFY(view.hasFocus());
        stage.press(Qt::Key_Left);
        QVERIFY(view.cross());
        QVERIFY(view.accessibleDescription().contains(u"UTC"_s));
        QVERIFY(stage.page->back());
        QVERIFY(stage.table().hasFocus());
        // Nobody measures this one, and that is said.
        stage.sample.fire(u"hub"_s, {{u"Odd"_s, u"never-heard-of"_s}});
        stage.open(u"never-heard-of"_s);
        QVERIFY(view.content().lanes.empty());
        QVERIFY(!view.content().note.isEmpty());
    }

    void evidenceThatCannotBeReadSaysWhy()
    {
        Stage stage;
        stage.reader.setPrompt(false);
        stage.sample.tellPicture();
        stage.sample.tellIncidents();
        stage.open(u"registry-3"_s);
        QVERIFY(stage.page->panel().isReading());
        stage.reader.fail({ErrorKind::Storage, u"the disk is full"_s, {}, {}, {}});
        QVERIFY(stage.page->panel().evidence().content().note.contains(u"the disk is full"_s));
    }

    void frozenMeansFrozen()
    {
        Stage stage;
        stage.sample.tellPicture();
        stage.sample.tellIncidents();
        stage.open(u"builder-2"_s);
        const int rows = stage.rows().rowCount();
        const QString before = stage.words(0);
        const QString tile = stage.tile(0).note;
        const int badge = stage.page->badge();
        stage.shell.setFrozen(true);
        stage.sample.tellStorm(30);
        stage.sample.fire(u"hub"_s,
                          {{u"Disk"_s, u"builder-2"_s, AlertSeverity::Critical, u"/nix is full"_s}});
        stage.sample.clock.advance(5min);
        QCOMPARE(stage.rows().rowCount(), rows);
        QCOMPARE(stage.words(0), before);
        QCOMPARE(stage.tile(0).note, tile);
        QCOMPARE(stage.page->badge(), badge);
        QVERIFY(!stage.isSaid(u"/nix is full"_s));
        QCOMPARE(stage.page->waiting(), 1);
        QVERIFY(stage.isSaid(u"1 new wait"_s));
        stage.press('u'); // done all the same
        stage.settle();
        QCOMPARE(stage.sample.incident(u"builder-2"_s).owner, u"mei"_s);
        QVERIFY(stage.isSaid(u"The screen is frozen"_s));
        QVERIFY(!stage.words(stage.rows().rowOf(stage.page->item())).contains(u"mei"_s));
        stage.shell.setFrozen(false);
        QCOMPARE(stage.rows().rowCount(), rows + 1);
        QVERIFY(stage.words(stage.rows().rowOf(stage.page->item())).contains(u"mei"_s));
        QVERIFY(stage.isSaid(u"/nix is full"_s));
        QCOMPARE(stage.page->waiting(), 0);
    }

    void aSourceThatIsGoneMakesItUnknownNotOver()
    {
        Stage stage;
        stage.sample.tellPicture();
        stage.sample.tellIncidents();
        stage.sample.lose(u"prom"_s);
        stage.sample.clock.advance(1s);
        QCOMPARE(stage.page->state().kind, NowState::Kind::Partial);
        QVERIFY(stage.notice()->what.contains(u"prom"_s));
        stage.open(u"registry-3"_s);
        QCOMPARE(stage.page->panel().incident()->state, IncidentState::Unknown);
        QVERIFY(stage.isSaid(u"State unknown"_s));
        QVERIFY(stage.words(stage.table().currentRow()).startsWith(u"unknown: "_s));
    }

    void linksOpenIncidents()
    {
        Stage stage;
        stage.sample.tellIncidents();
        const QString id = stage.sample.idOf(u"builder-2"_s);
        QVERIFY(stage.shell.go(*Link::parse(u"stowage://incident/%1"_s.arg(id))));
        QCOMPARE(stage.page->item(), id);
        QVERIFY(stage.shell.go(*Link::parse(u"stowage://incident/%1"_s.arg(id.toLower()))));
        QVERIFY(!stage.page->open(u"I-NONE"_s));
        QVERIFY(stage.page->open({}));
        stage.press('y');
        QCOMPARE(QGuiApplication::clipboard()->text(), u"stowage://now/%1"_s.arg(id));
        QVERIFY(Link::parse(QGuiApplication::clipboard()->text()));
        stage.filter()->setText(u"eu-b-17"_s);
        QVERIFY(stage.page->open(id)); // takes the filter away
        QCOMPARE(stage.filter()->text(), QString());
        QCOMPARE(stage.table().currentRow(), stage.rows().rowOf(id));
    }

    void thePaletteFindsIncidents()
    {
        Stage stage;
        stage.sample.tellIncidents();
        const Finder finder(stage.sample.fleet, stage.shell.pages());
        const std::vector<Destination> found = finder.find(u"builder-2"_s);
        QVERIFY(!found.empty());
        QCOMPARE(found.front().kind, Destination::Kind::Incident);
        QVERIFY(stage.shell.go(found.front().link));
        QCOMPARE(stage.page->item(), stage.sample.idOf(u"builder-2"_s));
    }

    void tilesLeadToTheirPages()
    {
        Stage stage;
        stage.sample.tellPicture();
        stage.sample.tellIncidents();
        stage.sample.clock.advance(1s);
        QSignalSpy links(stage.page, &Page::linkActivated);
        for (size_t i = 0; i < NowTileCount; ++i) {
            TileButton& tile = stage.page->tiles().tile(i);
            QVERIFY(!tile.accessibleName().isEmpty());
            QVERIFY(!tile.accessibleDescription().isEmpty());
            QTest::mouseClick(&tile, Qt::LeftButton);
        }
        QStringList pages;
        for (const QList<QVariant>& link : links) {
            pages << link.first().value<Link>().page;
        }
        QCOMPARE(pages, (QStringList{u"hosts"_s, u"placement"_s, u"fleet"_s, u"hosts"_s, u"sources"_s}));
        QCOMPARE(links[3].first().value<Link>().item, u"registry-3"_s);
        QTest::keyClick(&stage.page->tiles().tile(1), Qt::Key_Return);
        QCOMPARE(links.size(), 6);
    }

    void textFromOutsideIsPlain()
    {
        Stage stage;
        const QString nasty = u"<img src=x> <b>&amp; \u202Eevil\u0007 "_s + QString(3'000, u'w');
        stage.sample.fire(u"hub"_s, {{u"<b>Disk</b>"_s, u"<i>n1</i>"_s, AlertSeverity::Critical, nasty}});
        stage.sample.clock.advance(1s);
        QCOMPARE(stage.rows().rowCount(), 1);
        QVERIFY(stage.words(0).contains(u"<i>n1</i>"_s));
        QVERIFY(!stage.words(0).contains(QChar(7)));
        QVERIFY(!stage.words(0).contains(QChar(0x202E)));
        QVERIFY(stage.words(0).size() < 2'500);
        QVERIFY(!stage.shell.grab().isNull());
        for (const TextLabel* label : stage.page->findChildren<TextLabel*>()) {
            QVERIFY(!label->text().contains(QChar(7)));
            QVERIFY(label->toolTip().isEmpty() || !label->toolTip().contains(u"<img"_s));
        }
    }

    void whatIsShownIsSaved()
    {
        Stage stage;
        stage.sample.tellIncidents();
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"incidents.csv"_s);
        stage.filter()->setText(u"registry-3"_s);
        QSignalSpy done(stage.page->exporter(), &IncidentExportChip::done);
        stage.page->exporter()->save(IncidentExporter::Format::Csv, path);
        QTRY_COMPARE(done.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), stage.sample.idOf(u"registry-3"_s).toUtf8() + " 121\n");
        QVERIFY2(stage.page->said().startsWith(u"Saved 1 "_s), qPrintable(stage.page->said()));
        QVERIFY(stage.isSaid(u"incidents.csv"_s));
        stage.page->exporter()->save(IncidentExporter::Format::Csv, folder.filePath(u"no/such/folder"_s));
        QTRY_COMPARE(done.size(), 2);
        QVERIFY(stage.isSaid(u"could not be written"_s));
        stage.press('o');
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        menu->close();
    }

    void everyKeyIsInTheHelpAndNoneIsTheShells()
    {
        Stage stage;
        QStringList keys;
        for (const KeyHelp& help : stage.page->keysHelp()) {
            QVERIFY(!help.does.isEmpty());
            keys << help.key;
        }
        for (const char key : {'a', 'm', 'u', 'e', 's', 'j', 'o'}) {
            QVERIFY2(keys.contains(QString(QLatin1Char(key))), &key);
            QVERIFY(!QStringLiteral(" :?yrtxL[]W").contains(QLatin1Char(key)));
        }
        QVERIFY(keys.indexOf(u"e"_s) < 4); // the foot shows the first few
    }

    void keysWithoutAnIncidentDoNothing()
    {
        Stage stage;
        for (const char key : {'a', 'm', 'u', 'e', 's', 'j'}) {
            QTest::keyClick(stage.page, key);
        }
        QVERIFY(stage.page->panel().incident() == std::nullopt);
    }

    void manyAlertsAreFewRows()
    {
        Stage stage;
        stage.sample.tellStorm(3'000);
        stage.sample.tellMany(100);
        QCOMPARE(stage.rows().rowCount(), 101);
        stage.open(u"eu-b-04"_s);
        QCOMPARE(stage.page->panel().members().model()->rowCount(), 3);
        stage.page->panel().members().expandAll();
        QVERIFY(!stage.shell.grab().isNull());
    }
};

QTEST_MAIN(TestNowPage)
#include "tst_now_page.moc"
