// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/IncidentFile.h"
#include "tests/app/SchemaCheck.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Timestamp Noon = *fromRfc3339(u"2026-11-22T12:00:00Z"_s);

Incident nodeGone(const QString& id = u"I-7K2QX"_s)
{
    Incident incident;
    incident.id = id;
    incident.title = u"node eu-b-17 is gone: 9 layers have one copy left"_s;
    incident.severity = AlertSeverity::Critical;
    incident.openedAt = Noon - 5min;
    incident.lastAt = Noon;
    incident.subjects = {{SubjectKind::Host, u"eu-b-17"_s}, {SubjectKind::Source, u"peers"_s}};
    incident.zone = u"eu-b"_s;
    incident.members.resize(2);
    incident.members[0].name = u"TargetDown"_s;
    incident.members[0].alert = u"TargetDown/eu-b-17"_s;
    return incident;
}

QByteArray written(IncidentExporter::Format format, std::vector<Incident> incidents)
{
    const Profile profile;
    const ManualClock clock;
    const std::unique_ptr<FileExport> file = IncidentFile(profile, clock).begin(format, std::move(incidents));
    QByteArray text;
    for (QByteArray piece = file->next(); !piece.isEmpty(); piece = file->next()) {
        text += piece;
    }
    return file->done() == file->total() ? text : QByteArray("not all of it");
}

nlohmann::json document(std::vector<Incident> incidents)
{
    const QByteArray text = written(IncidentExporter::Format::Document, std::move(incidents));
    return nlohmann::json::parse(text.constBegin(), text.constEnd(), nullptr, false);
}

/// Names and values of the rows, the head's first. A comma or a break of line within quotes is none.
QList<QByteArrayList> csv(std::vector<Incident> incidents)
{
    const QByteArray text = written(IncidentExporter::Format::Csv, std::move(incidents));
    QList<QByteArrayList> rows{{QByteArray()}};
    bool isQuoted = false;
    for (const char c : text) {
        if (c == '"') {
            isQuoted = !isQuoted;
        }
        if (c == '\n' && !isQuoted) {
            rows << QByteArrayList{QByteArray()};
        } else if (c == ',' && !isQuoted) {
            rows.last() << QByteArray();
        } else if (c != '\r' || isQuoted) {
            rows.last().last() += c;
        }
    }
    rows.removeLast(); // behind the last end of line
    return rows;
}

} // namespace

class TestIncidentFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsADocumentOfItsSchema_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 250}) {
            QTest::addRow("%d", count) << count;
        }
    }

    void jsonIsADocumentOfItsSchema()
    {
        QFETCH(const int, count);
        std::vector<Incident> incidents;
        for (int i = 0; i < count; ++i) {
            incidents.push_back(nodeGone(u"I-%1"_s.arg(i)));
        }
        const nlohmann::json read = document(incidents);
        QVERIFY(!read.is_discarded());
        QCOMPARE(SchemaCheck::complaints(u"incidents"_s, read), QStringList());
        QCOMPARE(read["incidents"].size(), static_cast<size_t>(count));
        if (count > 0) {
            QCOMPARE(read["incidents"].back()["members"].size(), size_t{2});
        }
    }

    void csvHasARowAnIncident()
    {
        Incident over = nodeGone(u"I-OVER"_s);
        over.state = IncidentState::Resolved;
        over.resolvedAt = Noon;
        over.owner = u"mei"_s;
        over.acknowledgedBy = u"tom"_s;
        over.note = u"rack 2, \"dark\"\nagain"_s;
        over.mutedUntil = Noon + 1h;
        const QList<QByteArrayList> rows = csv({nodeGone(), over});
        QCOMPARE(rows.size(), 3);
        for (const QByteArrayList& row : rows) {
            QCOMPARE(row.size(), rows.first().size());
        }
        const auto cell = [&rows](qsizetype row, const char* name) {
            return rows[row][rows.first().indexOf(name)];
        };
        QCOMPARE(cell(1, "id"), QByteArray("\"I-7K2QX\""));
        QCOMPARE(cell(1, "severity"), QByteArray("critical"));
        QCOMPARE(cell(1, "opened"), QByteArray("2026-11-22T11:55:00.000Z"));
        QCOMPARE(cell(1, "resolved"), QByteArray());
        QCOMPARE(cell(1, "alerts"), QByteArray("2"));
        QCOMPARE(cell(1, "subjects"), QByteArray("\"eu-b-17 peers\""));
        QCOMPARE(cell(1, "muted"), QByteArray());
        QCOMPARE(cell(2, "state"), QByteArray("resolved"));
        QCOMPARE(cell(2, "resolved"), QByteArray("2026-11-22T12:00:00.000Z"));
        QCOMPARE(cell(2, "owner"), QByteArray("\"mei\""));
        QCOMPARE(cell(2, "note"), QByteArray("\"rack 2, \"\"dark\"\"\nagain\""));
        QCOMPARE(cell(2, "muted"), QByteArray("2026-11-22T13:00:00.000Z"));
        QCOMPARE(csv({}).size(), 1); // its head alone
    }

    void hostileTextIsOnlyText_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_s;
        QTest::newRow("plus") << u"+1+1"_s;
        QTest::newRow("minus") << u"-1"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s;
        QTest::newRow("tab") << u"\t=1"_s;
        QTest::newRow("break") << u"\r\n=1,2"_s;
        QTest::newRow("quotes") << u"\",\"\"\n\""_s;
        QTest::newRow("html") << u"<script>alert(1)</script>"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD800));
        QTest::newRow("direction") << u"\u202Eevil"_s;
        QTest::newRow("a megabyte") << QString(1'000'000, u'x');
    }

    void hostileTextIsOnlyText()
    {
        QFETCH(const QString, title);
        Incident incident = nodeGone(title);
        incident.title = title;
        incident.note = title;
        incident.owner = title;
        incident.subjects = {{SubjectKind::Host, title}};
        const QList<QByteArrayList> rows = csv({incident, nodeGone()});
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].size(), rows[0].size());
        for (const QByteArray& cell : rows[1]) {
            const bool isFormula = !cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front());
            QVERIFY2(!isFormula && !cell.startsWith("\"="), cell.constData());
        }
        const nlohmann::json read = document({incident, nodeGone()});
        QVERIFY(!read.is_discarded());
        QCOMPARE(SchemaCheck::complaints(u"incidents"_s, read), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestIncidentFile)
#include "tst_incident_file.moc"
