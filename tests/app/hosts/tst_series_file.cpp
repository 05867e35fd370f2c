// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/FleetJson.h"
#include "app/json/SeriesFile.h"
#include "tests/app/SchemaCheck.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

const QString Trap = QStringLiteral("eu \"points\":[] \n 1");

struct Written
{
    QList<QByteArray> lines;
    size_t pieces = 0;
};

Written write(std::vector<SeriesCut> series)
{
    const ManualClock clock;
    Profile profile;
    profile.name = QStringLiteral("eu-prod");
    const SeriesFile file(profile, clock);
    const std::unique_ptr<FileExport> content = file.begin(std::move(series));
    Written written;
    QByteArray all;
    for (QByteArray piece = content->next(); !piece.isEmpty(); piece = content->next()) {
        all += piece;
        ++written.pieces;
    }
    if (content->done() == content->total() && all.endsWith('\n')) {
        all.chop(1);
        written.lines = all.split('\n');
    }
    return written;
}

SeriesCut cut(const QString& host, int points)
{
    const Timestamp begin = ManualClock().now() - 24h;
    SeriesCut result{host, {begin, begin + 24h}, {}};
    result.data.key = {{QStringLiteral("hub"), QStringLiteral("s1")}, QStringLiteral("cpu.percent")};
    for (int i = 0; i < points; ++i) {
        const double value = 10 + i % 5;
        result.data.points.push_back({begin + i * 10s, 0ms, value, value, value, 1});
    }
    result.data.quarantined.push_back({{begin + 7s, 400, 400}, SampleReason::AboveWhole});
    result.data.gaps.push_back({begin + 1h, begin + 2h});
    return result;
}

} // namespace

class TestSeriesFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLineIsADocument()
    {
        const Written written =
            write({cut(Trap, 1300), cut(QStringLiteral("n2"), 0), cut(QStringLiteral("n3"), 500)});
        QCOMPARE(written.lines.size(), 3);
        QVERIFY(written.pieces > 4); // not in one go
        for (const QByteArray& line : written.lines) {
            const Json document = Json::parse(line.toStdString());
            QCOMPARE(SchemaCheck::complaints(QStringLiteral("series"), document), QStringList());
        }
        const Json first = Json::parse(written.lines[0].toStdString());
        QCOMPARE(first["points"].size(), size_t{1300});
        QCOMPARE(first["points"][1][1].get<double>(), 11.0);
        QCOMPARE(first["points"][1][0].get<std::string>(), std::string("2026-11-20T22:00:10.000Z"));
        QCOMPARE(first["gaps"].size(), size_t{1});
        QCOMPARE(first["quarantined"].size(), size_t{1});
        QCOMPARE(first["context"].get<std::string>(), std::string("eu-prod"));
        QCOMPARE(QString::fromStdString(first["host"].get<std::string>()), Trap);
        QVERIFY(Json::parse(written.lines[1].toStdString())["points"].empty());
        QCOMPARE(Json::parse(written.lines[2].toStdString())["points"].size(), size_t{500});
    }

    void nothingMakesAnEmptyFile() { QCOMPARE(write({}).pieces, size_t{0}); }
};

QTEST_GUILESS_MAIN(TestSeriesFile)
#include "tst_series_file.moc"
