// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace stowage {

/// What is wrong with the syntax, in words for whoever writes JSON by hand.
struct SyntaxFault
{
    qsizetype offset = 0; ///< where, in bytes
    QString what;
    QString todo;
};

/// Explains an error of nlohmann's parser, which had taken `consumed` bytes of `text`. The parser's own words
/// quote the token that it stumbled on, which may be a secret: none of it is passed on.
SyntaxFault explainSyntax(const QByteArray& parserWords, const QByteArray& text, qsizetype consumed);

} // namespace stowage
