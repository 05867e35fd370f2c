// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "tests/support/ManualClock.h"
#include "views/theme/ThemeStyle.h"
#include "views/timeline/TimelinePage.h"
#include "views/timeline/TimelineView.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

AlertEvent fired(const QString& name, const QString& subject, Timestamp at)
{
    AlertEvent event;
    event.uid = QStringLiteral("fired/%1/%2").arg(name).arg(at.time_since_epoch().count());
    event.at = at;
    event.seenAt = at;
    event.alert = name + QLatin1Char('/') + subject;
    event.name = name;
    event.severity = AlertSeverity::Warning;
    event.place.subject = {SubjectKind::Host, subject};
    event.summary = QStringLiteral("%1 does not answer").arg(subject);
    return event;
}

} // namespace

/// The page above the log that the program has.
class tst_timeline_real : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAndSearchesADatabase();
};

void tst_timeline_real::showsAndSearchesADatabase()
{
    const QTemporaryDir folder;
    ManualClock clock;
    SqliteAlertLog log(folder.path(), clock);
    std::vector<AlertEvent> events;
    for (int i = 0; i < 1'500; ++i) {
        events.push_back(fired(QStringLiteral("A%1").arg(i), QStringLiteral("eu-b-%1").arg(i % 40),
                               clock.now() - 6h + Millis{i * 10'000}));
    }
    events.push_back(fired(QStringLiteral("Needle"), QStringLiteral("haystack-7"), clock.now() - 24h * 300));
    QSignalSpy appended(&log, &AlertLog::appended);
    log.append(std::move(events));
    QTRY_VERIFY(!appended.isEmpty());

    const IncidentBook incidents(clock);
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    applyTheme(*qApp, theme);
    TimelinePage page({log, incidents}, clock, theme);
    page.resize(1'340, 800);
    page.show();
    page.setActive(true);
    QTRY_VERIFY(!page.view().content().entries.empty());
    QTRY_COMPARE(page.overview().counts().total(), 1'500U);
    QVERIFY(!page.book().isComplete());
    QTRY_VERIFY(page.book().canLoadMore());
    const Timestamp covered =
        page.book().coveredFrom(); // what stood before is drawn, too, so entries tell nothing
    QTest::keyClick(&page, Qt::Key_M);
    QTRY_VERIFY(page.book().isComplete());
    QVERIFY(page.book().coveredFrom() < covered);

    page.search(QStringLiteral("haystack-7"));
    QTRY_COMPARE(page.view().content().entries.size(), size_t{1});
    QCOMPARE(page.view().content().entries.front().name, QStringLiteral("Needle"));
    QVERIFY(page.view().window().whole().from < clock.now() - 24h * 299);
    page.search(QStringLiteral("not there"));
    QTRY_COMPARE(page.state().kind, TimelineState::Kind::NothingFound);
}

QTEST_MAIN(tst_timeline_real)
#include "tst_timeline_real.moc"
