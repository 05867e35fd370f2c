// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/QuietWatch.h"

#include <QTest>

using namespace stowage;
using namespace std::chrono_literals;

class TestQuietWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asTheRulesSay();
};

/// However the clock goes, what is remembered is what the rules would say.
void TestQuietWatch::asTheRulesSay()
{
    NotificationRules rules;
    QuietHours night;
    night.from = 22h;
    night.to = 6h;
    QuietHours noon;
    noon.from = 12h;
    noon.to = 13h;
    noon.upTo = AlertSeverity::Critical;
    noon.days = 0x1f;
    QuietHours ofSome = night;
    ofSome.from = 1h;
    ofSome.to = 20h;
    ofSome.matcher.zone = QStringLiteral("eu-a");
    rules.quiet = {night, noon, ofSome};
    QuietWatch watch;
    const Timestamp first = *fromRfc3339(QStringLiteral("2026-11-21T22:00:00Z"));
    for (const Millis step : {Millis(7min), Millis(-11min), Millis(90min)}) {
        Timestamp now = first;
        for (int i = 0; i < 300; ++i, now += step) {
            for (const AlertSeverity severity :
                 {AlertSeverity::Info, AlertSeverity::Warning, AlertSeverity::Critical}) {
                QCOMPARE(watch.until(rules, now, severity), rules.quietUntil(now, severity));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestQuietWatch)
#include "tst_quiet_watch.moc"
