// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace stowage {

/// A quantity that swings around its middle in waves of several lengths, from a day to a minute, never below
/// zero. A plain function of time, so that any moment of the past can be asked for, and what has added up
/// until then too. Seconds, from anywhere to anywhere.
class DemoWave
{
public:
    /// `swing` in 0 … 1: how far it goes from the middle. `character` 0 … 1 shifts the waves.
    DemoWave(double middle, double swing, double character);

    double at(double seconds) const;

    /// The integral from moment 0 on; negative before it.
    double sumUntil(double seconds) const;

private:
    struct Term
    {
        double height = 0;
        double turn = 0; ///< radians a second
        double phase = 0;
    };

    double m_middle;
    std::array<Term, 5> m_terms;
};

} // namespace stowage
