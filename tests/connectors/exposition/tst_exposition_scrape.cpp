// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/Scrape.h"
#include "tests/connectors/exposition/PlainExposition.h"
#include "tests/connectors/faults/Recording.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Mutations = 5'000;

std::string_view view(const QByteArray& text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// What a page told, in its order: "name{label=value,…} bits of the value".
QList<QByteArray> told(const Scrape& scrape)
{
    QList<QByteArray> lines;
    for (const ScrapedValue& value : scrape.values()) {
        QMap<QByteArray, QByteArray> labels;
        for (const ExpositionLabel& label : scrape.series().labels(value.series)) {
            labels.insert(bytes(label.name), unescapedLabel(label.value));
        }
        QByteArray line = bytes(scrape.series().name(value.series));
        for (auto label = labels.cbegin(); label != labels.cend(); ++label) {
            line += '\0' + label.key() + '=' + label.value();
        }
        lines << line + ' ' + (std::isnan(value.value) ? "nan" : QByteArray::number(value.value, 'g', 17));
    }
    return lines;
}

QList<QByteArray> told(const PlainPage& page)
{
    QList<QByteArray> lines;
    for (const PlainSample& sample : page.samples) {
        QByteArray line = sample.name;
        for (auto label = sample.labels.cbegin(); label != sample.labels.cend(); ++label) {
            line += '\0' + label.key() + '=' + label.value();
        }
        lines << line + ' ' + (std::isnan(sample.value) ? "nan" : QByteArray::number(sample.value, 'g', 17));
    }
    return lines;
}

/// Reads a page both ways; empty when they agree, else where they do not.
QByteArray difference(Scrape& scrape, const QByteArray& page)
{
    // A copy of its own size: reading beyond the end is what the sanitizer would see.
    const std::vector<char> exact(page.cbegin(), page.cend());
    const auto fault = scrape.read({exact.data(), exact.size()}, ExpositionForm::Prometheus);
    const PlainPage plain = readPlainly(page);
    const quint64 line = fault ? fault->line : 0;
    if (line != static_cast<quint64>(plain.wrongLine)) {
        return "refused at line " + QByteArray::number(line) + " instead of " +
               QByteArray::number(plain.wrongLine) +
               (fault ? " (" + fault->error().message.toUtf8() + ')' : QByteArray());
    }
    return told(scrape) == told(plain) ? QByteArray() : QByteArray("other samples");
}

/// Pages of one server over time: counters grow, series come, go and change places.
class Server
{
public:
    explicit Server(unsigned seed) : m_random(seed)
    {
        for (int i = 0; i < 40; ++i) {
            m_series.push_back(newSeries());
        }
    }

    QByteArray next()
    {
        if (below(3) == 0) {
            m_series.insert(m_series.begin() + below(static_cast<int>(m_series.size())), newSeries());
        }
        if (below(3) == 0 && m_series.size() > 3) {
            m_series.erase(m_series.begin() + below(static_cast<int>(m_series.size())));
        }
        if (below(6) == 0) {
            std::shuffle(m_series.begin(), m_series.end(), m_random);
        }
        QByteArray page = "# TYPE a counter\n";
        for (const QByteArray& series : m_series) {
            page += series + value() + '\n';
            page += below(9) == 0 ? "# a remark\n" : "";
        }
        return page;
    }

private:
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

    QByteArray newSeries()
    {
        static const std::array<const char*, 6> Values{"200",         "",         "/v2/*",
                                                       "\\\"\\\\\\n", "\xc3\xa4", "a, b} 1"};
        QByteArray text = "m" + QByteArray::number(below(4)) + "{n=\"" + QByteArray::number(m_number++) + '"';
        for (int i = below(4); i > 0; --i) {
            text += (below(5) == 0 ? " , l" : ",l") + QByteArray::number(i) + "=\"" +
                    Values.at(static_cast<size_t>(below(6))) + '"';
        }
        return text + '}';
    }

    QByteArray value()
    {
        switch (below(7)) {
        case 0:
            return "\t NaN";
        case 1:
            return " +Inf";
        case 2:
            return " 1e" + QByteArray::number(below(400) - 330);
        case 3:
            return " " +
                   QByteArray::number(std::ldexp(static_cast<double>(m_random()), below(120) - 60), 'g', 17);
        case 4:
            return " " + QByteArray::number(below(100'000)) + " 1520879607789";
        default:
            return " " + QByteArray::number(below(1'000'000)) + '.' + QByteArray::number(below(1'000));
        }
    }

    std::mt19937 m_random;
    std::vector<QByteArray> m_series;
    int m_number = 0;
};

/// What a real server said, spoilt in up to eight places; the same ones in every run.
class Mutator
{
public:
    explicit Mutator(QByteArray original) : m_original(std::move(original)) {}

    QByteArray next()
    {
        QByteArray text = m_original;
        for (int i = below(8); i >= 0; --i) {
            mutate(text);
        }
        return text;
    }

private:
    int below(qsizetype end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

    void mutate(QByteArray& text)
    {
        static const std::array<QByteArray, 24> Tokens{"{",
                                                       "}",
                                                       "\"",
                                                       "\\",
                                                       "\\n",
                                                       "\\\"",
                                                       ",",
                                                       "=",
                                                       " ",
                                                       "\t",
                                                       "\n",
                                                       "\r\n",
                                                       "#",
                                                       "# TYPE ",
                                                       "# HELP ",
                                                       "NaN",
                                                       "-1",
                                                       "1e400",
                                                       "18446744073709551616",
                                                       "0x1",
                                                       "\xff\xfe",
                                                       "\xed\xa0\x80",
                                                       "\xe2\x98\x83",
                                                       QByteArray(2'000, '{')};
        const int at = text.isEmpty() ? 0 : below(text.size());
        switch (text.isEmpty() ? 3 : below(7)) {
        case 0:
            text[at] = static_cast<char>(below(256));
            break;
        case 1:
            text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
            break;
        case 2:
            text.remove(at, 1 + below(20));
            break;
        case 3:
            text.insert(at, Tokens.at(static_cast<size_t>(below(Tokens.size()))));
            break;
        case 4:
            text.insert(below(text.size()), text.mid(at, 1 + below(60)));
            break;
        case 5:
            text.truncate(at);
            break;
        default:
            text.insert(at, '\0');
            break;
        }
    }

    QByteArray m_original;
    std::mt19937 m_random{20'261'121}; // NOLINT(cert-msc32-c,cert-msc51-cpp)
};

} // namespace

/// Page after page of one server: what the last one had is remembered, and never trusted.
class TestExpositionScrape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeriesKeepsItsNumber()
    {
        Scrape scrape;
        QVERIFY(!scrape.read("# TYPE a counter\na{x=\"1\"} 1\nb 2\nc 3\n", ExpositionForm::Prometheus));
        const quint32 a = scrape.values()[0].series;
        const quint32 c = scrape.values()[2].series;
        QVERIFY(!scrape.read("c 30\nd 40\na{ x=\"1\" } 10\n", ExpositionForm::Prometheus));
        QCOMPARE(scrape.values()[0].series, c);
        QCOMPARE(scrape.values()[0].value, 30.0);
        QCOMPARE(scrape.values()[2].series, a);
        QCOMPARE(scrape.values()[2].value, 10.0);
        QCOMPARE(scrape.series().size(), size_t{4});
        QCOMPARE(scrape.epoch(), quint32{0});
    }

    void typesAreThoseOfTheFamily()
    {
        Scrape scrape;
        QVERIFY(!scrape.read("# TYPE r histogram\nr_bucket{le=\"+Inf\"} 1\nr_sum 1\nr_count 1\nrx 1\n"
                             "# TYPE g gauge\ng 1\ng_other 1\n",
                             ExpositionForm::Prometheus));
        const std::vector<MetricType> expected{MetricType::Histogram, MetricType::Histogram,
                                               MetricType::Histogram, MetricType::Unknown,
                                               MetricType::Gauge,     MetricType::Unknown};
        for (size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(scrape.series().type(scrape.values()[i].series), expected[i]);
        }
    }

    void aLongerNameIsAnotherSeries()
    {
        Scrape scrape;
        QVERIFY(!scrape.read("a 1\nab 2\n", ExpositionForm::Prometheus));
        QVERIFY(!scrape.read("ab 3\na 4\n", ExpositionForm::Prometheus));
        QCOMPARE(told(scrape), (QList<QByteArray>{"ab 3", "a 4"}));
    }

    void afterARefusedPageAllGoesOn()
    {
        Scrape scrape;
        QVERIFY(!scrape.read("a 1\nb 2\nc 3\n", ExpositionForm::Prometheus));
        QVERIFY(scrape.read("a 1\nb x\nc 3\n", ExpositionForm::Prometheus));
        QCOMPARE(scrape.values().size(), size_t{1});
        QVERIFY(!scrape.read("a 5\nb 6\nc 7\n", ExpositionForm::Prometheus));
        QCOMPARE(told(scrape), (QList<QByteArray>{"a 5", "b 6", "c 7"}));
    }

    void tooManySeriesAreForgotten()
    {
        Scrape scrape{ExpositionLimits{1'000'000, 1'000, 8, 3}};
        for (int i = 0; i < 10; ++i) {
            const QByteArray page = "a" + QByteArray::number(i) + " 1\nb 2\n";
            QVERIFY2(!scrape.read(view(page), ExpositionForm::Prometheus) || scrape.series().size() > 3,
                     "only what exceeds the limit is refused");
        }
        QVERIFY(scrape.epoch() > 0);
        QVERIFY(scrape.series().size() <= 4);
    }

    void serversOverTime_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void serversOverTime()
    {
        QFETCH(unsigned, seed);
        Server server(seed);
        Scrape scrape;
        for (int i = 0; i < 30; ++i) {
            const QByteArray page = server.next();
            const QByteArray wrong = difference(scrape, page);
            QVERIFY2(wrong.isEmpty(), (wrong + "\n" + page).constData());
        }
    }

    /// Never a crash, and never another answer than the plain parser's: the same samples, the same line.
    void spoiltPages()
    {
        const QByteArray page = recordedAnswer("spegel-0.7.4/node1/metrics.json").body;
        // The parts that are asked for, so that thousands of pages are read plainly in seconds.
        QByteArray part;
        for (const QByteArray& line : page.split('\n')) {
            if (line.contains("spegel_") || line.contains("go_gc") || line.contains("inflight")) {
                part += line + '\n';
            }
        }
        QVERIFY(part.size() > 1'500);
        Mutator mutator(part);
        Scrape scrape;
        QVERIFY(difference(scrape, part).isEmpty());
        for (int i = 0; i < Mutations; ++i) {
            const QByteArray spoilt = mutator.next();
            const QByteArray wrong = difference(scrape, spoilt);
            QVERIFY2(wrong.isEmpty(), (wrong + "\n" + spoilt).constData());
        }
    }

    void spoiltOpenMetrics()
    {
        Mutator mutator(
            "# TYPE a histogram\n# UNIT a seconds\na_bucket{le=\"0.1\"} 8 # {id=\"x\"} 0.067 1.5\n"
            "a_bucket{le=\"+Inf\"} 9 1520879607.789\na_created 1.5\n# TYPE b info\nb_info{v=\"1\"} 1\n# "
            "EOF\n");
        Scrape scrape;
        int refused = 0;
        for (int i = 0; i < Mutations; ++i) {
            const QByteArray spoilt = mutator.next();
            const std::vector<char> exact(spoilt.cbegin(), spoilt.cend());
            const auto fault = scrape.read({exact.data(), exact.size()}, ExpositionForm::OpenMetrics);
            refused += fault ? 1 : 0;
            if (fault) {
                QVERIFY(!fault->error().message.isEmpty());
            }
        }
        QVERIFY(refused > Mutations / 4);
    }
};

QTEST_GUILESS_MAIN(TestExpositionScrape)
#include "tst_exposition_scrape.moc"
