// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/SeriesBroker.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;

namespace {

Timestamp minute(int count)
{
    return *fromRfc3339(u"2026-11-01T00:00:00.000Z") + std::chrono::minutes(count);
}

SeriesKey keyOf(const char* source, const char* subject = "n1")
{
    return {{QString::fromLatin1(source), QString::fromLatin1(subject)}, QStringLiteral("cpu.percent")};
}

/// Answers when the test says so.
class Reader final : public SeriesReader
{
    Q_OBJECT

public:
    explicit Reader(quint64 firstTicket) : m_last(firstTicket) {}

    quint64 read(const SeriesQuery& query) override
    {
        asked.push_back(query);
        return ++m_last;
    }
    void cancel(quint64 ticket) override { cancelled.push_back(ticket); }

    /// Each series with points of these minutes, told by the oldest question that has no answer yet.
    void answer(const std::vector<int>& minutes)
    {
        std::vector<SeriesData> all;
        for (const SeriesKey& key : asked.at(m_answered).series) {
            SeriesData data;
            data.key = key;
            data.resolution = Millis{60'000};
            for (const int at : minutes) {
                data.points.push_back({minute(at), Millis{0}, double(at), double(at), double(at), 1});
            }
            all.push_back(data);
        }
        Q_EMIT answered(next(), all);
    }
    void fail(const QString& why)
    {
        Q_EMIT answered(next(),
                        stowage::fail({ErrorKind::Timeout, why, QStringLiteral("prom"), QString(), {}}));
    }

    std::vector<SeriesQuery> asked;
    std::vector<quint64> cancelled;

private:
    quint64 next() { return m_last - asked.size() + ++m_answered; }

    quint64 m_last;
    size_t m_answered = 0;
};

QString valuesOf(const SeriesData& data)
{
    QStringList values;
    for (const SeriesPoint& point : data.points) {
        values << QString::number(point.mean);
    }
    return values.join(QLatin1Char(' '));
}

} // namespace

class TestSeriesBroker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void merges();
    void routes();
    void nobodyKnows();
    void oneFails();
    void allFail();
    void shortAnswer();
    void firstInTheRouteCounts();
    void cancels();
    void strangersAnswersAreIgnored();
    void aReaderGoes();
    void manyAtOnce();

private:
    SeriesAnswer answerTo(quint64 ticket) const;

    std::unique_ptr<Reader> m_history;
    std::unique_ptr<Reader> m_prometheus;
    std::unique_ptr<SeriesBroker> m_broker;
    std::map<quint64, SeriesAnswer> m_answers;
};

void TestSeriesBroker::init()
{
    m_answers.clear();
    m_history = std::make_unique<Reader>(100);
    m_prometheus = std::make_unique<Reader>(100); // tickets of two readers may be the same
    m_broker = std::make_unique<SeriesBroker>([this](const SeriesKey& key) {
        std::vector<SeriesReader*> readers;
        if (key.subject.source != QLatin1String("nobody")) {
            readers.push_back(m_history.get());
        }
        if (key.subject.source == QLatin1String("prom") && m_prometheus) {
            readers.push_back(m_prometheus.get());
        }
        return readers;
    });
    connect(m_broker.get(), &SeriesReader::answered, this,
            [this](quint64 ticket, const SeriesAnswer& answer) {
                QVERIFY(!m_answers.contains(ticket));
                m_answers.emplace(ticket, answer);
            });
}

SeriesAnswer TestSeriesBroker::answerTo(quint64 ticket) const
{
    const auto found = m_answers.find(ticket);
    return found != m_answers.end() ? found->second
                                    : fail({ErrorKind::Defect, QStringLiteral("no answer"), {}, {}, {}});
}

void TestSeriesBroker::merges()
{
    const quint64 ticket = m_broker->read({{keyOf("prom")}, {minute(0), minute(9)}, 0});
    m_prometheus->answer({1, 2, 3});
    QVERIFY(m_answers.empty());
    m_history->answer({3, 4});
    const SeriesAnswer answer = answerTo(ticket);
    QCOMPARE(answer->size(), 1U);
    QCOMPARE(answer->at(0).key, keyOf("prom"));
    QCOMPARE(valuesOf(answer->at(0)), QStringLiteral("1 2 3 4"));
    QVERIFY(!answer->at(0).isPartial);
}

void TestSeriesBroker::routes()
{
    const SeriesQuery query{
        {keyOf("hub"), keyOf("prom"), keyOf("nobody"), keyOf("hub", "n2")}, {minute(0), minute(9)}, 7};
    const quint64 ticket = m_broker->read(query);
    QCOMPARE(m_history->asked.size(), 1U); // once, with all that it is asked for
    QVERIFY(m_history->asked[0].series == (std::vector{keyOf("hub"), keyOf("prom"), keyOf("hub", "n2")}));
    QVERIFY(m_prometheus->asked[0].series == std::vector{keyOf("prom")});
    QVERIFY(m_prometheus->asked[0].range == query.range);
    QCOMPARE(m_prometheus->asked[0].points, 7U);
    m_history->answer({1});
    m_prometheus->answer({2});
    const SeriesAnswer answer = answerTo(ticket);
    QStringList values;
    for (size_t i = 0; i < answer->size(); ++i) {
        QCOMPARE(answer->at(i).key, query.series[i]);
        values << valuesOf(answer->at(i));
    }
    QCOMPARE(values.join(QLatin1Char(',')), QStringLiteral("1,1 2,,1"));
}

