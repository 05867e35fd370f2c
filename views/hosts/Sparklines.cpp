// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/Sparklines.h"

#include "models/hosts/HostBook.h"
#include "models/ports/Clock.h"
#include "views/hosts/MetricGroups.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr Millis Whole = std::chrono::hours(6);
constexpr size_t Steps = 72;
/// While one scrolls, rows come and go: asked is what came within this time, the newest first.
constexpr Millis Patience{60};
constexpr size_t MostAtOnce = 64;
/// Lines of more hosts than this are drawn again when they are looked at.
constexpr size_t MostKept = 1'024;

} // namespace

std::vector<QLineF> sparkLines(std::span<const double> values, QSizeF size, double most)
{
    constexpr double Dash = 2;
    const double across = values.size() > 1 ? size.width() / static_cast<double>(values.size() - 1) : 0;
    const auto pointOf = [&](size_t i) {
        const double share = std::clamp(values[i] / (most > 0 ? most : 1), 0.0, 1.0);
        return QPointF(across * static_cast<double>(i), size.height() * (1 - share));
    };
    const auto isTold = [&values](size_t i) {
        return i < values.size() && std::isfinite(values[i]);
    };
    std::vector<QLineF> lines;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!isTold(i)) {
            continue;
        }
        if (isTold(i + 1)) {
            lines.emplace_back(pointOf(i), pointOf(i + 1));
        } else if (i == 0 || !isTold(i - 1)) {
            lines.emplace_back(pointOf(i) - QPointF(Dash, 0), pointOf(i));
        }
    }
    return lines;
}

Sparklines::Sparklines(HostBook& book, SeriesReader& reader, const Clock& clock, QObject* parent)
    : QObject(parent), m_book(book), m_reader(reader), m_clock(clock), m_drawnAt(clock.now())
{
    connect(&reader, &SeriesReader::answered, this, &Sparklines::answer);
}

Sparklines::~Sparklines()
{
    if (m_ticket) {
        m_reader.cancel(*m_ticket);
    }
}

const std::vector<QLineF>& Sparklines::lines(HostId id)
{
    const auto known = m_lines.find(id.value);
    if (known != m_lines.end()) {
        return known->second;
    }
    const Host& host = m_book.host(id);
    if (const HostValue* value = host.isAlive ? mainValue(host) : nullptr) {
        const SeriesKey key = value->key();
        if (!m_known.contains(key)) {
            m_known.insert(key);
            m_wanted.push_back(key);
            askSoon();
        }
    }
    if (m_lines.size() >= MostKept) {
        m_lines.clear();
    }
    return m_lines.emplace(id.value, drawn(id)).first->second;
}

std::vector<QLineF> Sparklines::drawn(HostId id) const
{
    const Host& host = m_book.host(id);
    const HostValue* value = host.isAlive ? mainValue(host) : nullptr;
    return value == nullptr ? std::vector<QLineF>()
                            : sparkLines(m_book.spark(id), Size, mostOf(host, value->metric));
}

void Sparklines::take(std::span<const HostId> hosts)
{
    bool isAny = false;
    for (const HostId id : hosts) {
        const auto known = m_lines.find(id.value);
        if (known != m_lines.end()) {
            known->second = drawn(id);
            isAny = true;
        }
    }
    if (isAny) {
        Q_EMIT changed();
    }
}

void Sparklines::showMoment(Timestamp now)
{
    if (now - m_drawnAt < Whole / Steps) {
        return;
    }
    m_drawnAt = now;
    for (auto& [host, lines] : m_lines) {
        lines = drawn(HostId{host});
    }
    Q_EMIT changed();
}

void Sparklines::askSoon()
{
    if (m_isAskDue || m_ticket) {
        return;
    }
    m_isAskDue = true;
    m_clock.after(Patience, this, [this] {
        m_isAskDue = false;
        ask();
    });
}

void Sparklines::ask()
{
    SeriesQuery query;
    query.range = {m_clock.now() - Whole, m_clock.now()};
    query.points = Steps;
    while (!m_wanted.empty() && query.series.size() < MostAtOnce) {
        query.series.push_back(m_wanted.back());
        m_wanted.pop_back();
    }
    if (!query.series.empty()) {
        m_ticket = m_reader.read(query);
    }
}

void Sparklines::answer(quint64 ticket, const SeriesAnswer& answer)
{
    if (m_ticket != ticket) {
        return;
    }
    m_ticket.reset();
    if (answer) {
        m_book.takeHistory(*answer);
        std::vector<HostId> hosts;
        for (const SeriesData& series : *answer) {
            if (const auto host = m_book.find(series.key.subject)) {
                hosts.push_back(*host);
            }
        }
        take(hosts);
    }
    askSoon();
}

} // namespace stowage
