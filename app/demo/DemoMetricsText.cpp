// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoMetricsText.h"

#include <array>
#include <charconv>
#include <cmath>

namespace stowage {

void DemoMetricsText::family(const char* name, const char* type)
{
    m_family = name;
    m_text += "# TYPE " + m_family + ' ' + type + '\n';
}

void DemoMetricsText::sample(const QByteArray& labels, double value, const char* suffix)
{
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_text += m_family + suffix + (labels.isEmpty() ? QByteArray() : '{' + labels + '}') + ' ';
    m_text.append(digits.data(), written.ptr - digits.data());
    m_text += '\n';
}

void DemoMetricsText::histogram(const QByteArray& labels, std::span<const char* const> bounds,
                                std::span<const double> shares, double count, double sum)
{
    for (size_t i = 0; i < bounds.size(); ++i) {
        const double upTo = i + 1 == bounds.size() ? count : std::floor(count * shares[i]);
        sample(labels + ",le=\"" + bounds[i] + '"', upTo, "_bucket");
    }
    sample(labels, sum, "_sum");
    sample(labels, count, "_count");
}

} // namespace stowage
