// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/metrics/RegistryInstances.h"

#include <QTest>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

constexpr Millis Every = 15s;
constexpr Timestamp Began{Millis{1'795'300'000'000}};

QString target()
{
    return QStringLiteral("127.0.0.1:5001");
}

/// Pages with one counter, from processes that are named by when they began.
struct Pages
{
    /// The page of a process that began so long after `Began`, `after` the last page.
    RegistryInstances::Taken read(Millis startedAfter, double count, Millis after = Every)
    {
        return take(Began + startedAfter, count, after);
    }

    RegistryInstances::Taken take(std::optional<Timestamp> startedAt, double count, Millis after)
    {
        now += after;
        CounterReading reading;
        reading.at = now;
        reading.wall = Began + now;
        reading.startedAt = startedAt;
        reading.values = {{0, 0, count}};
        return instances.take(reading);
    }

    static std::optional<double> gain(const RegistryInstances::Taken& taken)
    {
        return taken.instance->history.gain(MetricWindow::Minute, 0);
    }

    Millis now = 1h; ///< since Began
    RegistryInstances instances{target(), Every};
};

QString at(const char* start)
{
    return target() + QLatin1Char('@') + QString::fromLatin1(start);
}

} // namespace

/// Who answers behind one address, and what its counters gained.
class TestRegistryInstances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneProcessIsTheTarget()
    {
        Pages pages;
        const auto first = pages.read(0s, 100);
        QCOMPARE(first.subject, target());
        QVERIFY(!pages.gain(first));
        const auto second = pages.read(1s, 130); // starts waver
        QCOMPARE(second.subject, target());
        QCOMPARE(pages.gain(second), std::optional(30.0));
        QVERIFY(second.removed.isEmpty());
        QCOMPARE(pages.instances.count(), size_t{1});
    }

    void aRestartGoesOnUnderTheSameNameAndBeginsAtNought()
    {
        Pages pages;
        pages.read(0s, 1'000);
        pages.read(0s, 1'030);
        const auto restarted = pages.read(pages.now + 5s, 12);
        QVERIFY(restarted.isRestart);
        QCOMPARE(restarted.subject, target());
        QVERIFY(restarted.removed.isEmpty());
        // Twelve in the ten seconds since it began: neither -1018 nor 12 over a minute.
        QCOMPARE(pages.gain(restarted), std::optional(12.0));
        QCOMPARE(restarted.instance->history.covered(MetricWindow::Minute), std::optional(10'000ms));
        const auto later = pages.read(restarted.instance->startedAt.value() - Began, 20);
        QCOMPARE(pages.gain(later), std::optional(20.0));
        QVERIFY(!pages.instances.areSeveral());
    }

    /// Two behind a balancer, both older than our first page.
    void twoInTurnAreKeptApart()
    {
        Pages pages;
        pages.read(0s, 1'000);
        const auto other = pages.read(-500s, 50);
        QVERIFY(pages.instances.areSeveral());
        QCOMPARE(other.removed, QStringList{target()});
        QCOMPARE(other.subject, at("2026-11-21T22:18:20Z"));
        QVERIFY(!pages.gain(other)); // it is not compared with the first
        const auto first = pages.read(0s, 1'060);
        QCOMPARE(first.subject, at("2026-11-21T22:26:40Z"));
        QCOMPARE(pages.gain(first), std::optional(60.0));
        QCOMPARE(first.instance->history.covered(MetricWindow::Minute), std::optional(30'000ms));
        const auto second = pages.read(-500s, 57);
        QCOMPARE(pages.gain(second), std::optional(7.0));
        QVERIFY(second.removed.isEmpty());
    }

    /// A young one looks like a restart until the old one answers again.
    void whatIsThoughtGoneMayAnswerAgain()
    {
        Pages pages;
        pages.read(0s, 1'000);
        const Millis young = pages.now + 10s;
        const auto second = pages.read(young, 2);
        QVERIFY(second.isRestart);
        const auto first = pages.read(0s, 1'100);
        QVERIFY(pages.instances.areSeveral());
        QCOMPARE(first.removed, QStringList{target()});
        QCOMPARE(pages.gain(first), std::optional(100.0));
        const auto third = pages.read(young, 9);
        QCOMPARE(pages.gain(third), std::optional(9.0)); // of 35 s, from its beginning on
        QCOMPARE(pages.instances.count(), size_t{2});
    }

    void oneThatIsLeftIsTheTargetAgain()
    {
        Pages pages;
        pages.read(0s, 1'000);
        pages.read(-500s, 50);
        QStringList removed;
        for (int i = 0; i < 60 && pages.instances.areSeveral(); ++i) {
            removed << pages.read(0s, 1'000 + i).removed;
        }
        QVERIFY(!pages.instances.areSeveral());
        removed.sort();
        QCOMPARE(removed, (QStringList{at("2026-11-21T22:18:20Z"), at("2026-11-21T22:26:40Z")}));
        const auto now = pages.read(0s, 2'000);
        QCOMPARE(now.subject, target());
        QVERIFY(now.removed.isEmpty());
    }

    void aPageWithoutAStartIsOfTheOnlyOneOrOfNobody()
    {
        Pages pages;
        pages.read(0s, 1'000);
        const auto nameless = pages.take(std::nullopt, 1'010, Every);
        QCOMPARE(pages.gain(nameless), std::optional(10.0));
        pages.read(-500s, 50);
        QVERIFY(pages.take(std::nullopt, 51, Every).instance == nullptr);
    }

    void processesWithoutAnyStartAreOne()
    {
        Pages pages;
        pages.take(std::nullopt, 100, Every);
        QCOMPARE(pages.gain(pages.take(std::nullopt, 130, Every)), std::optional(30.0));
        QCOMPARE(pages.gain(pages.take(std::nullopt, 5, Every)), std::optional(35.0)); // began anew
        QVERIFY(!pages.instances.areSeveral());
    }

    void aNewStartOnEveryPageIsBounded()
    {
        Pages pages;
        QStringList told;
        for (int i = 0; i < 500; ++i) {
            const auto taken = pages.read(-100s * i, 1);
            told << taken.subject;
            for (const QString& subject : taken.removed) {
                QCOMPARE(told.removeAll(subject), 1);
            }
            QVERIFY(pages.instances.count() <= RegistryInstances::Most);
        }
        QVERIFY(told.size() <= int{RegistryInstances::Most});
    }

    void countersThatMeanOthersAreNotCompared()
    {
        Pages pages;
        pages.read(0s, 1'000);
        pages.instances.forgetCounters();
        QVERIFY(!pages.gain(pages.read(0s, 5'000)));
    }
};

QTEST_GUILESS_MAIN(TestRegistryInstances)
#include "tst_registry_instances.moc"
