// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostForecaster.h"

#include "models/metrics/MetricInfo.h"
#include "models/metrics/forecast/Forecast.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

constexpr size_t HostsAtATime = 8;
constexpr std::chrono::days LongPast{7};
constexpr size_t LongPoints = 1'008; ///< ten minutes each
constexpr std::chrono::hours ShortPast{6};
constexpr size_t ShortPoints = 360; ///< a minute each
constexpr double Full = 100;

bool canFill(const QString& metric)
{
    static constexpr std::array Filling{QLatin1String("disk.percent"), QLatin1String("inodes.percent"),
                                        QLatin1String("memory.percent")};
    const QStringView base = metricBase(metric);
    return std::ranges::any_of(Filling, [base](QLatin1String each) { return base == each; });
}

/// The long past up to where the short one begins, then the short one.
std::vector<SeriesPoint> joined(const std::vector<SeriesData>& longPast,
                                const std::vector<SeriesData>& shortPast, size_t place)
{
    std::vector<SeriesPoint> points;
    const bool hasShort = place < shortPast.size() && !shortPast[place].points.empty();
    if (place < longPast.size()) {
        for (const SeriesPoint& point : longPast[place].points) {
            const bool isBefore = !hasShort || point.at < shortPast[place].points.front().at -
                                                              shortPast[place].points.front().span;
            if (isBefore) {
                points.push_back(point);
            }
        }
    }
    if (hasShort) {
        points.insert(points.end(), shortPast[place].points.begin(), shortPast[place].points.end());
    }
    return points;
}

std::optional<HostForecast> forecastOf(const SeriesKey& key, const std::vector<SeriesPoint>& points,
                                       Timestamp now)
{
    const ForecastResult found = forecastReach(points, Full, now);
    if (!found) {
        return std::nullopt;
    }
    return HostForecast{key, Full, found->reachesAt, found->earliest, found->latest};
}

} // namespace

HostForecaster::HostForecaster(const HostBook& book, SeriesReader& reader, HostForecasts& forecasts,
                               const Clock& clock, QObject* parent)
    : QObject(parent), m_book(book), m_reader(reader), m_forecasts(forecasts), m_clock(clock)
{
    connect(&book, &HostBook::changed, this, &HostForecaster::follow);
    connect(&reader, &SeriesReader::answered, this, &HostForecaster::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &HostForecaster::put);
    refreshLater();
}

void HostForecaster::refreshLater()
{
    m_clock.after(Every, this, [this] {
        refreshLater();
        refresh();
    });
}

void HostForecaster::follow(const HostChanges& changes)
{
    m_waiting.insert(m_waiting.end(), changes.hosts.added.begin(), changes.hosts.added.end());
    for (const HostId gone : changes.hosts.removed) {
        m_forecasts.set(gone, {});
    }
    if (!changes.hosts.added.empty() && !m_isAskingSoon) {
        m_isAskingSoon = true;
        m_clock.after(AfterNew, this, [this] {
            m_isAskingSoon = false;
            askNext();
        });
    }
}

void HostForecaster::refresh()
{
    m_waiting.clear();
    for (const Host& host : m_book.hosts()) {
        if (host.isAlive) {
            m_waiting.push_back(host.id);
        }
    }
    askNext();
}

void HostForecaster::askNext()
{
    if (m_question) {
        return;
    }
    Question next;
    while (!m_waiting.empty() && next.hosts.size() < HostsAtATime) {
        const HostId id = m_waiting.front();
        m_waiting.pop_front();
        next.hosts.push_back(id);
        const Host& host = m_book.host(id);
        for (const HostValue& value : host.values) {
            if (host.isAlive && host.kind == HostKind::Machine && canFill(value.metric)) {
                next.series.push_back(value.key());
                next.hostOf.push_back(id);
            }
        }
    }
    if (next.series.empty()) {
        // A queued call: refresh() never answers from within.
        QMetaObject::invokeMethod(this, &HostForecaster::finished, Qt::QueuedConnection);
        return;
    }
    const Timestamp now = m_book.now();
    next.longTicket = m_reader.read({next.series, {now - LongPast, now}, LongPoints});
    next.shortTicket = m_reader.read({next.series, {now - ShortPast, now}, ShortPoints});
    m_question = std::move(next);
}

void HostForecaster::take(quint64 ticket, const SeriesAnswer& answer)
{
    if (!m_question) {
        return;
    }
    if (ticket == m_question->longTicket) {
        m_question->longPast = answer.value_or(std::vector<SeriesData>{});
    } else if (ticket == m_question->shortTicket) {
        m_question->shortPast = answer.value_or(std::vector<SeriesData>{});
    }
    if (m_question->longPast && m_question->shortPast && !m_watcher.isRunning()) {
        reckon();
    }
}

void HostForecaster::reckon()
{
    using Found = std::vector<std::optional<HostForecast>>;
    const auto promise = std::make_shared<QPromise<Found>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, question = *m_question, now = m_book.now()] {
        Found found;
        for (size_t i = 0; i < question.series.size(); ++i) {
            found.push_back(
                forecastOf(question.series[i], joined(*question.longPast, *question.shortPast, i), now));
        }
        promise->addResult(std::move(found));
        promise->finish();
    });
}

void HostForecaster::put()
{
    const auto found = m_watcher.result();
    const Question question = *std::exchange(m_question, std::nullopt);
    for (const HostId id : question.hosts) {
        std::vector<HostForecast> own;
        for (size_t i = 0; i < found.size(); ++i) {
            if (question.hostOf[i] == id && found[i]) {
                own.push_back(*found[i]);
            }
        }
        m_forecasts.set(id, m_book.host(id).isAlive ? std::move(own) : std::vector<HostForecast>{});
    }
    askNext();
}

} // namespace stowage
