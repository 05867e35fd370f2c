// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactTable.h"

#include <tl/expected.hpp>

namespace stowage {

/// A sentence with places for facts.
///
///     node {subject} is gone[: {layers.single|one layer has|# layers have} one copy left]
///
/// `{field}` is the fact for a person. `{field|one|many}` is the first form where it is 1, else the second,
/// `#` in either being the number. What is in brackets is left out where a fact within it is not known, is
/// nought or is empty. A brace or bracket itself is written twice.
class RuleTemplate
{
public:
    RuleTemplate() = default;

    /// What is wrong with it, in words.
    static tl::expected<RuleTemplate, QString> parse(const QString& text, const FactSchema& schema);

    const QString& text() const { return m_text; }
    QString render(const FactTable& facts, size_t row) const;

    /// Columns that it shows.
    std::vector<size_t> columns() const;

private:
    struct Piece
    {
        enum class Kind : quint8
        {
            Words,
            Subject,
            Fact,
            Plural,
            Optional,
        };
        Kind kind = Kind::Words;
        QString one;
        QString many;
        size_t column = 0;
        std::vector<Piece> within; ///< of Optional
    };
    friend class RuleTemplateParser;

    static bool isTold(const Piece& piece, const FactTable& facts, size_t row);
    static void render(const std::vector<Piece>& pieces, const FactTable& facts, size_t row, QString& out);
    static void collect(const std::vector<Piece>& pieces, std::vector<size_t>& columns);

    QString m_text;
    std::vector<Piece> m_pieces;
};

} // namespace stowage
