// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/TimelinePairing.h"

#include <QTest>

using namespace stowage;

namespace {

Timestamp at(qint64 minute)
{
    return Timestamp{Millis{1'790'000'000'000 + 60'000 * minute}};
}

/// "f1 a": alert `a` fired in minute 1. Letters: f e l h (fired, ended, lost, found here), m (held back), s S
/// (source lost, found), t (tag moved), k (acknowledged), c (changed, critical).
AlertEvent eventOf(const QString& word)
{
    static constexpr std::pair<char, AlertEventKind> Kinds[] = {
        {'f', AlertEventKind::Fired},        {'e', AlertEventKind::Ended},
        {'l', AlertEventKind::Lost},         {'h', AlertEventKind::Found},
        {'m', AlertEventKind::HeldBack},     {'s', AlertEventKind::SourceLost},
        {'S', AlertEventKind::SourceFound},  {'t', AlertEventKind::TagMoved},
        {'k', AlertEventKind::Acknowledged}, {'c', AlertEventKind::Changed},
    };
    AlertEvent event;
    event.uid = word;
    for (const auto& [letter, kind] : Kinds) {
        if (word[0] == QLatin1Char(letter)) {
            event.kind = kind;
        }
    }
    event.severity = event.kind == AlertEventKind::Changed ? AlertSeverity::Critical : AlertSeverity::Warning;
    const QString name = word.right(1);
    event.at = at(word.mid(1, word.size() - 2).toInt());
    event.place.subject.name = name;
    event.alert = timelineLaneOf(event.kind) == TimelineLane::Alerts ? name : QString();
    return event;
}

/// "a 1-3": an episode of a; "?-3": began before; "1-": stands; "1-~2": unknown since 2; "1-3?": nobody told
/// the end; "1": a moment. "xN": of N events.
QString wordOf(const TimelineEntry& entry)
{
    const auto minute = [](Timestamp moment) {
        return QString::number((moment - at(0)) / Millis{60'000});
    };
    QString text = entry.subject.name + QLatin1Char(' ');
    text += entry.isBeginUnknown ? QStringLiteral("?") : minute(entry.from);
    if (entry.shape == TimelineEntry::Shape::Span) {
        text += QLatin1Char('-');
        switch (entry.end) {
        case TimelineEntry::End::Over:
            text += minute(entry.to);
            break;
        case TimelineEntry::End::Standing:
            break;
        case TimelineEntry::End::Unknown:
            text += QLatin1Char('~') + minute(entry.unknownSince);
            break;
        case TimelineEntry::End::NotTold:
            text += minute(entry.to) + QLatin1Char('?');
            break;
        }
    }
    return entry.events > 1 ? text + QStringLiteral("x%1").arg(entry.events) : text;
}

} // namespace

class TestTimelinePairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data();
    void pairs();
    void severityAndWords();
    void everyKindHasALane();
};

void TestTimelinePairing::pairs_data()
{
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("entries");
    const auto row = [](const char* name, const char* events, const char* entries) {
        QTest::newRow(name) << QString::fromLatin1(events) << QString::fromLatin1(entries);
    };
    row("nothing", "", "");
    row("an episode", "f11a e13a", "a 11-13x2");
    row("two of one alert", "f11a e13a f15a e16a", "a 11-13x2, a 15-16x2");
    row("of two alerts", "f11a f12b e13a e14b", "a 11-13x2, b 12-14x2");
    row("it stands", "f11a", "a 11-");
    row("it began before", "e13a", "a ?-13");
    row("began before the range, known", "f5a e13a", "a 5-13x2");
    row("over before the range", "f5a e8a f12b", "b 12-");
    row("over as the range begins", "f5a e10a", "a 5-10x2");
    row("stood through all of it", "f5a", "a 5-");
    row("begins behind the range", "f21a", "");
    row("ends behind the range", "f11a", "a 11-");
    row("lost", "f11a l13a", "a 11-~13x2");
    row("lost and found", "f11a l13a h14a", "a 11-x3");
    row("lost, then ended", "f11a l13a e15a", "a 11-15x3");
    row("lost, of which nobody knows the beginning", "l13a", "a ?-~13");
    row("found, likewise", "h13a", "a ?-");
    row("came anew without an end", "f11a f15a e16a", "a 11-15?, a 15-16x2");
    row("ended twice", "f11a e13a e14a", "a 11-13x2, a ?-14");
    row("held back while it stands", "f11a m12a e13a", "a 11-13x3");
    row("held back before it fires", "m10a f11a e13a", "a 10, a 11-13x2");
    row("an outage", "s11h S14h", "h 11-14x2");
    row("an outage that lasts", "s11h", "h 11-");
    row("back from before", "S14h", "h ?-14");
    row("a source and an alert of one name", "f11a s12a S13a e14a", "a 11-14x2, a 12-13x2");
    row("moments", "t11x k12y t13x", "x 11, y 12, x 13");
    row("a moment before the range", "t5x", "");
    row("at one moment", "f11a e11a", "a 11-11x2");
}

/// From minute 10 to 20.
void TestTimelinePairing::pairs()
{
    QFETCH(QString, events);
    QFETCH(QString, entries);
    TimelinePairing pairing(at(10), at(20));
    for (const QString& word : events.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        pairing.take(eventOf(word));
    }
    QStringList found;
    for (const TimelineEntry& entry : pairing.finish()) {
        found << wordOf(entry);
    }
    QCOMPARE(found.join(QLatin1String(", ")), entries);
}

void TestTimelinePairing::severityAndWords()
{
    TimelinePairing pairing(at(0), {});
    AlertEvent fired = eventOf(QStringLiteral("f1a"));
    fired.summary = QStringLiteral("97 %");
    AlertEvent changed = eventOf(QStringLiteral("c2a"));
    changed.summary = QStringLiteral("99 %");
    AlertEvent held = eventOf(QStringLiteral("m3a"));
    held.note = QStringLiteral("cooldown");
    for (const AlertEvent& event : {fired, changed, held}) {
        pairing.take(event);
    }
    const std::vector<TimelineEntry> entries = pairing.finish();
    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries[0].severity, AlertSeverity::Critical);
    QCOMPARE(entries[0].summary, QStringLiteral("99 %"));
    QCOMPARE(entries[0].note, QStringLiteral("cooldown"));
    QCOMPARE(timelineStateName(entries[0]), QStringLiteral("standing"));
}

void TestTimelinePairing::everyKindHasALane()
{
    size_t kinds = 0;
    for (const TimelineLane lane : TimelineLanes) {
        QVERIFY(!timelineKindsOf(lane).empty());
        QVERIFY(!timelineLaneText(lane).isEmpty());
        kinds += timelineKindsOf(lane).size();
    }
    size_t named = 0;
    for (int number = 0; number < 256; ++number) {
        named += alertEventKindName(static_cast<AlertEventKind>(number)) != QLatin1String("unknown") ? 1 : 0;
    }
    QCOMPARE(kinds, named);
    QCOMPARE(timelineLaneOf(AlertEventKind::NoticeSent), TimelineLane::Incidents);
    QCOMPARE(timelineLaneOf(AlertEventKind::Judged), TimelineLane::Alerts);
    QCOMPARE(timelineLaneOf(AlertEventKind::AddressesChanged), TimelineLane::Changes);
    QCOMPARE(timelineLaneOf(AlertEventKind::SourceFound), TimelineLane::Sources);
    QCOMPARE(timelineLaneOf(AlertEventKind::ActionFailed), TimelineLane::Actions);
}

QTEST_GUILESS_MAIN(TestTimelinePairing)
#include "tst_timeline_pairing.moc"
