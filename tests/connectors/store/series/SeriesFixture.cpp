// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/series/SeriesFixture.h"

#include <QTest>

namespace stowage::test {

Timestamp minute(qint64 count)
{
    return *fromRfc3339(u"2026-11-01T00:00:00.000Z") + std::chrono::minutes(count);
}

SeriesKey keyOf(const QString& subject, const QString& metric)
{
    return {{QStringLiteral("hub"), subject}, metric};
}

SampleBatch minutes(const SeriesKey& key, int first, int count, double offset)
{
    SampleBatch batch{key, Millis{60'000}, false, {}, {}};
    for (int i = first; i < first + count; ++i) {
        batch.samples.push_back({minute(i), i + offset, i + offset});
    }
    return batch;
}

SampleBatch coarse(const SeriesKey& key, int first, int count, int step)
{
    SampleBatch batch{key, std::chrono::minutes(step), true, {}, {}};
    for (int i = 1; i <= count; ++i) {
        const int at = first + i * step;
        batch.samples.push_back({minute(at), double(at), at + 0.5});
    }
    return batch;
}

QString valuesOf(const SeriesData& data)
{
    QStringList values;
    for (const SeriesPoint& point : data.points) {
        const QString mean = QString::number(point.mean);
        values << (point.count == 1 ? mean : QStringLiteral("%1(%2)").arg(mean).arg(point.count));
    }
    return values.join(QLatin1Char(' '));
}

QString gapsOf(const SeriesData& data)
{
    QStringList gaps;
    const auto number = [](Timestamp at) {
        return QString::number(double((at - minute(0)).count()) / 60'000);
    };
    for (const TimeRange& gap : data.gaps) {
        gaps << QStringLiteral("[%1 %2]").arg(number(gap.from), number(gap.to));
    }
    return gaps.join(QLatin1Char(' '));
}

RunningSeries::RunningSeries(const QString& folder, SeriesRetention retention, size_t mostWaiting,
                             Millis later)
    : history(folder, (clock.advance(later), clock), retention, mostWaiting),
      failed(&history, &SeriesHistory::failed)
{
    QObject::connect(&history, &SeriesHistory::acknowledged, &history, [this](quint64 upTo) { safe = upTo; });
}

bool RunningSeries::keep(std::vector<SampleBatch> batches)
{
    const quint64 ticket = history.record(std::move(batches));
    clock.advance(SqliteSeries::FlushInterval);
    return QTest::qWaitFor([&] { return safe >= ticket; }, SeriesPatience);
}

SeriesData RunningSeries::read(const SeriesKey& key, qint64 from, qint64 to, size_t points)
{
    const SeriesAnswer answer = ask({{key}, {minute(from), minute(to)}, points});
    return answer && answer->size() == 1 ? answer->front() : SeriesData{};
}

SeriesAnswer RunningSeries::ask(const SeriesQuery& query)
{
    std::optional<SeriesAnswer> found;
    QObject context;
    const quint64 ticket = history.read(query);
    QObject::connect(&history, &SeriesReader::answered, &context,
                     [&](quint64 number, const SeriesAnswer& answer) {
                         if (number == ticket) {
                             found = answer;
                         }
                     });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, SeriesPatience)) {
        return fail({ErrorKind::Timeout, QStringLiteral("no answer"), {}, {}, {}});
    }
    return *found;
}

std::vector<SeriesSummary> RunningSeries::list()
{
    std::optional<std::vector<SeriesSummary>> found;
    QObject context;
    QObject::connect(&history, &SeriesHistory::listed, &context,
                     [&](const std::vector<SeriesSummary>& series) { found = series; });
    history.requestSeries();
    return QTest::qWaitFor([&] { return found.has_value(); }, SeriesPatience) ? *found
                                                                              : std::vector<SeriesSummary>();
}

void RunningSeries::maintain()
{
    QSignalSpy done(&history, &SqliteSeries::maintained);
    history.maintain();
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, SeriesPatience);
}

} // namespace stowage::test
