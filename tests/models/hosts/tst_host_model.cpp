// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostModel.h"
#include "tests/models/hosts/HostFixture.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString cell(const HostModel& model, int row, const QString& column)
{
    return model.index(row, model.columnOf(column)).data().toString();
}

QVariant cell(const HostModel& model, int row, const QString& column, int role)
{
    return model.index(row, model.columnOf(column)).data(role);
}

QString names(const HostModel& model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        found << cell(model, row, u"name"_s);
    }
    return found.join(u' ');
}

/// n1 busy, n2 full, n3 down, n4 quiet, n5 paused, n6 quarantined.
void fill(HostFixture& f)
{
    const auto put = [&f](const QString& name, double cpu, double disk) {
        f.tell(u"hub"_s, HostFixture::machine(name, name));
        f.sample(u"hub"_s, name, u"cpu.percent"_s, cpu);
        f.sample(u"hub"_s, name, u"disk.percent"_s, disk);
    };
    put(u"n1"_s, 91, 20);
    put(u"n2"_s, 10, 30);
    f.sample(u"hub"_s, u"n2"_s, u"disk.percent[/data]"_s, 96.4);
    put(u"n3"_s, 10, 30);
    put(u"n4"_s, 12.5, 30);
    put(u"n5"_s, 10, 30);
    put(u"n6"_s, 10, 31);
    HostObservation down = HostFixture::machine(u"n3"_s, u"n3"_s);
    down.state = HostState::Down;
    f.tell(u"hub"_s, down);
    HostObservation paused = HostFixture::machine(u"n5"_s, u"n5"_s);
    paused.state = HostState::Paused;
    f.tell(u"hub"_s, paused);
    f.sample(u"hub"_s, u"n6"_s, u"disk.write.bytesPerSecond"_s, 2048);
    f.sample(u"hub"_s, u"n4"_s, u"disk.write.bytesPerSecond"_s, 4096);
    f.sample(u"hub"_s, u"n4"_s, u"disk.read.bytesPerSecond"_s, 1024);
    f.clock.advance(10s);
    f.quarantine(u"hub"_s, u"n6"_s, u"disk.write.bytesPerSecond"_s, 9.9e13);
}

} // namespace

/// The table of hosts.
class TestHostModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorstComeFirst()
    {
        HostFixture f;
        fill(f);
        HostModel model(f.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(names(model), u"n3 n2 n1 n6 n5 n4"_s);
        QCOMPARE(cell(model, 0, u"name"_s, HostModel::StateRole).toString(), u"critical"_s);
        QCOMPARE(cell(model, 1, u"disk"_s), u"96 %"_s);
        QCOMPARE(cell(model, 1, u"disk"_s, HostModel::GradeRole).toString(), u"critical"_s);
        QCOMPARE(cell(model, 1, u"disk"_s, HostModel::ValueRole).toDouble(), 96.4);
        QVERIFY(cell(model, 1, u"reason"_s).contains(u"/data"_s));
        QCOMPARE(cell(model, 0, u"cpu"_s), u"down"_s);
        QVERIFY(!cell(model, 0, u"cpu"_s, HostModel::ValueRole).isValid());
        QCOMPARE(cell(model, 4, u"cpu"_s), u"paused"_s);
        QCOMPARE(cell(model, 3, u"write"_s), u"quarantined"_s);
        QCOMPARE(cell(model, 3, u"write"_s, HostModel::QuarantinedRole).toBool(), true);
        QCOMPARE(cell(model, 3, u"quarantined"_s), u"disk.write.bytesPerSecond"_s);
        QCOMPARE(cell(model, 5, u"io"_s), u"1.0 KiB/s / 4.0 KiB/s"_s);
        QCOMPARE(cell(model, 5, u"memory"_s), u"not told"_s);
        QCOMPARE(cell(model, 5, u"name"_s, HostModel::SparkRole).value<QList<double>>().back(), 12.5);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("left");
        QTest::newRow("cpu") << u"cpu>80"_s << u"n1"_s;
        QTest::newRow("disk") << u"disk>=96"_s << u"n2"_s;
        QTest::newRow("rate") << u"write>3KiB"_s << u"n4"_s;
        QTest::newRow("state") << u"state:paused"_s << u"n5"_s;
        QTest::newRow("quarantined") << u"quarantined:write"_s << u"n6"_s;
        QTest::newRow("name") << u"n3"_s << u"n3"_s;
    }

    void filters()
    {
        QFETCH(const QString, filter);
        HostFixture f;
        fill(f);
        HostModel model(f.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        auto parsed = model.parseFilter(filter);
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().text()));
        model.setFilter(std::move(*parsed));
        QTEST(names(model), "left");
    }

    void followsTheBook()
    {
        HostFixture f;
        HostModel model(f.book);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        fill(f);
        f.book.flush();
        QCOMPARE(names(model), u"n3 n2 n1 n6 n5 n4"_s);
        f.sample(u"hub"_s, u"n4"_s, u"cpu.percent"_s, 99.5);
        f.remove(u"hub"_s, u"n3"_s);
        f.book.flush();
        QCOMPARE(names(model), u"n4 n2 n1 n6 n5"_s);
        const SubjectKey n5{u"hub"_s, u"n5"_s};
        f.book.raise({HostAlarm::Kind::MachineId, n5, n5, u"a"_s, u"b"_s, f.clock.now()});
        f.book.flush();
        QCOMPARE(names(model), u"n5 n4 n2 n1 n6"_s);
        f.book.dismiss(n5);
        f.book.flush();
        QCOMPARE(names(model), u"n4 n2 n1 n6 n5"_s);
    }

    void aServiceAgainstItsLimit()
    {
        HostFixture f;
        HostObservation registry = HostFixture::machine(u"r3"_s, u"registry-3"_s);
        registry.kind = HostKind::Service;
        f.tell(u"hub"_s, registry);
        f.sample(u"hub"_s, u"r3"_s, u"process.cpu.cores"_s, 0.99);
        HostModel model(f.book);
        QCOMPARE(cell(model, 0, u"cpu"_s), u"no limit"_s);
        registry.cpuLimit = 1.0;
        f.tell(u"hub"_s, registry);
        f.book.flush();
        QCOMPARE(cell(model, 0, u"cpu"_s), u"99 %"_s);
        QCOMPARE(cell(model, 0, u"cpu"_s, HostModel::GradeRole).toString(), u"critical"_s);
        QCOMPARE(cell(model, 0, u"kind"_s), u"service"_s);
    }

    void whatIsNotKnownStandsLast()
    {
        HostFixture f;
        fill(f);
        HostModel model(f.book);
        QVERIFY(model.sortBy(u"cpu"_s));
        QVERIFY(names(model).endsWith(u"n3 n5"_s));
        QVERIFY(model.sortBy(u"-cpu"_s));
        QVERIFY(names(model).startsWith(u"n1 n4"_s));
        QVERIFY(names(model).endsWith(u"n3 n5"_s));
    }
};

QTEST_GUILESS_MAIN(TestHostModel)
#include "tst_host_model.moc"
