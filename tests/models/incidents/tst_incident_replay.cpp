// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentCodec.h"
#include "tests/models/incidents/IncidentFixture.h"
#include "tests/models/incidents/LabelledStorms.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

/// What persons did in the midst of a storm, with ids that its alerts give.
void addActs(std::vector<AlertEvent>& events, quint64 seed)
{
    std::mt19937_64 random(seed);
    static const std::vector<AlertEventKind> Kinds{
        AlertEventKind::Acknowledged, AlertEventKind::TakenOver, AlertEventKind::Released,
        AlertEventKind::Noted,        AlertEventKind::Merged,    AlertEventKind::Split,
    };
    const size_t count = events.size();
    for (size_t i = 0; i < 12; ++i) {
        const AlertEvent& near = events[random() % count];
        const AlertEvent& far = events[random() % count];
        AlertEvent act;
        act.kind = Kinds[random() % Kinds.size()];
        act.uid = u"act/%1"_s.arg(i);
        act.at = act.seenAt = std::max(near.at, far.at) + Millis(random() % 60'000);
        act.incident = incidentId(textKey(near.uid));
        act.other = incidentId(textKey(far.uid));
        act.alert = act.kind == AlertEventKind::Split ? near.alert : QString();
        act.actor = u"mei"_s;
        act.note = u"note %1"_s.arg(i);
        events.push_back(act);
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const AlertEvent& a, const AlertEvent& b) { return a.at < b.at; });
}

QString difference(const QStringList& expected, const QStringList& got)
{
    for (qsizetype i = 0; i < std::max(expected.size(), got.size()); ++i) {
        if (expected.value(i) != got.value(i)) {
            return u"\nexpected: %1\n     got: %2"_s.arg(expected.value(i), got.value(i));
        }
    }
    return {};
}

std::vector<AlertEvent> eventsOf(const LabelledStorm& storm, quint64 seed)
{
    StormMaker make(seed);
    storm.make(make);
    std::vector<AlertEvent> events = make.events();
    addActs(events, seed);
    return events;
}

} // namespace

/// The same events give the same incidents: in any order within the lateness bound, told twice, and with a
/// restart anywhere.
class TestIncidentReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderGivesTheSame_data() { allStorms(); }
    void anyOrderGivesTheSame()
    {
        QFETCH(size_t, index);
        const std::vector<AlertEvent> events = eventsOf(labelledStorms()[index], index);
        const QStringList expected = described(folded(events));
        QVERIFY(!expected.isEmpty());
        for (quint64 seed = 1; seed <= 8; ++seed) {
            const std::vector<AlertEvent> order = shuffled(events, seed, IncidentRules{}.lateness);
            const QString wrong = difference(expected, described(folded(order)));
            QVERIFY2(wrong.isEmpty(), qPrintable(u"storm %1, seed %2: %3"_s.arg(index).arg(seed).arg(wrong)));
        }
    }

    void toldTwiceCountsOnce_data() { allStorms(); }
    void toldTwiceCountsOnce()
    {
        QFETCH(size_t, index);
        std::vector<AlertEvent> events = eventsOf(labelledStorms()[index], index);
        const QStringList expected = described(folded(events));
        std::vector<AlertEvent> twice = shuffled(events, 5, Minutes(1));
        const std::vector<AlertEvent> again = shuffled(events, 6, Minutes(2));
        twice.insert(twice.end(), again.begin(), again.end());
        const QString wrong = difference(expected, described(folded(twice)));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void aRestartChangesNothing_data() { allStorms(); }
    void aRestartChangesNothing()
    {
        QFETCH(size_t, index);
        const std::vector<AlertEvent> events = eventsOf(labelledStorms()[index], index);
        const QStringList expected = described(folded(events));
        for (quint64 seed = 1; seed <= 4; ++seed) {
            const std::vector<AlertEvent> order = shuffled(events, seed, IncidentRules{}.lateness);
            IncidentEngine engine;
            const size_t every = order.size() / 4 + 1;
            for (size_t i = 0; i < order.size(); ++i) {
                engine.take(std::span(order).subspan(i, 1));
                engine.work(i % 3); // what waits is kept, too
                if (i % every == every - 1) {
                    Result<IncidentEngine> restored = IncidentCodec::read(IncidentCodec::written(engine), {});
                    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().text()));
                    engine = std::move(*restored);
                }
            }
            while (!engine.work(100)) {
            }
            const QString wrong = difference(expected, described(engine));
            QVERIFY2(wrong.isEmpty(), qPrintable(u"storm %1, seed %2: %3"_s.arg(index).arg(seed).arg(wrong)));
        }
    }

    void manyStatesAreGoneBackTo()
    {
        // Long enough that old turns are settled and states between them are kept and dropped.
        StormMaker make(9);
        for (int hour = 0; hour < 3; ++hour) {
            make.hostRunsOutOfMemory(make.newCause(), std::chrono::hours(hour), u"eu-a-%1"_s.arg(hour + 1),
                                     400);
            make.zoneDies(make.newCause(), std::chrono::hours(hour) + Minutes(3), u"eu-b"_s, 16);
            make.noise(std::chrono::hours(hour), std::chrono::hours(hour + 1), StormMaker::Seconds(40));
        }
        std::vector<AlertEvent> events = make.events();
        addActs(events, 9);
        const QStringList expected = described(folded(events));
        for (quint64 seed = 1; seed <= 6; ++seed) {
            const QString wrong =
                difference(expected, described(folded(shuffled(events, seed, IncidentRules{}.lateness))));
            QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(wrong)));
        }
    }

private:
    using Minutes = StormMaker::Minutes;

    static void allStorms()
    {
        QTest::addColumn<size_t>("index");
        for (size_t i = 0; i < labelledStorms().size(); ++i) {
            QTest::addRow("%zu %s", i, qPrintable(labelledStorms()[i].name)) << i;
        }
    }
};

QTEST_GUILESS_MAIN(TestIncidentReplay)
#include "tst_incident_replay.moc"
