// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/HostDesk.h"
#include "tests/models/hosts/HostFixture.h"
#include "tests/models/hosts/MemorySeries.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A desk over a history in memory.
struct Desk
{
    explicit Desk(const QString& folder) : Desk(folder, std::make_unique<MemorySeries>()) {}
    Desk(const QString& folder, std::unique_ptr<MemorySeries> series)
        : history(*series), desk(fixture.fleet, {}, std::move(series), folder, fixture.clock)
    {
    }

    void take(Delta delta)
    {
        desk.judge(delta);
        desk.book().apply(delta);
        desk.book().flush();
    }

    void tell(const QString& subject, const QString& machineId)
    {
        Delta delta = fixture.from(u"prom"_s);
        HostObservation host = HostFixture::machine(subject, u"n1"_s);
        host.identity.machineId = machineId;
        host.at = fixture.clock.now();
        delta.hosts = {host};
        take(delta);
    }

    void sample(const QString& subject, const QString& metric, double value)
    {
        Delta delta = fixture.from(u"prom"_s);
        delta.samples = {
            {{{u"prom"_s, subject}, metric}, 1min, false, {{fixture.clock.now(), value, value}}, {}}};
        take(delta);
    }

    FleetFixture fixture;
    MemorySeries& history;
    HostDesk desk;
};

} // namespace

