// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostSparkFiller.h"

#include "models/hosts/HostReading.h"
#include "models/hosts/HostSpark.h"

namespace stowage {
namespace {

constexpr size_t AtATime = 64;

} // namespace

HostSparkFiller::HostSparkFiller(HostBook& book, SeriesReader& reader, QObject* parent)
    : QObject(parent), m_book(book), m_reader(reader)
{
    connect(&book, &HostBook::changed, this, &HostSparkFiller::follow);
    connect(&reader, &SeriesReader::answered, this, &HostSparkFiller::take);
}

void HostSparkFiller::follow(const HostChanges& changes)
{
    for (const auto& ids : {changes.hosts.added, changes.hosts.changed}) {
        for (const HostId id : ids) {
            const Host& host = m_book.host(id);
            for (const HostSubject& subject : host.subjects) {
                if (!m_known.contains(subject.key)) {
                    m_known.insert(subject.key);
                    m_waiting.push_back({subject.key, metricOfFigure(host, HostFigure::Cpu)});
                }
            }
        }
    }
    askNext();
}

void HostSparkFiller::askNext()
{
    if (m_ticket || m_waiting.empty()) {
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(std::min(AtATime, m_waiting.size()));
    SeriesQuery query;
    query.series.assign(m_waiting.end() - count, m_waiting.end());
    m_waiting.erase(m_waiting.end() - count, m_waiting.end());
    query.range = {m_book.now() - HostSpark::Buckets * HostSpark::Step, m_book.now()};
    query.points = HostSpark::Buckets;
    m_ticket = m_reader.read(query);
}

void HostSparkFiller::take(quint64 ticket, const SeriesAnswer& answer)
{
    if (m_ticket != ticket) {
        return;
    }
    m_ticket.reset();
    if (answer) {
        m_book.takeHistory(*answer);
    }
    askNext();
}

} // namespace stowage
