// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/TextPositions.h"

#include <algorithm>

namespace stowage {

TextPositions::TextPositions(QByteArray text) : m_text(std::move(text)), m_lineStarts{0}
{
    for (qsizetype newline = m_text.indexOf('\n'); newline >= 0;
         newline = m_text.indexOf('\n', newline + 1)) {
        m_lineStarts.push_back(newline + 1);
    }
}

TextPosition TextPositions::at(qsizetype offset) const
{
    const qsizetype within = std::clamp<qsizetype>(offset, 0, m_text.size());
    const auto next = std::upper_bound(m_lineStarts.cbegin(), m_lineStarts.cend(), within);
    const qsizetype start = *std::prev(next);
    const auto isLeadingByte = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    };
    const auto characters = std::count_if(m_text.cbegin() + start, m_text.cbegin() + within, isLeadingByte);
    return {static_cast<int>(next - m_lineStarts.cbegin()), static_cast<int>(characters) + 1};
}

} // namespace stowage
