// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixZoom.h"

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

constexpr qreal Square = 16; // up to here cells are as high as wide
constexpr int FrozenWidth = 232;
constexpr int ImageHead = 24;
constexpr int PlatformHead = 18;
constexpr int ZoneGap = 9;

} // namespace

void MatrixZoom::setSize(qreal size)
{
    m_size = std::clamp(size, 1 / m_scale, Largest);
}

void MatrixZoom::setScale(qreal scale)
{
    m_scale = std::max(scale, 0.1);
    setSize(m_size);
}

void MatrixZoom::step(qreal notches)
{
    const qreal wanted = m_size * std::pow(Notch, notches);
    const qreal pixel = std::round(m_size * m_scale) + (notches > 0 ? 1 : -1);
    const bool isSeen = std::round(wanted * m_scale) != std::round(m_size * m_scale);
    setSize(isSeen ? wanted : pixel / m_scale);
}

MatrixMetrics MatrixZoom::metrics() const
{
    const auto device = [this](qreal length) {
        return std::max(1, static_cast<int>(std::round(length * m_scale)));
    };
    MatrixMetrics metrics;
    metrics.cellWidth = device(m_size);
    metrics.cellHeight = device(m_size <= Square ? m_size : Square + (m_size - Square) / 8);
    metrics.zoneGap = device(std::clamp(m_size * 0.6, 2.0, qreal(ZoneGap)));
    // In an overview a line parts the images; the smallest cells stand close.
    const qreal line = m_size < 3 ? 1 : 3;
    metrics.imageHead = device(isOverview() ? line : ImageHead);
    metrics.platformHead = device(isOverview() ? 1 : PlatformHead);
    metrics.frozenWidth = device(FrozenWidth);
    return metrics;
}

std::vector<MatrixZoom> MatrixZoom::smaller() const
{
    std::vector<MatrixZoom> sizes;
    for (int pixels = static_cast<int>(std::round(Normal * m_scale)); pixels >= 1; --pixels) {
        MatrixZoom& zoom = sizes.emplace_back(*this);
        zoom.setSize(pixels / m_scale);
    }
    return sizes;
}

} // namespace stowage
