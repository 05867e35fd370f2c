// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/Sparklines.h"

#include "models/hosts/HostBook.h"
#include "views/hosts/MetricGroups.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr Millis Step = std::chrono::minutes(5);
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

Sparklines::Sparklines(const HostBook& book, QObject* parent)
    : QObject(parent), m_book(book), m_drawnAt(book.now())
{
}

const std::vector<QLineF>& Sparklines::lines(HostId id)
{
    const auto known = m_lines.find(id.value);
    if (known != m_lines.end()) {
        return known->second;
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
    if (now - m_drawnAt < Step) {
        return;
    }
    m_drawnAt = now;
    for (auto& [host, lines] : m_lines) {
        lines = drawn(HostId{host});
    }
    Q_EMIT changed();
}

} // namespace stowage
