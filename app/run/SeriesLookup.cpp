// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/SeriesLookup.h"

#include "models/core/Listed.h"
#include "models/core/NearestName.h"
#include "models/metrics/SeriesMerge.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr std::chrono::days WholeRange{8}; ///< up to this every sample is told
constexpr size_t MostPoints = 20'000;

Error usage(const QString& what, const QString& todo)
{
    return {ErrorKind::Usage, what, {}, todo, std::nullopt};
}

QStringList metricsOf(const Host& host)
{
    QStringList metrics;
    for (const HostValue& value : host.values) {
        metrics << value.metric;
    }
    for (const HostQuarantine& bad : host.quarantined) {
        if (!metrics.contains(bad.metric)) {
            metrics << bad.metric;
        }
    }
    return metrics;
}

} // namespace

SeriesLookup::SeriesLookup(const HostBook& book, SeriesReader& reader, QObject* parent)
    : QObject(parent), m_book(book), m_reader(reader)
{
    connect(&reader, &SeriesReader::answered, this, &SeriesLookup::take);
}

void SeriesLookup::look(const QString& host, const QString& metric, Millis range)
{
    const Result<HostId> id = hostNamed(host);
    if (!id) {
        tell(fail(id.error()));
        return;
    }
    const Result<QString> known = metricNamed(*id, metric);
    if (!known) {
        tell(fail(known.error()));
        return;
    }
    const Host& found = m_book.host(*id);
    m_extract.host = found.name;
    m_extract.range = {m_book.now() - range, m_book.now()};
    m_extract.sources = found.sources();
    SeriesQuery query;
    query.range = m_extract.range;
    query.points = range > WholeRange ? MostPoints : 0;
    for (const HostSubject& subject : found.subjects) {
        query.series.push_back({subject.key, *known});
    }
    m_extract.data.key = query.series.front();
    m_ticket = m_reader.read(query);
}

void SeriesLookup::take(quint64 ticket, const SeriesAnswer& answer)
{
    if (m_ticket != ticket) {
        return;
    }
    m_ticket.reset();
    if (!answer) {
        tell(fail(answer.error()));
        return;
    }
    const SeriesKey key = m_extract.data.key;
    m_extract.sources.clear();
    for (const SeriesData& part : *answer) {
        const QString& source = part.key.subject.source;
        if ((!part.points.empty() || !part.quarantined.empty()) && !m_extract.sources.contains(source)) {
            m_extract.sources << source;
        }
    }
    m_extract.data = mergeSeries(*answer);
    m_extract.data.key = key;
    tell(m_extract);
}

void SeriesLookup::tell(const Result<SeriesExtract>& extract)
{
    QMetaObject::invokeMethod(
        this, [this, extract] { Q_EMIT found(extract); }, Qt::QueuedConnection);
}

Result<HostId> SeriesLookup::hostNamed(const QString& name) const
{
    const std::vector<HostId> found = m_book.find(name);
    if (found.size() == 1) {
        return found.front();
    }
    if (found.size() > 1) {
        return fail(usage(tr("%n hosts are called %1", nullptr, static_cast<int>(found.size())).arg(name),
                          tr("Name one by its address, or by its id at its source.")));
    }
    QStringList names;
    for (const Host& host : m_book.hosts()) {
        if (host.isAlive) {
            names << host.name;
        }
    }
    const QString nearest = nearestName(name, names);
    return fail(usage(tr("there is no host %1").arg(name), nearest.isEmpty()
                                                               ? tr("stowage hosts lists them.")
                                                               : tr("Did you mean %1?").arg(nearest)));
}

Result<QString> SeriesLookup::metricNamed(HostId id, const QString& name) const
{
    const Host& host = m_book.host(id);
    const QStringList metrics = metricsOf(host);
    if (metrics.contains(name) || metrics.isEmpty()) {
        return name; // of a host that tells nothing now, the past may know more
    }
    const QString nearest = nearestName(name, metrics);
    return fail(usage(tr("%1 tells no %2").arg(host.name, name), nearest.isEmpty()
                                                                     ? tr("It tells %1.").arg(listed(metrics))
                                                                     : tr("Did you mean %1?").arg(nearest)));
}

} // namespace stowage
