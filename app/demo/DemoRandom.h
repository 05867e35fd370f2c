// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <random>

namespace stowage {

/// Chance that is the same on every machine: the standard fixes the engine's numbers, but not its
/// distributions'.
class DemoRandom
{
public:
    explicit DemoRandom(quint64 seed) : m_engine(seed) {}

    quint64 next() { return m_engine(); }

    /// 0 … bound-1; 0 when the bound is 0.
    size_t below(size_t bound) { return bound == 0 ? 0 : static_cast<size_t>(m_engine() % bound); }

    /// True in so many of a hundred cases.
    bool percent(int chance) { return static_cast<int>(below(100)) < chance; }

private:
    std::mt19937_64 m_engine;
};

} // namespace stowage
