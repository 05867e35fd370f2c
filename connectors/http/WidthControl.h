// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <vector>

namespace stowage {

/// How many requests a server may have at once: halves when it suffers (429, 5xx, no answer, a rising 95th
/// percentile of the time to the first byte), and grows back by one for every two rounds without trouble.
class WidthControl
{
public:
    explicit WidthControl(int most);

    int width() const { return m_width; }
    int most() const { return m_most; }

    /// The number of the request about to leave, to be given back with its outcome.
    quint64 depart() { return ++m_departed; }

    /// An answer in good health, and its time to the first byte.
    void fine(quint64 departure, std::chrono::microseconds firstByte);

    /// The server suffers. Requests that left before the last halving say nothing new and do not halve again.
    void trouble(quint64 departure);

private:
    void halve();
    void judgeWindow(quint64 departure);

    int m_most;
    int m_width;
    int m_calm = 0; ///< answers in good health since the last change of width
    quint64 m_departed = 0;
    quint64 m_halvedAt = 0; ///< m_departed at the last halving
    std::vector<std::chrono::microseconds> m_window;
    std::chrono::microseconds m_baseline{0}; ///< the 95th percentile that counts as usual; 0: none yet
};

} // namespace stowage