/// Where everything about hosts is put together.
class TestHostDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeTrueNeverReachesTheBook()
    {
        const QTemporaryDir folder;
        Desk d(folder.path());
        d.tell(u"x"_s, u"aa"_s);
        d.sample(u"x"_s, u"cpu.percent"_s, 40);
        d.fixture.clock.advance(1min);
        d.sample(u"x"_s, u"cpu.percent"_s, 4'000);
        const Host& host = d.desk.book().host(*d.desk.book().find(SubjectKey{u"prom"_s, u"x"_s}));
        QCOMPARE(host.value(u"cpu.percent"_s)->value, 40.0);
        QVERIFY(host.quarantine(u"cpu.percent"_s) != nullptr);
        QVERIFY(host.quarantine(u"cpu.percent"_s)->isLatest);
        // Both are kept, apart.
        const SeriesData kept = d.history.kept.value({{u"prom"_s, u"x"_s}, u"cpu.percent"_s});
        QCOMPARE(kept.points.size(), size_t(1));
        QCOMPARE(kept.quarantined.size(), size_t(1));
    }

    void anotherMachineRaisesAnAlarmThatTheNextRunStillKnows()
    {
        const QTemporaryDir folder;
        {
            Desk d(folder.path());
            d.desk.restore({u"prom"_s});
            d.tell(u"x"_s, u"aa"_s);
            d.sample(u"x"_s, u"cpu.percent"_s, 40);
            d.fixture.clock.advance(1min);
            d.tell(u"x"_s, u"bb"_s);
            d.fixture.clock.advance(1min);
            d.sample(u"x"_s, u"cpu.percent"_s, 50);
            QCOMPARE(d.desk.book().alarms().size(), size_t(1));
            QVERIFY(!d.desk.book().find(SubjectKey{u"prom"_s, u"x"_s}));
            const auto id = d.desk.book().find(SubjectKey{u"prom"_s, u"x#2"_s});
            QVERIFY(id);
            QCOMPARE(d.desk.book().host(*id).value(u"cpu.percent"_s)->value, 50.0);
            QCOMPARE(d.history.kept.value({{u"prom"_s, u"x"_s}, u"cpu.percent"_s}).points.size(), size_t(1));
            QCOMPARE(d.history.kept.value({{u"prom"_s, u"x#2"_s}, u"cpu.percent"_s}).points.size(),
                     size_t(1));
            d.desk.close();
            QVERIFY(d.history.isClosed);
        }
        Desk d(folder.path());
        d.desk.restore({u"prom"_s});
        d.tell(u"x"_s, u"bb"_s);
        QVERIFY(d.desk.book().find(SubjectKey{u"prom"_s, u"x#2"_s}));
        QCOMPARE(d.desk.book().alarms().size(), size_t(1));
        d.desk.book().dismiss({u"prom"_s, u"x#2"_s});
        d.desk.close();
        Desk later(folder.path());
        later.desk.restore({u"prom"_s});
        QVERIFY(later.desk.book().alarms().empty());
    }

    void whatAPersonSettledIsKept()
    {
        const QTemporaryDir folder;
        const SubjectKey a{u"hub"_s, u"a"_s};
        const SubjectKey x{u"prom"_s, u"x"_s};
        {
            Desk d(folder.path());
            d.desk.book().settle({a, x, true, d.fixture.clock.now()});
            d.fixture.clock.advance(5s); // by itself, not only at the end
            QVERIFY(QFile::exists(QDir(folder.path()).filePath(u"host-matches.json"_s)));
        }
        Desk d(folder.path());
        d.desk.restore({u"prom"_s});
        QCOMPARE(d.desk.book().decisions().size(), size_t(1));
        QVERIFY(d.desk.book().decisions().front().isAbout(a, x));
    }

    void aSourceOfItsOwnPastIsAskedToo()
    {
        const QTemporaryDir folder;
        Desk d(folder.path());
        d.tell(u"x"_s, u"aa"_s);
        const Timestamp now = d.fixture.clock.now();
        const SeriesKey key{{u"prom"_s, u"x"_s}, u"cpu.percent"_s};
        MemorySeries own;
        own.put(key, {1, 2, 3}, now - 10min, 1min);
        d.history.put(key, {4, 5}, now, 1min);
        d.desk.addReader(u"prom"_s, own);
        QSignalSpy answered(&d.desk.series(), &SeriesReader::answered);
        const quint64 ticket = d.desk.series().read({{key}, {now - 1h, now}, 0});
        const auto isOurs = [&] {
            return std::ranges::any_of(
                answered, [&](const QList<QVariant>& each) { return each.at(0).toULongLong() == ticket; });
        };
        QTRY_VERIFY(isOurs());
        for (const QList<QVariant>& each : answered) {
            if (each.at(0).toULongLong() == ticket) {
                const auto answer = each.at(1).value<SeriesAnswer>();
                QVERIFY(answer);
                QCOMPARE(answer->front().points.size(), size_t(5));
            }
        }
        d.desk.close(); // before the reader goes
    }

    void lastKnownHostsAreThereAtOnceAndDated()
    {
        const QTemporaryDir folder;
        {
            Desk d(folder.path());
            d.desk.restore({u"prom"_s});
            d.tell(u"x"_s, u"aa"_s);
            d.tell(u"y"_s, u"bb"_s);
        }
        const SubjectKey x{u"prom"_s, u"x"_s};
        const SubjectKey y{u"prom"_s, u"y"_s};
        Desk other(folder.path());
        other.desk.restore({u"another"_s});
        QVERIFY(!other.desk.book().find(x));
        Desk d(folder.path());
        d.fixture.status(u"prom"_s, Freshness::Unseen, d.fixture.clock.now(), 0);
        d.fixture.fleet.flush();
        d.desk.restore({u"prom"_s});
        QVERIFY(d.desk.book().find(x));
        const HostId id = *d.desk.book().find(x);
        QVERIFY(d.desk.book().host(id).freshness != Freshness::Live);
        QCOMPARE(d.desk.book().host(id).state, HostState::Up);
        QCOMPARE(d.desk.book().host(id).name, u"n1"_s);
        // The source answers, and knows one of them no more.
        d.fixture.status(u"prom"_s, Freshness::Live, d.fixture.clock.now());
        d.tell(u"x"_s, u"aa"_s);
        QCOMPARE(d.desk.book().host(id).freshness, Freshness::Live);
        d.desk.book().judgeAges();
        QVERIFY(d.desk.book().find(y));
        d.desk.book().forgetUnconfirmed();
        QVERIFY(!d.desk.book().find(y));
        QVERIFY(d.desk.book().find(x));
    }

    void aDamagedMemoryIsTold()
    {
        const QTemporaryDir folder;
        QFile bad(QDir(folder.path()).filePath(u"host-matches.json"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("{");
        bad.close();
        Desk d(folder.path());
        QSignalSpy failed(&d.desk, &HostDesk::failed);
        d.desk.restore({u"prom"_s});
        QCOMPARE(failed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHostDesk)
#include "tst_host_desk.moc"
