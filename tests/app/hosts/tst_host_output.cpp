// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/DocumentJson.h"
#include "app/json/HostJson.h"
#include "app/run/Braille.h"
#include "app/run/SeriesLookup.h"
#include "app/run/SeriesWords.h"
#include "tests/app/SchemaCheck.h"
#include "tests/models/hosts/HostFixture.h"
#include "tests/models/hosts/MemorySeries.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

nlohmann::json plain(const Json& document)
{
    return nlohmann::json::parse(printJson(document).toStdString());
}

QString complaints(const char* schema, const nlohmann::json& document)
{
    return SchemaCheck::complaints(QString::fromLatin1(schema), document).join(u'\n');
}

using Extract = Result<SeriesExtract>;

/// n1 seen by hub and prom, with a metric in quarantine.
struct Seen : HostFixture
{
    MemorySeries series;

    Seen()
    {
        tell(u"hub"_s, HostFixture::machine(u"a"_s, u"n1"_s, u"10.0.0.1"_s));
        tell(u"prom"_s, HostFixture::machine(u"x"_s, u"10.0.0.1"_s, u"10.0.0.1"_s));
        sample(u"hub"_s, u"a"_s, u"cpu.percent"_s, 1.84);
        sample(u"prom"_s, u"x"_s, u"disk.percent[/data]"_s, 16.6);
        quarantine(u"hub"_s, u"a"_s, u"disk.write.bytesPerSecond"_s, 9.9e13);
        book.flush();
    }

    Extract look(const QString& host, const QString& metric, Millis range = 6h)
    {
        SeriesLookup lookup(book, series);
        Extract found;
        QSignalSpy spy(&lookup, &SeriesLookup::found);
        QObject::connect(&lookup, &SeriesLookup::found, &lookup,
                         [&found](const Extract& extract) { found = extract; });
        lookup.look(host, metric, range);
        if (!spy.wait(30'000)) {
            return fail({ErrorKind::Timeout, u"no answer"_s, {}, {}, {}});
        }
        return found;
    }
};

} // namespace

