// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfileReader.h"
#include "tests/app/profile/BadProfiles.h"
#include "tests/app/profile/Texts.h"

#include <QElapsedTimer>

using namespace stowage;
using namespace stowage::test;

class TestProfileRefusals : public QObject
{
    Q_OBJECT

private:
    static void addRows(const std::vector<BadProfile>& profiles)
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("todo");
        for (const BadProfile& bad : profiles) {
            QTest::newRow(bad.name) << bad.text << bad.line << QString::fromUtf8(bad.pointer)
                                    << QString::fromUtf8(bad.what) << QString::fromUtf8(bad.todo);
        }
    }

    /// Exactly one problem, where and what the row says, within a moment, and never with the secret.
    static void check()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, pointer);
        QFETCH(QString, what);
        QFETCH(QString, todo);
        QElapsedTimer timer;
        timer.start();
        const auto read = ProfileReader::read(text, QStringLiteral("p.json"));
        const qint64 took = timer.elapsed();
        QVERIFY2(!read, "it was accepted");
        const ProfileProblem& problem = read.error().at(0);
        const QByteArray told = problem.text().toUtf8();
        QStringList all;
        for (const ProfileProblem& each : read.error()) {
            all << each.text();
            QVERIFY2(!each.text().contains(QStringLiteral("hunter2")), told.constData());
        }
        QVERIFY2(all.size() == 1, qPrintable(all.join(QLatin1Char('\n'))));
        QVERIFY2(problem.line == line, told.constData());
        QVERIFY2(problem.pointer == pointer, told.constData());
        QVERIFY2(problem.what.contains(what), told.constData());
        QVERIFY2(problem.todo.contains(todo), told.constData());
        QVERIFY2(took < 2000, qPrintable(QString::number(took)));
    }

private Q_SLOTS:
    void syntax_data() { addRows(badSyntax()); }
    void syntax() { check(); }
    void schema_data() { addRows(badByTheSchema()); }
    void schema() { check(); }
    void rules_data() { addRows(badByTheRules()); }
    void rules() { check(); }

    /// Every beginning of a right profile is refused, and none of them crashes.
    void everyBeginning()
    {
        const QByteArray whole(texts::Documented);
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto read = ProfileReader::read(whole.first(size), {});
            QVERIFY(!read);
            QVERIFY(read.error().at(0).line >= 1);
        }
        QVERIFY(ProfileReader::read(whole, {}));
    }

    /// Any one byte changed: right or wrong, but never a crash, and never without words.
    void everyByteChanged()
    {
        const QByteArray whole(texts::Documented);
        for (const char byte : {'\0', '"', '{', '\xff'}) {
            for (qsizetype i = 0; i < whole.size(); ++i) {
                QByteArray text = whole;
                text[i] = byte;
                const auto read = ProfileReader::read(text, {});
                QVERIFY(read || (!read.error().empty() && !read.error()[0].what.isEmpty()));
            }
        }
    }

    void manyProblemsAndNodes()
    {
        QByteArray nodes;
        for (int i = 0; i < 10'000; ++i) {
            nodes += QStringLiteral("%1{ \"name\": \"n%2\", \"zon\": 1 }\n")
                         .arg(QLatin1String(i == 0 ? "" : ","))
                         .arg(i)
                         .toUtf8();
        }
        QElapsedTimer timer;
        timer.start();
        const auto read = ProfileReader::read(
            "{ \"schema\": \"stowage/profile/1\", \"name\": \"t\", \"sources\": [ { \"id\": \"r\", \"kind\": "
            "\"registry\", \"url\": \"http://h\" } ], \"nodes\": [\n" +
                nodes + "] }",
            {});
        QVERIFY(!read);
        QCOMPARE(read.error().size(), 10'000U);
        QCOMPARE(read.error().back().line, 10'001);
        qInfo("10,000 nodes with a wrong key each: %lld ms", timer.elapsed());
    }
};

QTEST_GUILESS_MAIN(TestProfileRefusals)
#include "tst_profile_refusals.moc"
