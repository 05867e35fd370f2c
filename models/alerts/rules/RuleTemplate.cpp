// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/RuleTemplate.h"

#include "models/alerts/rules/RuleTemplateParser.h"

#include <algorithm>
#include <cmath>

namespace stowage {

tl::expected<RuleTemplate, QString> RuleTemplate::parse(const QString& text, const FactSchema& schema)
{
    auto pieces = RuleTemplateParser(text, schema).parse();
    if (!pieces) {
        return tl::unexpected(pieces.error());
    }
    RuleTemplate parsed;
    parsed.m_text = text;
    parsed.m_pieces = *std::move(pieces);
    return parsed;
}

QString RuleTemplate::render(const FactTable& facts, size_t row) const
{
    QString out;
    render(m_pieces, facts, row, out);
    return out;
}

std::vector<size_t> RuleTemplate::columns() const
{
    std::vector<size_t> columns;
    collect(m_pieces, columns);
    std::ranges::sort(columns);
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

void RuleTemplate::collect(const std::vector<Piece>& pieces, std::vector<size_t>& columns)
{
    for (const Piece& piece : pieces) {
        if (piece.kind == Piece::Kind::Fact || piece.kind == Piece::Kind::Plural) {
            columns.push_back(piece.column);
        }
        collect(piece.within, columns);
    }
}

bool RuleTemplate::isTold(const Piece& piece, const FactTable& facts, size_t row)
{
    if (piece.kind != Piece::Kind::Fact && piece.kind != Piece::Kind::Plural) {
        return true;
    }
    if (facts.schema().fields[piece.column].unit == FactUnit::Text) {
        return !facts.texts(piece.column)[row].isEmpty();
    }
    const double value = facts.numbers(piece.column)[row];
    return std::isfinite(value) && value != 0;
}

void RuleTemplate::render(const std::vector<Piece>& pieces, const FactTable& facts, size_t row, QString& out)
{
    for (const Piece& piece : pieces) {
        switch (piece.kind) {
        case Piece::Kind::Words:
            out += piece.one;
            break;
        case Piece::Kind::Subject:
            out += plainText(facts.about(row));
            break;
        case Piece::Kind::Fact:
            out += facts.shown(row, piece.column);
            break;
        case Piece::Kind::Plural: {
            const bool isOne = facts.numbers(piece.column)[row] == 1;
            QString form = isOne ? piece.one : piece.many;
            out += form.replace(QLatin1Char('#'), facts.shown(row, piece.column));
            break;
        }
        case Piece::Kind::Optional:
            if (std::ranges::all_of(piece.within,
                                    [&](const Piece& each) { return isTold(each, facts, row); })) {
                render(piece.within, facts, row, out);
            }
            break;
        }
    }
}

} // namespace stowage
