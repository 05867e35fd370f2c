// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/ExpositionReader.h"
#include "tests/connectors/faults/Recording.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace stowage;
using stowage::test::recordedAnswer;

namespace {

using Event = ExpositionReader::Event;

std::string_view view(const QByteArray& text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

/// The only sample of a page.
struct Only
{
    explicit Only(QByteArray text, ExpositionForm form = ExpositionForm::Prometheus)
        : page(std::move(text)), reader(view(page), form)
    {
        isSample = reader.next() == Event::Sample;
        sample = reader.sample();
    }

    QByteArray page;
    ExpositionReader reader;
    ExpositionSample sample;
    bool isSample = false;
};

struct Told
{
    int samples = 0;
    int types = 0;
    int helps = 0;
    bool isRight = false;
};

Told readThrough(const QByteArray& page, ExpositionForm form = ExpositionForm::Prometheus)
{
    Told told;
    ExpositionReader reader(view(page), form);
    for (Event event = reader.next(); event != Event::Fault; event = reader.next()) {
        told.samples += event == Event::Sample ? 1 : 0;
        told.types += event == Event::Type ? 1 : 0;
        told.helps += event == Event::Help ? 1 : 0;
        if (event == Event::End) {
            told.isRight = true;
            break;
        }
    }
    return told;
}

} // namespace

/// What is right on a metrics page is read as it stands there.
class TestExposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        constexpr double Infinity = std::numeric_limits<double>::infinity();
        const auto row = [](const char* text, double value) {
            QTest::newRow(text) << QByteArray(text) << value;
        };
        row("0", 0);
        row("1", 1);
        row("-1", -1);
        row("+7", 7);
        row("1027", 1027);
        row("999999999999999", 999'999'999'999'999);
        row("9223372036854775807", 9'223'372'036'854'775'807.0);
        row("18446744073709551616", 18'446'744'073'709'551'616.0);
        row("0.1", 0.1);
        row("0.000150034", 0.000150034);
        row("123456789.123456", 123456789.123456);
        row("1234567890.1234567", 1234567890.1234567);
        row("0.026664602999999995", 0.026664602999999995);
        row("1.7953015e+09", 1.7953015e+09);
        row("9.223372036854776e+18", 9.223372036854776e+18);
        row("1e-320", 1e-320);
        row("1e-400", 0);
        row("1.7976931348623157e308", 1.7976931348623157e308);
        row("5.", 5);
        row(".5", 0.5);
        row("+Inf", Infinity);
        row("-Inf", -Infinity);
        row("inf", Infinity);
        row("Infinity", Infinity);
    }

    void numbers()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        const Only only("metric " + text + '\n');
        QVERIFY(only.isSample);
        QCOMPARE(only.sample.value, value);
    }

    void notANumberIsOne()
    {
        for (const char* text : {"NaN", "nan", "-NaN"}) {
            const Only only(QByteArray("metric ") + text + '\n');
            QVERIFY(only.isSample);
            QVERIFY(std::isnan(only.sample.value));
        }
    }

    void labels()
    {
        const Only only("http_requests_total{code=\"200\",handler=\"/v2/*\",empty=\"\"} 33\n");
        QVERIFY(only.isSample);
        QCOMPARE(only.sample.name, std::string_view("http_requests_total"));
        QCOMPARE(only.sample.series,
                 std::string_view("http_requests_total{code=\"200\",handler=\"/v2/*\",empty=\"\"}"));
        const std::vector<ExpositionLabel> expected{{"code", "200"}, {"handler", "/v2/*"}, {"empty", ""}};
        QVERIFY(only.sample.labels == expected);
        QCOMPARE(only.sample.value, 33.0);
        QVERIFY(!only.sample.timestamp);
    }

    void escapes()
    {
        const Only only("m{path=\"C:\\\\DIR\\\\\",says=\"a \\\"b\\\"\\n, c}\",snow=\"\xe2\x98\x83\"} 1\n");
        QVERIFY(only.isSample);
        QCOMPARE(only.sample.labels.size(), size_t{3});
        QCOMPARE(unescapedLabel(only.sample.labels[0].value), QByteArray("C:\\DIR\\"));
        QCOMPARE(unescapedLabel(only.sample.labels[1].value), QByteArray("a \"b\"\n, c}"));
        QCOMPARE(unescapedLabel(only.sample.labels[2].value), QByteArray("\xe2\x98\x83"));
    }

    void blanksStandBetweenTokens()
    {
        const Only only("  m\t { a = \"1\" ,\tb=\"2\" , }   3   1520879607789 \n");
        QVERIFY(only.isSample);
        const std::vector<ExpositionLabel> expected{{"a", "1"}, {"b", "2"}};
        QVERIFY(only.sample.labels == expected);
        QCOMPARE(only.sample.value, 3.0);
        QCOMPARE(only.sample.timestamp, std::optional<qint64>(1'520'879'607'789));
    }

    void timestampsAreMillisecondsOrSeconds()
    {
        QCOMPARE(Only("m 1 -5\n").sample.timestamp, std::optional<qint64>(-5));
        QCOMPARE(Only("m 1 1520879607.789\n# EOF\n", ExpositionForm::OpenMetrics).sample.timestamp,
                 std::optional<qint64>(1'520'879'607'789));
    }

    void exemplars()
    {
        const Only only(
            "lat_bucket{le=\"0.1\"} 8 12.5 # {trace_id=\"KOO5S4vxi0o\"} 0.067 1520879607.789\n# EOF\n",
            ExpositionForm::OpenMetrics);
        QVERIFY(only.isSample);
        QCOMPARE(only.sample.value, 8.0);
        QCOMPARE(only.sample.timestamp, std::optional<qint64>(12'500));
        QVERIFY(only.sample.exemplar.has_value());
        QCOMPARE(only.sample.exemplar->labels.size(), size_t{1});
        QCOMPARE(only.sample.exemplar->labels[0].value, std::string_view("KOO5S4vxi0o"));
        QCOMPARE(only.sample.exemplar->value, 0.067);
        QCOMPARE(only.sample.exemplar->timestamp, std::optional<qint64>(1'520'879'607'789));
        QVERIFY(Only("a_total 1 # {} 0.5\n# EOF\n", ExpositionForm::OpenMetrics).sample.exemplar.has_value());
    }

    /// The name and labels that a line has in common with the one before are taken over from it; any step
    /// from one form to the next must be told right.
    void linesThatBeginAlike()
    {
        const QByteArray page = "a{x=\"1\",y=\"2\",le=\"0.5\"} 1\n"
                                "a{x=\"1\",y=\"2\",le=\"0.5\",z=\"9\"} 2\n"
                                "a{x=\"1\",y=\"2\",le=\"0.55\"} 3\n"
                                "a{x=\"1\",y=\"2\"} 4\n"
                                "a{x=\"1\"} 5\n"
                                "a 6\n"
                                "ab 7\n"
                                "a{} 8\n"
                                "a_b{x=\"1\"} 9\n"
                                "a_b{x=\"1\\\\\"} 10\n"
                                "a_b{xy=\"1\"} 11\n";
        const QList<QByteArray> told{"x=1 y=2 le=0.5",
                                     "x=1 y=2 le=0.5 z=9",
                                     "x=1 y=2 le=0.55",
                                     "x=1 y=2",
                                     "x=1",
                                     "",
                                     "",
                                     "",
                                     "x=1",
                                     "x=1\\\\",
                                     "xy=1"};
        ExpositionReader reader(view(page), ExpositionForm::Prometheus);
        for (int i = 0; i < told.size(); ++i) {
            QCOMPARE(reader.next(), Event::Sample);
            QByteArray labels;
            for (const ExpositionLabel& label : reader.sample().labels) {
                labels += labels.isEmpty() ? "" : " ";
                labels.append(label.name.data(), static_cast<qsizetype>(label.name.size()));
                labels += '=';
                labels.append(label.value.data(), static_cast<qsizetype>(label.value.size()));
            }
            QCOMPARE(labels, told[i]);
            QCOMPARE(reader.sample().value, i + 1.0);
        }
        QCOMPARE(reader.next(), Event::End);
    }

    void comments()
    {
        const QByteArray page =
            "# HELP m What it is: \\\\ and \\n\n# TYPE m histogram\n# any remark\n#\n\nm 1\n";
        ExpositionReader reader(view(page), ExpositionForm::Prometheus);
        QCOMPARE(reader.next(), Event::Help);
        QCOMPARE(reader.comment().name, std::string_view("m"));
        QCOMPARE(reader.comment().text, std::string_view("What it is: \\\\ and \\n"));
        QCOMPARE(reader.next(), Event::Type);
        QCOMPARE(reader.comment().type, MetricType::Histogram);
        QCOMPARE(reader.next(), Event::Sample);
        QCOMPARE(reader.line(), quint64{6});
        QCOMPARE(reader.next(), Event::End);
    }

    void openMetrics()
    {
        const QByteArray page =
            "# TYPE acme_http_seconds summary\n# UNIT acme_http_seconds seconds\n"
            "# HELP acme_http_seconds Latency.\nacme_http_seconds_count{path=\"/\"} 1\n"
            "acme_http_seconds_created{path=\"/\"} 1605281325.0\n# TYPE b info\nb_info{v=\"1\"} 1\n"
            "# TYPE s stateset\ns{s=\"on\"} 0\n# EOF";
        QVERIFY(readThrough(page, ExpositionForm::OpenMetrics).isRight);
        QVERIFY(readThrough(page + '\n', ExpositionForm::OpenMetrics).isRight);
        QCOMPARE(readThrough(page, ExpositionForm::OpenMetrics).samples, 4);
    }

    void formOfAnAnswer()
    {
        QCOMPARE(expositionForm("application/openmetrics-text; version=1.0.0; charset=utf-8"),
                 ExpositionForm::OpenMetrics);
        QCOMPARE(expositionForm("text/plain; version=0.0.4"), ExpositionForm::Prometheus);
        QCOMPARE(expositionForm(""), ExpositionForm::Prometheus);
    }

    void anEmptyPageTellsNothing()
    {
        QVERIFY(readThrough({}).isRight);
        QCOMPARE(readThrough({}).samples, 0);
        QVERIFY(!readThrough({}, ExpositionForm::OpenMetrics).isRight);
    }

    /// Nixery serves its front page there.
    void aRecordedWebPageIsRefused()
    {
        const QByteArray page = recordedAnswer("nixery/metrics.json").body;
        ExpositionReader reader(view(page), ExpositionForm::Prometheus);
        QCOMPARE(reader.next(), Event::Fault);
        QCOMPARE(reader.fault().kind, ExpositionFault::Kind::Html);
        QCOMPARE(reader.fault().line, quint64{1});
    }

    void recordings_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char* file : {"spegel-0.7.4/node1/metrics.json", "spegel-0.7.4/node2/metrics.json",
                                 "spegel-0.7.4/node3/metrics.json", "distribution-2.8.2/debug-metrics.json",
                                 "distribution-3.1.1/debug-metrics.json"}) {
            QTest::newRow(file) << QByteArray(file);
        }
    }

    /// Each line of what real servers said is told, and nothing else.
    void recordings()
    {
        QFETCH(QByteArray, file);
        const QByteArray page = recordedAnswer(file.constData()).body;
        int comments = 0;
        int samples = 0;
        for (const QByteArray& line : page.split('\n')) {
            comments += line.startsWith("# TYPE") ? 1 : 0;
            samples += line.isEmpty() || line.startsWith('#') ? 0 : 1;
        }
        const Told told = readThrough(page);
        QVERIFY(told.isRight);
        QCOMPARE(told.samples, samples);
        QCOMPARE(told.types, comments);
        QVERIFY(samples > 10);
    }
};

QTEST_GUILESS_MAIN(TestExposition)
#include "tst_exposition.moc"
