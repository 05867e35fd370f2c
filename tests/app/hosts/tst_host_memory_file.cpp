// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/HostMemoryFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace Qt::StringLiterals;

namespace {

const Timestamp Then{Millis{1'790'000'000'123}};

HostMemory sample()
{
    const SubjectKey a{u"hub"_s, u"a\"b"_s};
    const SubjectKey x{u"prom"_s, u"10.0.0.7:9100"_s};
    const SubjectKey x2{u"prom"_s, u"10.0.0.7:9100#2"_s};
    HostMemory memory;
    memory.decisions = {{a, x, true, Then}, {a, x2, false, Then}};
    memory.machines = {
        {x, {{1, u"aa"_s, {}, u"n1"_s, u"Xeon"_s, 4.0, 8e9}, {2, u"bb"_s, {}, {}, {}, {}, {}}}, {{2, Then}}}};
    memory.alarms = {{HostAlarm::Kind::MachineId, x2, x, u"aa"_s, u"bb"_s, Then},
                     {HostAlarm::Kind::Machine, a, a, u"n1"_s, u"n2"_s, Then}};
    memory.hosts = {
        {x, HostKind::Machine, HostState::Down, {u"n1"_s, {u"10.0.0.7"_s}, u"n1"_s, {}, {}}, {}, Then},
        {a, HostKind::Service, HostState::Up, {u"r"_s, {}, {}, {}, u"i"_s}, 1.5, Then}};
    return memory;
}

} // namespace

/// What is kept of hosts from run to run.
class TestHostMemoryFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const QString folder = m_folder.filePath(u"new/er"_s);
        HostMemoryFile file(folder);
        QCOMPARE(file.read(), Result<HostMemory>(HostMemory{}));
        QVERIFY(file.write(sample()));
        QCOMPARE(HostMemoryFile(folder).read(), Result<HostMemory>(sample()));
        QVERIFY(file.write({}));
        QCOMPARE(HostMemoryFile(folder).read(), Result<HostMemory>(HostMemory{}));
    }

    void whatIsDamagedIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray head = "{\"schema\":\"stowage/host-matches/1\",";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("cut") << head;
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no schema") << QByteArray("{}");
        QTest::newRow("a schema that is a number") << QByteArray("{\"schema\":7}");
        QTest::newRow("parts missing") << head + "\"decisions\":[]}";
        QTest::newRow("decisions of another type")
            << head + "\"decisions\":7,\"subjects\":[],\"alarms\":[],\"hosts\":[]}";
        QTest::newRow("a decision without a subject")
            << head +
                   "\"decisions\":[{\"one\":{\"source\":\"a\"}}],\"subjects\":[],\"alarms\":[],\"hosts\":[]}";
        QTest::newRow("a number that is a text")
            << head + "\"decisions\":[],\"subjects\":[{\"source\":\"a\",\"subject\":\"b\",\"machines\":"
                      "[{\"number\":\"one\"}],\"turns\":[]}],\"alarms\":[],\"hosts\":[]}";
        QTest::newRow("not UTF-8")
            << head + "\"decisions\":[\"\xff\xfe\"],\"subjects\":[],\"alarms\":[],\"hosts\":[]}";
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }

    void whatIsDamagedIsSetAside()
    {
        QFETCH(const QByteArray, content);
        const QString folder = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(QDir().mkpath(folder));
        HostMemoryFile file(folder);
        QFile bad(file.path());
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(content);
        bad.close();
        const auto read = file.read();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Storage);
        QVERIFY(QFile::exists(file.path() + u".damaged"_s));
        QVERIFY(file.write(sample()));
        QCOMPARE(HostMemoryFile(folder).read(), Result<HostMemory>(sample()));
    }

    void aNewerProgramsFileIsLeftAlone()
    {
        HostMemoryFile file(m_folder.path());
        const QByteArray content = "{\"schema\":\"stowage/host-matches/2\",\"what\":1}";
        QFile newer(file.path());
        QVERIFY(newer.open(QIODevice::WriteOnly));
        newer.write(content);
        newer.close();
        const auto read = file.read();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::NewerSchema);
        QVERIFY(file.write(sample()));
        QVERIFY(newer.open(QIODevice::ReadOnly));
        QCOMPARE(newer.readAll(), content);
    }
};

QTEST_GUILESS_MAIN(TestHostMemoryFile)
#include "tst_host_memory_file.moc"
