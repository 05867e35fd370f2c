// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/NameWatch.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

/// Answers at the next turn of the clock with what the test has put in.
class FakeNames final : public NameResolver
{
public:
    explicit FakeNames(const Clock& clock) : m_clock(clock) {}

    void lookUp(const QString& name, QObject* context,
                std::function<void(const NameAddresses&)> then) const override
    {
        asked << name;
        m_clock.after(Millis(1), context, [this, then = std::move(then)] { then(answer); });
    }

    NameAddresses answer{true, {QStringLiteral("192.0.2.1")}, {}};
    mutable QStringList asked;

private:
    const Clock& m_clock;
};

/// Over IPv6 as the test has put in; over IPv4 all answer.
class FakeProbe final : public AddressProbe
{
public:
    explicit FakeProbe(const Clock& clock) : m_clock(clock) {}

    void reach(const QStringList& addresses, quint16 port, QObject* context,
               std::function<void(FamilyAnswer)> then) const override
    {
        tried << QStringLiteral("%1 %2").arg(addresses.join(QLatin1Char(','))).arg(port);
        const bool isV6 = addresses.value(0).contains(QLatin1Char(':'));
        m_clock.after(Millis(1), context,
                      [answer = isV6 ? v6 : FamilyAnswer::Answers, then] { then(answer); });
    }

    FamilyAnswer v6 = FamilyAnswer::Dark;
    mutable QStringList tried;

private:
    const Clock& m_clock;
};

class Stage
{
public:
    Stage()
    {
        QObject::connect(&watch, &NameWatch::happened, &watch, [this](const std::vector<AlertEvent>& more) {
            events.insert(events.end(), more.begin(), more.end());
        });
        watch.watch(QStringLiteral("reg"), {QStringLiteral("registry.example.test")});
        clock.advance(Millis(1));
    }

    void answer(const QStringList& v4, const QStringList& v6, bool isAnswered = true)
    {
        names.answer = {isAnswered, v4, v6};
        watch.refresh();
        clock.advance(Millis(1));
    }

    ManualClock clock;
    FakeNames names{clock};
    NameWatch watch{names, clock};
    std::vector<AlertEvent> events;
};

const QStringList One{QStringLiteral("192.0.2.1")};
const QStringList Other{QStringLiteral("192.0.2.2")};
const QStringList Six{QStringLiteral("2001:db8::7")};

} // namespace

class TestNameWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstAnswerIsNoNews();
    void anAaaaRecordThatAppearsIsTold();
    void whatIsGoneTwiceIsGone();
    void noAnswerSaysNothing();
    void aSteadyNameThatMovesIsTold();
    void aNameThatGoesRoundIsNot();
    void literalsAndLocalNamesAreNotAsked();
    void asksAgainAndAgain();
    void howOftenCanBeSet();
    void aDarkFamilyIsFound();
    void withoutAPortNothingIsTried();
};

void TestNameWatch::aFirstAnswerIsNoNews()
{
    Stage stage;
    QVERIFY(stage.events.empty());
    QCOMPARE(stage.names.asked.size(), 1);
}

void TestNameWatch::anAaaaRecordThatAppearsIsTold()
{
    Stage stage;
    stage.answer(One, Six);
    QCOMPARE(stage.events.size(), size_t(1));
    const AlertEvent& event = stage.events[0];
    QCOMPARE(event.kind, AlertEventKind::AddressesChanged);
    QCOMPARE(event.severity, AlertSeverity::Warning);
    QCOMPARE(event.source, QStringLiteral("reg"));
    QVERIFY(event.summary.contains(QLatin1String("2001:db8::7")));
    stage.answer(One, Six);
    QCOMPARE(stage.events.size(), size_t(1));
}

void TestNameWatch::whatIsGoneTwiceIsGone()
{
    Stage stage;
    stage.answer(One, Six);
    stage.events.clear();
    stage.answer(One, {});
    QVERIFY(stage.events.empty());
    stage.answer(One, {});
    QCOMPARE(stage.events.size(), size_t(1));
    stage.answer(One, {});
    QCOMPARE(stage.events.size(), size_t(1));
}

