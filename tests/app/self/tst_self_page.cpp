// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/ExpositionReader.h"
#include "models/self/SelfExposition.h"

#include <QMap>
#include <QTest>

using namespace stowage;
using namespace Qt::StringLiterals;

namespace {

/// Everything that there can be, with names that nobody would give.
SelfFigures fullFigures()
{
    SelfFigures figures;
    figures.startedAt = Timestamp(Millis(1'793'491'200'123));
    figures.stalls = {Millis(130), 2, 17, Millis(2'345), Timestamp(Millis(1'793'491'300'000))};
    figures.residentBytes = 123'456'789;
    figures.diskFreeBytes = 1'000'000;
    figures.diskBytes = 2'000'000;
    figures.queues = {{u"events"_s, 3, 10}, {u"requests"_s, 4, 0, 2}, {u"a \"queue\"\\\nof 内存"_s, 1, 0}};
    SelfDatabase series{u"series"_s, 4'096, 5, 1, false, u"disk full"_s};
    series.latestWrite = Millis(12);
    series.slowestWrite = Millis(1'500);
    figures.databases = {{u"alerts"_s, 1, 0, 0, true, {}}, series};
    SelfSource asked{u"reg"_s, u"registry"_s, 100, 7, 0.5, 7.0, Millis(900), Millis(0)};
    figures.sources = {asked, {u"peers {1}"_s, u"spegel"_s}};
    return figures;
}

struct Family
{
    MetricType type = MetricType::Unknown;
    bool hasHelp = false;
    int samples = 0;
};

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

/// What Prometheus is told of this program, read by what reads the pages of others.
class TestSelfPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFamilyHasHelpTypeAndSamples();
    void namesFollowTheConventions();
    void labelsComeBack();
    void aPageOfNothingIsRight();

private:
    QByteArray m_page;
    QMap<QByteArray, Family> m_families;
    QList<QByteArray> m_labels;
};

void TestSelfPage::initTestCase()
{
    m_page = selfExposition(fullFigures());
    ExpositionReader reader(std::string_view(m_page.constData(), size_t(m_page.size())),
                            ExpositionForm::Prometheus);
    QByteArray current; // lines of a family stand together
    using Event = ExpositionReader::Event;
    for (Event event = reader.next(); event != Event::End; event = reader.next()) {
        QVERIFY2(event != Event::Fault, qPrintable(QString::number(reader.line())));
        if (event == Event::Sample) {
            const QByteArray name = bytesOf(reader.sample().name);
            QCOMPARE(name, current);
            ++m_families[name].samples;
            for (const ExpositionLabel& label : reader.sample().labels) {
                m_labels << unescapedLabel(label.value);
            }
            continue;
        }
        const QByteArray name = bytesOf(reader.comment().name);
        if (event == Event::Help) {
            QVERIFY2(!m_families.contains(name), name.constData());
            m_families[name].hasHelp = !reader.comment().text.empty();
            current = name;
        } else {
            m_families[name].type = reader.comment().type;
        }
    }
}

void TestSelfPage::everyFamilyHasHelpTypeAndSamples()
{
    QVERIFY(m_families.size() > 15);
    for (auto family = m_families.cbegin(); family != m_families.cend(); ++family) {
        QVERIFY2(family->hasHelp && family->samples > 0, family.key().constData());
        QVERIFY2(family->type == MetricType::Gauge || family->type == MetricType::Counter,
                 family.key().constData());
    }
    for (const char* name :
         {"stowage_database_latest_write_seconds", "stowage_source_sweep_lag_seconds",
          "stowage_event_loop_stalls_total", "stowage_source_requests_total", "stowage_queue_under_way"}) {
        QVERIFY2(m_families.contains(name), name);
    }
}

/// As `promtool check metrics` looks at them: counters end in "_total" and nothing else does, base units,
/// small letters.
void TestSelfPage::namesFollowTheConventions()
{
    for (auto family = m_families.cbegin(); family != m_families.cend(); ++family) {
        const QByteArray& name = family.key();
        QVERIFY2(name.startsWith("stowage_"), name.constData());
        QCOMPARE(name, name.toLower());
        QCOMPARE(name.endsWith("_total"), family->type == MetricType::Counter);
        for (const char* suffix : {"_count", "_sum", "_bucket", "_gauge", "_counter"}) {
            QVERIFY2(!name.endsWith(suffix), name.constData());
        }
        for (const char* unit : {"_ms", "milliseconds", "minutes", "percent", "kilobytes", "mebi"}) {
            QVERIFY2(!name.contains(unit), name.constData());
        }
    }
}

void TestSelfPage::labelsComeBack()
{
    QVERIFY(m_labels.contains(u"a \"queue\"\\\nof 内存"_s.toUtf8()));
    QVERIFY(m_labels.contains("peers {1}"));
}

void TestSelfPage::aPageOfNothingIsRight()
{
    const QByteArray page = selfExposition({});
    ExpositionReader reader(std::string_view(page.constData(), size_t(page.size())),
                            ExpositionForm::Prometheus);
    ExpositionReader::Event event = reader.next();
    while (event != ExpositionReader::Event::End && event != ExpositionReader::Event::Fault) {
        event = reader.next();
    }
    QVERIFY(event == ExpositionReader::Event::End);
}

QTEST_GUILESS_MAIN(TestSelfPage)
#include "tst_self_page.moc"
