// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/Theme.h"
#include "views/tray/TrayChannel.h"
#include "views/tray/TrayIcon.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace stowage;

namespace {

Incident incident(AlertSeverity severity, IncidentState state = IncidentState::Open, const char* owner = "")
{
    Incident made;
    made.severity = severity;
    made.state = state;
    made.owner = QString::fromLatin1(owner);
    return made;
}

} // namespace

class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standing_data();
    void standing();
    void marksDiffer();
    void channel();
    void textsFromOutsideArePlain();
};

void TestTray::standing_data()
{
    using enum AlertSeverity;
    QTest::addColumn<std::vector<Incident>>("incidents");
    QTest::addColumn<bool>("isLive");
    QTest::addColumn<int>("token");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, std::vector<Incident> incidents, bool isLive, Token token,
                        const char* words) {
        QTest::newRow(name) << incidents << isLive << static_cast<int>(token) << QString::fromLatin1(words);
    };
    row("nothing", {}, true, Token::Fine, "nothing is wrong");
    row("nothing, and a silent source", {}, false, Token::Unknown, "not every source answers");
    row("over", {incident(Critical, IncidentState::Resolved)}, true, Token::Fine, "nothing is wrong");
    row("worst first", {incident(Warning), incident(Critical), incident(Critical)}, true, Token::Critical,
        "2 critical, 1 warning(s)");
    row("somebody sees to it", {incident(Critical, IncidentState::Open, "mei")}, true, Token::Fine,
        "1 taken");
    row("nobody can say", {incident(Critical, IncidentState::Unknown)}, true, Token::Unknown, "1 unknown");
    row("only a hint", {incident(Info)}, true, Token::Fine, "nothing is wrong");
}

void TestTray::standing()
{
    QFETCH(std::vector<Incident>, incidents);
    QFETCH(bool, isLive);
    QFETCH(int, token);
    QFETCH(QString, words);
    const TrayStanding standing = TrayStanding::of(incidents, isLive);
    QCOMPARE(static_cast<int>(standing.token()), token);
    QCOMPARE(standing.words(), words);
}

/// By their shape alone, for whoever sees no colours.
void TestTray::marksDiffer()
{
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    std::vector<QImage> shapes;
    for (const TrayStanding& standing : {TrayStanding{1, 0, 0, 0, true}, TrayStanding{0, 1, 0, 0, true},
                                         TrayStanding{0, 0, 1, 0, true}, TrayStanding{}}) {
        const QImage mark =
            TrayIcon::mark(standing, theme, 22).toImage().convertToFormat(QImage::Format_Alpha8);
        QVERIFY(std::find(shapes.begin(), shapes.end(), mark) == shapes.end());
        shapes.push_back(mark);
    }
}

void TestTray::channel()
{
    const Theme theme = Theme::builtIn(QStringLiteral("dark"));
    TrayIcon icon(QStringLiteral("eu-prod"), theme);
    icon.show({1, 0, 0, 0, true});
    TrayChannel channel(icon, false);
    QSignalSpy accepted(&channel, &NotificationChannel::accepted);
    QSignalSpy answered(&channel, &NotificationChannel::answered);
    Notification notice;
    notice.id = QStringLiteral("I-1/opened/0/critical");
    notice.incident = QStringLiteral("I-1");
    channel.send(notice);
    QVERIFY(accepted.isEmpty());
    QVERIFY(accepted.wait());
    Q_EMIT icon.balloonOpened();
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].toString(), QStringLiteral("I-1"));
}

/// A desktop that takes what it is told for markup finds none.
void TestTray::textsFromOutsideArePlain()
{
    const QString plain =
        TrayIcon::plain(QStringLiteral("<img src=x>\n<b>\u202Eevil</b>\x07") + QString(1'000'000, u'a'));
    QVERIFY(!plain.contains(QLatin1Char('<')) && !plain.contains(QLatin1Char('>')));
    QVERIFY(!plain.contains(QChar(0x202E)) && !plain.contains(QChar(7)));
    QCOMPARE(plain.count(QLatin1Char('\n')), 1); // lines stay lines
    QVERIFY(plain.size() < 1'100);
    QCOMPARE(TrayIcon::plain(QStringLiteral("2 critical, R&D")), QStringLiteral("2 critical, R&D"));
}

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