void TestNameWatch::noAnswerSaysNothing()
{
    Stage stage;
    for (int i = 0; i < 5; ++i) {
        stage.answer({}, {}, false);
    }
    QVERIFY(stage.events.empty());
}

void TestNameWatch::aSteadyNameThatMovesIsTold()
{
    Stage stage;
    for (int i = 0; i < NameWatch::Steady; ++i) {
        stage.answer(One, {});
    }
    stage.answer(Other, {});
    QCOMPARE(stage.events.size(), size_t(1));
}

void TestNameWatch::aNameThatGoesRoundIsNot()
{
    Stage stage;
    for (int i = 0; i < 20; ++i) {
        stage.answer(i % 2 == 0 ? Other : One, {});
    }
    QVERIFY(stage.events.empty());
}

void TestNameWatch::literalsAndLocalNamesAreNotAsked()
{
    Stage stage;
    stage.names.asked.clear();
    stage.watch.watch(QStringLiteral("x"), {QStringLiteral("10.0.0.1"), QStringLiteral("::1"),
                                            QStringLiteral("localhost"), QString()});
    QVERIFY(stage.names.asked.isEmpty());
}

void TestNameWatch::asksAgainAndAgain()
{
    Stage stage;
    stage.clock.advance(3 * NameWatch::Every);
    QCOMPARE(stage.names.asked.size(), 4);
}

void TestNameWatch::howOftenCanBeSet()
{
    Stage stage;
    stage.watch.setEvery(Millis(20'000));
    stage.clock.advance(Millis(61'000));
    QCOMPARE(stage.names.asked.size(), 4); // and not once more by the earlier rhythm
}

void TestNameWatch::aDarkFamilyIsFound()
{
    Stage stage;
    FakeProbe probe(stage.clock);
    stage.watch.setProbe(&probe);
    stage.watch.watch(QStringLiteral("hub"), {QStringLiteral("hub.example.test")}, 8090);
    stage.clock.advance(Millis(5));
    QVERIFY(probe.tried.isEmpty()); // there is no AAAA record
    QCOMPARE(stage.watch.book().notes().size(), size_t(2));

    stage.answer(One, Six);
    stage.clock.advance(Millis(5));
    QCOMPARE(probe.tried,
             QStringList({QStringLiteral("2001:db8::7 8090"), QStringLiteral("192.0.2.1 8090")}));
    const NameNote dark = stage.watch.book().notes().at(0);
    QCOMPARE(dark.source, QStringLiteral("hub"));
    QCOMPARE(dark.server, QStringLiteral("hub.example.test"));
    QCOMPARE(dark.v6, Six);
    QVERIFY(dark.v6Answer == FamilyAnswer::Dark);
    QVERIFY(dark.v4Answer == FamilyAnswer::Answers);
    QVERIFY(dark.v6Since != Timestamp{});

    probe.v6 = FamilyAnswer::Answers;
    stage.answer(One, Six);
    stage.clock.advance(Millis(5));
    QVERIFY(stage.watch.book().notes().at(0).v6Answer == FamilyAnswer::Answers);
    QCOMPARE(stage.watch.book().notes().at(0).v6Since, dark.v6Since);

    stage.answer(One, {});
    stage.answer(One, {});
    stage.clock.advance(Millis(5));
    QVERIFY(stage.watch.book().notes().at(0).v6.isEmpty());
}

void TestNameWatch::withoutAPortNothingIsTried()
{
    Stage stage;
    FakeProbe probe(stage.clock);
    stage.watch.setProbe(&probe);
    stage.answer(One, Six);
    stage.clock.advance(Millis(5));
    QVERIFY(probe.tried.isEmpty());
}

QTEST_GUILESS_MAIN(TestNameWatch)
#include "tst_name_watch.moc"
