// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/JsonSyntax.h"

#include <QCoreApplication>

#include <array>

namespace stowage {
namespace {

struct Explanation
{
    QByteArrayView reason; ///< how nlohmann's reason begins (3.11, detail/input/lexer.hpp and parser.hpp)
    const char* what;
    const char* todo;
};

constexpr std::array Explanations{
    Explanation{"unexpected end of input", QT_TRANSLATE_NOOP("JsonSyntax", "the text ends too early"),
                QT_TRANSLATE_NOOP("JsonSyntax", "Close every {, [ and \" that was opened.")},
    Explanation{"invalid comment; missing", QT_TRANSLATE_NOOP("JsonSyntax", "a comment is never closed"),
                QT_TRANSLATE_NOOP("JsonSyntax", "End it with */.")},
    Explanation{"invalid comment", QT_TRANSLATE_NOOP("JsonSyntax", "a comment begins with // or /*"), ""},
    Explanation{"invalid literal",
                QT_TRANSLATE_NOOP("JsonSyntax", "this is neither a text, a number, true, false nor null"),
                QT_TRANSLATE_NOOP("JsonSyntax", "Texts and keys stand in double quotes.")},
    Explanation{"invalid number", QT_TRANSLATE_NOOP("JsonSyntax", "this is not a number"), ""},
    Explanation{"invalid string: missing", QT_TRANSLATE_NOOP("JsonSyntax", "a text is never closed"),
                QT_TRANSLATE_NOOP("JsonSyntax", "End it with a double quote on the same line.")},
    Explanation{"invalid string: control",
                QT_TRANSLATE_NOOP("JsonSyntax", "a text runs over the end of its line or "
                                                "contains a control character"),
                QT_TRANSLATE_NOOP("JsonSyntax", "End it with a double quote on the same line.")},
    Explanation{"invalid string: forbidden",
                QT_TRANSLATE_NOOP("JsonSyntax", "a backslash is followed by what it cannot escape"),
                QT_TRANSLATE_NOOP("JsonSyntax", "Write \\\\ for a backslash itself.")},
    Explanation{"invalid string", QT_TRANSLATE_NOOP("JsonSyntax", "a \\u escape is not a character"), ""},
    Explanation{
        "unexpected string literal",
        QT_TRANSLATE_NOOP("JsonSyntax", "a comma, a colon or a closing bracket is missing before this"), ""},
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonSyntax)
};

QString translated(const char* text)
{
    return *text == '\0' ? QString() : Words::tr(text);
}

/// The part of the parser's words that never quotes the text: "… - REASON; last read: '…'; expected …".
QByteArray reasonOf(const QByteArray& parserWords)
{
    const qsizetype dash = parserWords.indexOf(" - ");
    const qsizetype start = dash < 0 ? 0 : dash + 3;
    const qsizetype lastRead = parserWords.indexOf("; last read", start);
    const qsizetype expected = parserWords.indexOf("; expected ", start);
    qsizetype end = parserWords.size();
    for (const qsizetype mark : {lastRead, expected}) {
        end = mark >= 0 ? std::min(end, mark) : end;
    }
    return parserWords.mid(start, end - start);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether a bracket closes right after a comma. Comments in between hide it; then the general words must do.
bool isTrailingComma(const QByteArray& text, qsizetype offset)
{
    if (offset >= text.size() || (text[offset] != '}' && text[offset] != ']')) {
        return false;
    }
    do {
        --offset;
    } while (offset >= 0 && isSpace(text[offset]));
    return offset >= 0 && text[offset] == ',';
}

qsizetype lastVisible(const QByteArray& text, qsizetype consumed)
{
    qsizetype offset = std::max<qsizetype>(0, std::min(consumed, text.size()) - 1);
    while (offset > 0 && isSpace(text[offset])) {
        --offset;
    }
    return offset;
}

} // namespace

SyntaxFault explainSyntax(const QByteArray& parserWords, const QByteArray& text, qsizetype consumed)
{
    const qsizetype offset = lastVisible(text, consumed);
    if (text.trimmed().isEmpty()) {
        return {0, Words::tr("the profile is empty"),
                Words::tr("Begin with { \"schema\": \"stowage/profile/1\", … }.")};
    }
    if (isTrailingComma(text, offset)) {
        return {offset, Words::tr("nothing follows the last comma"),
                Words::tr("Remove the comma before the closing bracket.")};
    }
    if (parserWords.contains("out_of_range")) {
        return {offset, Words::tr("the number is too large"), {}};
    }
    if (parserWords.contains("while parsing value") && parserWords.contains("; expected end of input")) {
        return {offset, Words::tr("something follows after the end of the profile"),
                Words::tr("Remove it; one file holds one profile.")};
    }
    const QByteArray reason = reasonOf(parserWords);
    for (const Explanation& explanation : Explanations) {
        if (reason.startsWith(explanation.reason)) {
            return {offset, translated(explanation.what), translated(explanation.todo)};
        }
    }
    return {offset,
            //: %1 is a word of the JSON parser, such as "unexpected '}'"
            Words::tr("this is not JSON: %1").arg(QString::fromUtf8(reason)),
            Words::tr("Look for a missing or superfluous comma or bracket before it.")};
}

} // namespace stowage
