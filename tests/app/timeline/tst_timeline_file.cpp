// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/TimelineFile.h"
#include "tests/app/SchemaCheck.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

TimelineEntry entryOf(const QString& name)
{
    TimelineEntry entry;
    entry.shape = TimelineEntry::Shape::Span;
    entry.end = TimelineEntry::End::Standing;
    entry.from = ManualClock().now();
    entry.name = name;
    entry.subject = {SubjectKind::Host, QStringLiteral("eu-b-17")};
    entry.labels = {{QStringLiteral("job"), QStringLiteral("node")}};
    return entry;
}

QByteArray written(TimelineExporter::Format format, std::vector<TimelineEntry> entries)
{
    const Profile profile;
    const ManualClock clock;
    const std::unique_ptr<FileExport> file = TimelineFile(profile, clock).begin(format, std::move(entries));
    QByteArray text;
    for (QByteArray piece = file->next(); !piece.isEmpty(); piece = file->next()) {
        text += piece;
    }
    return text;
}

nlohmann::json parsed(const QByteArray& text)
{
    return nlohmann::json::parse(text.constBegin(), text.constEnd(), nullptr, false);
}

} // namespace

class tst_timeline_file : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsADocumentOfItsSchema_data();
    void jsonIsADocumentOfItsSchema();
    void csvHasARowAnEntry();
    void csvIsNoFormula();
    void hostileTextIsOnlyText();
};

void tst_timeline_file::jsonIsADocumentOfItsSchema_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 100, 101, 250}) {
        QTest::newRow(qPrintable(QString::number(count))) << count;
    }
}

void tst_timeline_file::jsonIsADocumentOfItsSchema()
{
    QFETCH(const int, count);
    const nlohmann::json document =
        parsed(written(TimelineExporter::Format::Document,
                       {static_cast<size_t>(count), entryOf(QStringLiteral("NodeGone"))}));
    QVERIFY(!document.is_discarded());
    QCOMPARE(SchemaCheck::complaints(QStringLiteral("timeline"), document), QStringList());
    QCOMPARE(document["entries"].size(), static_cast<size_t>(count));
}

void tst_timeline_file::csvHasARowAnEntry()
{
    TimelineEntry over = entryOf(QStringLiteral("a,\"b\""));
    over.end = TimelineEntry::End::Over;
    over.to = over.from + std::chrono::minutes{4};
    const QList<QByteArray> rows =
        written(TimelineExporter::Format::Csv, {over, entryOf(QStringLiteral("NodeGone"))}).split('\n');
    QCOMPARE(rows.size(), 4);
    QVERIFY(rows[0].startsWith("from,to,lane,what"));
    QVERIFY(rows[1].startsWith(
        "2026-11-21T22:00:00.000Z,2026-11-21T22:04:00.000Z,alerts,fired,info,over,\"a,\"\"b\"\"\""));
    QVERIFY(rows[2].startsWith("2026-11-21T22:00:00.000Z,,alerts,fired,info,standing,NodeGone,eu-b-17"));
}

void tst_timeline_file::csvIsNoFormula()
{
    const QByteArray text =
        written(TimelineExporter::Format::Csv, {entryOf(QStringLiteral("=cmd|' /C calc'!A0"))});
    QVERIFY(text.contains(",'=cmd"));
}

void tst_timeline_file::hostileTextIsOnlyText()
{
    const QString name = QStringLiteral("</script>\n\"\\") + QChar(0xD800);
    const nlohmann::json document = parsed(written(TimelineExporter::Format::Document, {entryOf(name)}));
    QVERIFY(!document.is_discarded());
    QCOMPARE(SchemaCheck::complaints(QStringLiteral("timeline"), document), QStringList());
}

QTEST_MAIN(tst_timeline_file)
#include "tst_timeline_file.moc"
