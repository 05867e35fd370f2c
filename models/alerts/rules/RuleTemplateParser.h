// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/RuleTemplate.h"

namespace stowage {

/// Takes a template's text apart, from left to right.
class RuleTemplateParser
{
public:
    using Pieces = std::vector<RuleTemplate::Piece>;

    RuleTemplateParser(const QString& text, const FactSchema& schema) : m_text(text), m_schema(schema) {}

    tl::expected<Pieces, QString> parse();

private:
    Pieces readPieces(bool isWithin);
    void readOptional(Pieces& pieces);
    void readPlace(Pieces& pieces);
    void addPlace(const QStringList& parts, Pieces& pieces);
    bool isTwice() const; ///< the character here stands twice and so for itself
    void refuse(const QString& why);

    const QString& m_text;
    const FactSchema& m_schema;
    qsizetype m_at = 0;
    QString m_trouble;
};

} // namespace stowage
