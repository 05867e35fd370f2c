// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/load/DemoWave.h"

#include <cmath>
#include <numbers>

namespace stowage {
namespace {

struct Length
{
    double seconds;
    double share; ///< of the swing; together 1
};

/// No length is a multiple of another, so that no two hours look alike.
constexpr std::array Lengths{Length{86'400, 0.40}, Length{11'470, 0.25}, Length{2'311, 0.17},
                             Length{397, 0.10}, Length{139, 0.08}};

} // namespace

DemoWave::DemoWave(double middle, double swing, double character) : m_middle(middle), m_terms{}
{
    for (size_t i = 0; i < m_terms.size(); ++i) {
        const double turn = 2 * std::numbers::pi / Lengths[i].seconds;
        m_terms[i] = {middle * swing * Lengths[i].share, turn,
                      2 * std::numbers::pi * character * static_cast<double>(2 * i + 1)};
    }
}

double DemoWave::at(double seconds) const
{
    double value = m_middle;
    for (const Term& term : m_terms) {
        value += term.height * std::sin(term.turn * seconds + term.phase);
    }
    return value;
}

double DemoWave::sumUntil(double seconds) const
{
    double sum = m_middle * seconds;
    for (const Term& term : m_terms) {
        sum += term.height / term.turn * (std::cos(term.phase) - std::cos(term.turn * seconds + term.phase));
    }
    return sum;
}

} // namespace stowage
