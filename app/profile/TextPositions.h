// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace stowage {

/// A place in a text; both count from 1, the column in characters.
struct TextPosition
{
    int line = 0;
    int column = 0;

    auto operator<=>(const TextPosition&) const = default;
};

/// Turns byte offsets of a UTF-8 text into lines and columns.
class TextPositions
{
public:
    explicit TextPositions(QByteArray text);

    /// An offset past the end is the end.
    TextPosition at(qsizetype offset) const;

    const QByteArray& text() const { return m_text; }

private:
    QByteArray m_text;
    std::vector<qsizetype> m_lineStarts;
};

} // namespace stowage