void TestSeriesBroker::nobodyKnows()
{
    const quint64 none = m_broker->read({{}, {minute(0), minute(9)}, 0});
    const quint64 nobody = m_broker->read({{keyOf("nobody")}, {minute(0), minute(9)}, 0});
    QVERIFY(m_answers.empty()); // never from within the call
    QTRY_COMPARE(m_answers.size(), 2U);
    QVERIFY(answerTo(none)->empty());
    QVERIFY(answerTo(nobody)->at(0).points.empty());
    QCOMPARE(answerTo(nobody)->at(0).key, keyOf("nobody"));
}

void TestSeriesBroker::oneFails()
{
    const quint64 ticket = m_broker->read({{keyOf("hub"), keyOf("prom")}, {minute(0), minute(9)}, 0});
    m_prometheus->fail(QStringLiteral("it took too long"));
    m_history->answer({1, 2});
    const SeriesAnswer answer = answerTo(ticket);
    QVERIFY(answer.has_value());
    QVERIFY(!answer->at(0).isPartial);
    QCOMPARE(valuesOf(answer->at(1)), QStringLiteral("1 2"));
    QVERIFY(answer->at(1).isPartial);
    QCOMPARE(answer->at(1).note, QStringLiteral("prom: it took too long"));
}

void TestSeriesBroker::allFail()
{
    const quint64 ticket = m_broker->read({{keyOf("prom")}, {minute(0), minute(9)}, 0});
    m_history->fail(QStringLiteral("no disk"));
    m_prometheus->fail(QStringLiteral("no network"));
    QVERIFY(!answerTo(ticket));
    QCOMPARE(answerTo(ticket).error().message, QStringLiteral("no disk"));
}

void TestSeriesBroker::shortAnswer()
{
    const quint64 ticket = m_broker->read({{keyOf("hub"), keyOf("hub", "n2")}, {minute(0), minute(9)}, 0});
    Q_EMIT m_history->answered(101, std::vector<SeriesData>{});
    QCOMPARE(answerTo(ticket)->size(), 2U);
    QVERIFY(answerTo(ticket)->at(1).points.empty());
}

/// Whoever answers first.
void TestSeriesBroker::firstInTheRouteCounts()
{
    const quint64 ticket = m_broker->read({{keyOf("prom")}, {minute(0), minute(9)}, 0});
    std::vector<SeriesData> other(1);
    other[0].resolution = Millis{60'000};
    other[0].points = {{minute(1), Millis{0}, -5, -5, -5, 1}};
    Q_EMIT m_prometheus->answered(101, other);
    m_history->answer({1});
    QCOMPARE(valuesOf(answerTo(ticket)->at(0)), QStringLiteral("1"));
}

void TestSeriesBroker::cancels()
{
    const quint64 ticket = m_broker->read({{keyOf("prom")}, {minute(0), minute(9)}, 0});
    m_history->answer({1});
    m_broker->cancel(ticket);
    m_broker->cancel(ticket);
    m_broker->cancel(77);
    QVERIFY(m_history->cancelled.empty());
    QCOMPARE(m_prometheus->cancelled, std::vector<quint64>{101});
    m_prometheus->answer({2});
    QVERIFY(m_answers.empty());
}

void TestSeriesBroker::strangersAnswersAreIgnored()
{
    const quint64 ticket = m_broker->read({{keyOf("hub")}, {minute(0), minute(9)}, 0});
    Q_EMIT m_history->answered(5, std::vector<SeriesData>(1));
    Q_EMIT m_prometheus->answered(101, std::vector<SeriesData>(1));
    QVERIFY(m_answers.empty());
    m_history->answer({1});
    m_history->answered(101, std::vector<SeriesData>(1));
    QCOMPARE(valuesOf(answerTo(ticket)->at(0)), QStringLiteral("1"));
}

void TestSeriesBroker::aReaderGoes()
{
    const quint64 first = m_broker->read({{keyOf("prom")}, {minute(0), minute(9)}, 0});
    const quint64 second = m_broker->read({{keyOf("prom")}, {minute(0), minute(9)}, 0});
    m_history->answer({1, 2});
    m_prometheus.reset();
    QCOMPARE(valuesOf(answerTo(first)->at(0)), QStringLiteral("1 2"));
    QVERIFY(answerTo(first)->at(0).isPartial);
    QVERIFY(!answerTo(first)->at(0).note.isEmpty());
    m_history->answer({3});
    QCOMPARE(valuesOf(answerTo(second)->at(0)), QStringLiteral("3"));
}

void TestSeriesBroker::manyAtOnce()
{
    std::vector<quint64> tickets;
    tickets.reserve(50);
    for (int i = 0; i < 50; ++i) {
        tickets.push_back(m_broker->read({{keyOf("prom")}, {minute(0), minute(99)}, 0}));
    }
    for (int i = 0; i < 50; ++i) {
        m_history->answer({i});
    }
    for (int i = 0; i < 50; ++i) {
        m_prometheus->answer({i + 1});
        QCOMPARE(m_answers.size(), size_t(i) + 1);
        QCOMPARE(valuesOf(answerTo(tickets[size_t(i)])->at(0)), QStringLiteral("%1 %2").arg(i).arg(i + 1));
    }
}

QTEST_GUILESS_MAIN(TestSeriesBroker)
#include "tst_series_broker.moc"
