// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/WidthControl.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr size_t WindowSize = 64;

/// A rise counts when it doubles and is more than the machine's own noise.
constexpr std::chrono::microseconds Noise{25'000};

std::chrono::microseconds percentile95(std::vector<std::chrono::microseconds>& window)
{
    const auto at = window.begin() + static_cast<std::ptrdiff_t>(window.size() * 95 / 100);
    std::ranges::nth_element(window, at);
    return *at;
}

} // namespace

WidthControl::WidthControl(int most) : m_most(std::max(1, most)), m_width(m_most)
{
    m_window.reserve(WindowSize);
}

void WidthControl::fine(quint64 departure, std::chrono::microseconds firstByte)
{
    m_window.push_back(firstByte);
    if (m_window.size() == WindowSize) {
        judgeWindow(departure);
    }
    if (m_width < m_most && departure > m_halvedAt && ++m_calm >= 2 * m_width) {
        m_calm = 0;
        ++m_width;
    }
}

void WidthControl::trouble(quint64 departure)
{
    if (departure > m_halvedAt) {
        halve();
    }
}

void WidthControl::halve()
{
    m_width = std::max(1, m_width / 2);
    m_calm = 0;
    m_halvedAt = m_departed;
}

void WidthControl::judgeWindow(quint64 departure)
{
    const auto p95 = percentile95(m_window);
    m_window.clear();
    if (m_baseline.count() > 0 && p95 > 2 * m_baseline && p95 - m_baseline > Noise) {
        trouble(departure);
        // The slower time is the new measure: heavier requests stay slow however few they are, and must not
        // press the width down to one. A server that really suffers doubles again.
        m_baseline = p95;
        return;
    }
    m_baseline = m_baseline.count() > 0 ? std::min(m_baseline, p95) : p95;
}

} // namespace stowage
