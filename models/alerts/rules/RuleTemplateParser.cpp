// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/RuleTemplateParser.h"

#include "models/core/NearestName.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RuleTemplate)
};

constexpr QLatin1Char Open('{');
constexpr QLatin1Char Close('}');
constexpr QLatin1Char Begin('[');
constexpr QLatin1Char End(']');

bool isSign(QChar letter)
{
    return letter == Open || letter == Close || letter == Begin || letter == End;
}

} // namespace

bool RuleTemplateParser::isTwice() const
{
    return m_at + 1 < m_text.size() && m_text[m_at] == m_text[m_at + 1] && isSign(m_text[m_at]);
}

void RuleTemplateParser::refuse(const QString& why)
{
    if (m_trouble.isEmpty()) {
        m_trouble = why;
    }
    m_at = m_text.size();
}

tl::expected<RuleTemplateParser::Pieces, QString> RuleTemplateParser::parse()
{
    Pieces pieces = readPieces(false);
    if (!m_trouble.isEmpty()) {
        return tl::unexpected(m_trouble);
    }
    return pieces;
}

RuleTemplateParser::Pieces RuleTemplateParser::readPieces(bool isWithin)
{
    using Kind = RuleTemplate::Piece::Kind;
    Pieces pieces;
    const auto put = [&pieces](QChar letter) {
        if (pieces.empty() || pieces.back().kind != Kind::Words) {
            pieces.emplace_back();
        }
        pieces.back().one += letter;
    };
    while (m_at < m_text.size()) {
        const QChar letter = m_text[m_at];
        if (isTwice()) {
            put(letter);
            m_at += 2;
        } else if (letter == End && isWithin) {
            return pieces; // whoever opened it goes on behind it
        } else if (letter == Open) {
            readPlace(pieces);
        } else if (letter == Begin && !isWithin) {
            readOptional(pieces);
        } else if (isSign(letter)) {
            refuse(Words::tr("\"%1\" stands alone; written twice it stands for itself").arg(letter));
        } else {
            put(letter);
            ++m_at;
        }
    }
    if (isWithin) {
        refuse(Words::tr("a bracket is not closed"));
    }
    return pieces;
}

void RuleTemplateParser::readOptional(Pieces& pieces)
{
    ++m_at;
    RuleTemplate::Piece piece;
    piece.kind = RuleTemplate::Piece::Kind::Optional;
    piece.within = readPieces(true);
    ++m_at;
    pieces.push_back(std::move(piece));
}

void RuleTemplateParser::readPlace(Pieces& pieces)
{
    const qsizetype close = m_text.indexOf(Close, m_at);
    if (close < 0) {
        refuse(Words::tr("a brace is not closed"));
        return;
    }
    const QStringList parts = m_text.sliced(m_at + 1, close - m_at - 1).split(QLatin1Char('|'));
    m_at = close + 1;
    addPlace(parts, pieces);
}

void RuleTemplateParser::addPlace(const QStringList& parts, Pieces& pieces)
{
    using Kind = RuleTemplate::Piece::Kind;
    RuleTemplate::Piece piece;
    if (parts.front() == QLatin1String("subject") && parts.size() == 1) {
        piece.kind = Kind::Subject;
        pieces.push_back(std::move(piece));
        return;
    }
    const auto column = m_schema.find(parts.front());
    if (!column) {
        const QString nearest = nearestName(parts.front(), m_schema.names());
        refuse(nearest.isEmpty()
                   ? Words::tr("there is no fact \"%1\" of \"%2\"").arg(parts.front(), m_schema.kind)
                   : Words::tr("there is no fact \"%1\" of \"%2\"; \"%3\"?")
                         .arg(parts.front(), m_schema.kind, nearest));
        return;
    }
    piece.column = *column;
    piece.kind = Kind::Fact;
    if (parts.size() == 3 && m_schema.fields[*column].unit != FactUnit::Text) {
        piece.kind = Kind::Plural;
        piece.one = parts[1];
        piece.many = parts[2];
    } else if (parts.size() != 1) {
        refuse(Words::tr("\"%1\" needs two forms, of a number: {layers|one layer|# layers}")
                   .arg(parts.join(QLatin1Char('|'))));
        return;
    }
    pieces.push_back(std::move(piece));
}

} // namespace stowage