/// What the command line tells of hosts and series.
class TestHostOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostsAsADocument()
    {
        Seen f;
        HostForecasts forecasts;
        const HostId id = f.book.find(u"n1"_s).front();
        const Timestamp now = f.clock.now();
        forecasts.set(id,
                      {{{{u"hub"_s, u"a"_s}, u"disk.percent[/nix]"_s}, 100, now + 4h, now + 2h, now + 9h}});
        f.book.raise(
            {HostAlarm::Kind::MachineId, {u"hub"_s, u"a"_s}, {u"hub"_s, u"a"_s}, u"1"_s, u"2"_s, now});
        f.tell(u"hub"_s, HostFixture::machine(u"b"_s, u"twin"_s));
        f.tell(u"hub"_s, HostFixture::machine(u"c"_s, u"twin"_s, u"10.9.0.2"_s));
        f.tell(u"prom"_s, HostFixture::machine(u"y"_s, u"twin"_s));
        f.clock.advance(4s);
        Json document = jsonDocument("hosts", f.book.now(), u"eu"_s);
        document["hosts"] = Json::array({jsonHostWithForecasts(f.book, forecasts, id)});
        document["ambiguous"] = jsonAmbiguities(f.book);
        document["alarms"] = jsonAlarms(f.book);
        const nlohmann::json printed = plain(document);
        QCOMPARE(complaints("hosts", printed), QString());
        const auto& host = printed["hosts"][0];
        QCOMPARE(host["name"], "n1");
        QCOMPARE(host["state"], "up");
        QCOMPARE(host["ageMs"], 4'000);
        QCOMPARE(host["sources"], nlohmann::json({"hub", "prom"}));
        QCOMPARE(host["metrics"].dump(),
                 nlohmann::json({{"cpu.percent", 1.84}, {"disk.percent[/data]", 16.6}}).dump());
        QCOMPARE(host["quarantined"], nlohmann::json({"disk.write.bytesPerSecond"}));
        QCOMPARE(host["forecasts"][0]["metric"], "disk.percent[/nix]");
        QCOMPARE(printed["ambiguous"].size(), size_t(2));
        QCOMPARE(printed["alarms"].size(), size_t(1));
    }

    void hostsInASnapshot()
    {
        Seen f;
        Profile profile;
        profile.name = u"eu"_s;
        const nlohmann::json printed = plain(snapshotDocument(f.fleet, profile, {&f.book, nullptr, nullptr}));
        QCOMPARE(complaints("snapshot", printed), QString());
        QCOMPARE(printed["hosts"].size(), size_t(1));
        QVERIFY(!plain(snapshotDocument(f.fleet, profile)).contains("hosts"));
    }

    void aSeriesWithGapsAndQuarantine()
    {
        Seen f;
        const SeriesKey key{{u"hub"_s, u"a"_s}, u"disk.write.bytesPerSecond"_s};
        f.series.put(key, {9'000, 9'100}, f.clock.now() - 60min, 1min);
        f.series.put(key, {8'000, 8'012}, f.clock.now(), 1min);
        f.series.kept[key].quarantined = {
            {{f.clock.now() - 30min, 9.9e13, 9.9e13}, SampleReason::AboveDevice}};
        const Extract found = f.look(u"N1"_s, key.metric);
        QVERIFY2(found, qPrintable(found ? QString() : found.error().text()));
        QCOMPARE(found->sources, QStringList{u"hub"_s});
        const nlohmann::json printed = plain(seriesDocument(*found, f.book.now(), u"eu"_s));
        QCOMPARE(complaints("series", printed), QString());
        QCOMPARE(printed["unit"], "B/s");
        QCOMPARE(printed["points"].size(), size_t(4));
        QCOMPARE(printed["points"][3][1], 8'012.0);
        QCOMPARE(printed["quarantined"][0][1], 9.9e13);
        QCOMPARE(printed["quarantined"][0][3], "aboveDevice");
        QCOMPARE(printed["gaps"].size(), size_t(1));
        QVERIFY(printed["partial"].is_null());

        const QString words = seriesWords(*found);
        QVERIFY2(words.contains(u"n1 · Disk, written (disk.write.bytesPerSecond)"_s), qPrintable(words));
        QVERIFY(words.contains(u"no data from"_s));
        QVERIFY(words.contains(QChar(0x25C7)));
        QVERIFY(words.contains(u"least 7.8 KiB/s"_s));
    }

    void whatIsNotKnown_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("words");
        QTest::newRow("no host") << u"n2"_s << u"cpu.percent"_s << u"Did you mean n1?"_s;
        QTest::newRow("no metric") << u"n1"_s << u"cpu.precent"_s << u"Did you mean cpu.percent?"_s;
        QTest::newRow("two of one name") << u"twin"_s << u"cpu.percent"_s << u"2 hosts"_s;
        QTest::newRow("control characters") << u"n\x1b[31m"_s << u"cpu.percent"_s << u"there is no host"_s;
    }

    void whatIsNotKnown()
    {
        QFETCH(const QString, host);
        QFETCH(const QString, metric);
        QFETCH(const QString, words);
        Seen f;
        f.tell(u"hub"_s, HostFixture::machine(u"t1"_s, u"twin"_s, u"10.9.0.1"_s));
        f.tell(u"hub"_s, HostFixture::machine(u"t2"_s, u"twin"_s, u"10.9.0.2"_s));
        const Extract found = f.look(host, metric);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Usage);
        QVERIFY2(found.error().text().contains(words), qPrintable(found.error().text()));
    }

    void aBrokenHistoryIsTold()
    {
        Seen f;
        f.series.fails = true;
        const Extract found = f.look(u"n1"_s, u"cpu.percent"_s);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Storage);
    }

    void anEmptyPastIsNoError()
    {
        Seen f;
        const Extract found = f.look(u"n1"_s, u"cpu.percent"_s);
        QVERIFY(found);
        QVERIFY(seriesWords(*found).contains(u"nothing is known"_s));
        QCOMPARE(complaints("series", plain(seriesDocument(*found, f.book.now(), u"eu"_s))), QString());
    }

    void longRangesAreSummedUp()
    {
        Seen f;
        QVERIFY(f.look(u"n1"_s, u"cpu.percent"_s, std::chrono::days(30)));
        QVERIFY(f.series.asked.back().points > 0);
        QVERIFY(f.look(u"n1"_s, u"cpu.percent"_s));
        QCOMPARE(f.series.asked.back().points, size_t(0));
    }

    void aLineOfBraille()
    {
        constexpr double Gap = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(brailleLine({}), QString());
        QCOMPARE(brailleLine({0, 100, 100, 0, Gap, Gap, 50}), u"⣸⣇⠀⡆"_s);
        QCOMPARE(brailleLine({0, 0}), u"⣀"_s);
        QCOMPARE(brailleLine({7}), u"⡇"_s);
    }
};

QTEST_GUILESS_MAIN(TestHostOutput)
#include "tst_host_output.moc"
