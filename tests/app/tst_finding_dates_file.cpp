// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/FindingDatesFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace Qt::StringLiterals;

/// That the ages of findings outlive the program, and that a bad file costs them alone.
class TestFindingDatesFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const FindingDatesFile file(m_folder.path());
        const FindingDateBook book{{u"singleHolder sha256:ab"_s, {at(-3), true, at(0)}},
                                   {u"coverageBroken registry-1 team/ü:1"_s, {at(-200), false, at(-1)}}};
        file.write(book);
        QCOMPARE(file.read(at(0)), book);
        QCOMPARE(QFile(path()).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
    }

    void whatHasNotStoodForAMonthIsForgotten()
    {
        const FindingDatesFile file(m_folder.path());
        file.write(
            {{u"old"_s, {at(-2000), true, at(-31 * 24)}}, {u"new"_s, {at(-2000), true, at(-29 * 24)}}});
        QCOMPARE(file.read(at(0)).keys(), QStringList{u"new"_s});
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("another schema")
            << QByteArray(R"({"schema": "stowage/finding-dates/2", "findings": {}})");
        QTest::newRow("no findings") << QByteArray(R"({"schema": "stowage/finding-dates/1"})");
        QTest::newRow("findings of another type")
            << QByteArray(R"({"schema": "stowage/finding-dates/1", "findings": 3})");
        QTest::newRow("entries of another type") << QByteArray(
            R"({"schema": "stowage/finding-dates/1", "findings": {"a": 1, "b": {"since": 2}}})");
        QTest::newRow("times that are none") << QByteArray(R"({"schema": "stowage/finding-dates/1",
                              "findings": {"a": {"since": "then", "seen": "now", "exact": true}}})");
    }

    void bad()
    {
        QFETCH(QByteArray, text);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(FindingDatesFile(m_folder.path()).read(at(0)).isEmpty());
    }

    void noFolder()
    {
        const FindingDatesFile file(m_folder.filePath(u"nowhere"_s));
        file.write({{u"a"_s, {at(0), true, at(0)}}});
        QVERIFY(file.read(at(0)).isEmpty());
    }

private:
    QString path() const { return m_folder.filePath(u"finding-dates.json"_s); }

    static Timestamp at(int hours)
    {
        return *fromRfc3339(u"2026-11-21T22:15:03.120Z") + std::chrono::hours{hours};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFindingDatesFile)
#include "tst_finding_dates_file.moc"
