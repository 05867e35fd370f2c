// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/exposition/BadPages.h"

namespace stowage::test {

namespace {

QByteArray bytes(const char* text, qsizetype size)
{
    return {text, size};
}

QByteArray manyLabels()
{
    QByteArray line = "m{";
    for (int i = 0; i < 65; ++i) {
        line += 'l' + QByteArray::number(i) + "=\"\",";
    }
    return line + "} 1\n";
}

} // namespace

std::vector<BadPage> badPages()
{
    using Kind = ExpositionFault::Kind;
    constexpr ExpositionForm Open = ExpositionForm::OpenMetrics;
    const QByteArray long5 = QByteArray(5'000'000, 'x');
    return {
        {"html", "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n", 1, 0, Kind::Html},
        {"html after a sample", "a 1\n<html>\n", 2, 1, Kind::Html},
        {"json", "{\"data\": []}\n", 1, 0, Kind::BadName},
        {"label without quotes", "a 1\nb{code=200} 2\nc 3\n", 2, 1, Kind::NoQuote},
        {"label in single quotes", "b{code='200'} 2\n", 1, 0, Kind::NoQuote},
        {"label without equals", "b{code \"200\"} 2\n", 1, 0, Kind::NoEquals},
        {"label without a name", "b{=\"200\"} 2\n", 1, 0, Kind::BadLabelName},
        {"label that begins with a digit", "b{0code=\"200\"} 2\n", 1, 0, Kind::BadLabelName},
        {"label with a colon", "b{co:de=\"200\"} 2\n", 1, 0, Kind::BadLabelName},
        {"label with a dash", "b{co-de=\"200\"} 2\n", 1, 0, Kind::NoEquals},
        {"two commas", "b{a=\"1\",,b=\"2\"} 2\n", 1, 0, Kind::BadLabelName},
        {"comma alone", "b{,} 2\n", 1, 0, Kind::BadLabelName},
        {"labels without a comma", "b{a=\"1\" b=\"2\"} 2\n", 1, 0, Kind::BadLabelEnd},
        {"brace not closed", "b{a=\"1\" 2\nc 3\n", 1, 0, Kind::BadLabelEnd},
        {"brace not closed at the line's end", "b{a=\"1\"\nc 3\n", 1, 0, Kind::BadLabelEnd},
        {"brace open at the line's end", "b{\nc 3\n", 1, 0, Kind::BadLabelName},
        {"quote not closed", "a 1\nb{a=\"1} 2\nc{d=\"\"} 3\n", 2, 1, Kind::OpenQuote},
        {"escape unknown", "b{a=\"\\t\"} 2\n", 1, 0, Kind::BadEscape},
        {"escaped line end", "b{a=\"\\\n\"} 2\n", 1, 0, Kind::BadEscape},
        {"label twice", "b{a=\"1\",a=\"1\"} 2\n", 1, 0, Kind::LabelTwice},
        {"label twice, not beside", "b{a=\"1\",c=\"1\",a=\"2\"} 2\n", 1, 0, Kind::LabelTwice},
        {"label twice, one from the line before", "b{a=\"1\"} 2\nb{a=\"1\",a=\"2\"} 2\n", 2, 1,
         Kind::LabelTwice},
        {"65 labels", manyLabels(), 1, 0, Kind::TooManyLabels},
        {"name that begins with a digit", "0b 2\n", 1, 0, Kind::BadName},
        {"name with a dash", "a-b 2\n", 1, 0, Kind::BadName},
        {"name with a dot", "a.b 2\n", 1, 0, Kind::BadName},
        {"name quoted", "{\"a.b\"} 2\n", 1, 0, Kind::BadName},
        {"name not ASCII", "m\xc3\xa4h 2\n", 1, 0, Kind::BadName},
        {"name alone", "a 1\nb\n", 2, 1, Kind::NoValue},
        {"no value", "b{a=\"1\"}\n", 1, 0, Kind::NoValue},
        {"no value but blanks", "b \t \n", 1, 0, Kind::NoValue},
        {"value in words", "b many\n", 1, 0, Kind::BadValue},
        {"value hexadecimal", "b 0x1F\n", 1, 0, Kind::BadValue},
        {"value with underscores", "b 1_000\n", 1, 0, Kind::BadValue},
        {"value with a comma", "b 1,5\n", 1, 0, Kind::BadValue},
        {"value with two points", "b 1.2.3\n", 1, 0, Kind::BadValue},
        {"value with two signs", "b --1\n", 1, 0, Kind::BadValue},
        {"value with half an exponent", "b 1e\n", 1, 0, Kind::BadValue},
        {"value too large", "b 1e400\n", 1, 0, Kind::BadValue},
        {"value too large below zero", "b -1e400\n", 1, 0, Kind::BadValue},
        {"value of 600 digits", "b " + QByteArray(600, '9') + '\n', 1, 0, Kind::BadValue},
        {"value with a payload", "b nan(1)\n", 1, 0, Kind::BadValue},
        {"value quoted", "b \"1\"\n", 1, 0, Kind::BadValue},
        {"timestamp in words", "b 1 now\n", 1, 0, Kind::BadTimestamp},
        {"timestamp with a fraction", "b 1 12.5\n", 1, 0, Kind::BadTimestamp},
        {"timestamp beyond time", "b 1 1e30\n", 1, 0, Kind::BadTimestamp},
        {"timestamp that is none", "b 1 NaN\n", 1, 0, Kind::BadTimestamp},
        {"three numbers", "b 1 2 3\n", 1, 0, Kind::TrailingText},
        {"exemplar in the older form", "b 1 # {a=\"1\"} 2\n", 1, 0, Kind::ExemplarNotAllowed},
        {"carriage returns", "a 1\r\nb 2\r\n", 1, 0, Kind::CarriageReturn},
        {"carriage return behind labels", "a{b=\"c\"}\r 1\n", 1, 0, Kind::CarriageReturn},
        {"carriage return behind a name", "a\r\n", 1, 0, Kind::CarriageReturn},
        {"carriage return in help", "# HELP a x\r\na 1\r\n", 1, 0, Kind::CarriageReturn},
        {"zero byte in a value", bytes("a 1\nb 2\0 \n", 10), 2, 1, Kind::Nul},
        {"zero byte in a label", bytes("b{a=\"x\0y\"} 2\n", 13), 1, 0, Kind::Nul},
        {"zero byte in a name", bytes("b\0c 2\n", 6), 1, 0, Kind::Nul},
        {"zero byte in help", bytes("# HELP a x\0y\n", 13), 1, 0, Kind::Nul},
        {"zero bytes only", QByteArray(64, '\0'), 1, 0, Kind::Nul},
        {"label not UTF-8", "a 1\nb{a=\"\xff\"} 2\n", 2, 1, Kind::NotUtf8},
        {"label of a surrogate", "b{a=\"\xed\xa0\x80\"} 2\n", 1, 0, Kind::NotUtf8},
        {"label overlong", "b{a=\"\xc0\xaf\"} 2\n", 1, 0, Kind::NotUtf8},
        {"label cut within a character", "b{a=\"0123456789abcdef\xe2\x98\"} 2\n", 1, 0, Kind::NotUtf8},
        {"help not UTF-8", "# HELP a \xff\na 1\n", 1, 0, Kind::NotUtf8},
        {"UTF-16", bytes("\xff\xfe\x61\0\x20\0\x31\0\n\0", 10), 1, 0, Kind::BadName},
        {"cut within a value", "a 12345\nb 67", 2, 1, Kind::NotEnded},
        {"cut within a name", "a 1\nbcd", 2, 1, Kind::NotEnded},
        {"cut within a label", "a 1\nb{co", 2, 1, Kind::NotEnded},
        {"cut behind equals", "a 1\nb{co=", 2, 1, Kind::NotEnded},
        {"cut within a label's value", "a 1\nb{co=\"2", 2, 1, Kind::NotEnded},
        {"cut within an escape", "a 1\nb{co=\"2\\", 2, 1, Kind::NotEnded},
        {"cut behind labels", "a 1\nb{co=\"2\"}", 2, 1, Kind::NotEnded},
        {"cut within a timestamp", "a 1\nb 1 15208", 2, 1, Kind::NotEnded},
        {"cut within a comment", "a 1\n# HELP b x", 2, 1, Kind::NotEnded},
        {"blanks without an end", "a 1\n  ", 2, 1, Kind::NotEnded},
        {"type unknown", "# TYPE a speed\na 1\n", 1, 0, Kind::BadType},
        {"type missing", "# TYPE a\na 1\n", 1, 0, Kind::BadType},
        {"type of nothing", "# TYPE\na 1\n", 1, 0, Kind::BadComment},
        {"type of the other form", "# TYPE a stateset\n", 1, 0, Kind::BadType},
        {"type of no name", "# TYPE 0a counter\n", 1, 0, Kind::BadComment},
        {"help of no name", "# HELP a-b x\n", 1, 0, Kind::BadComment},
        {"line of 5 MB", "a 1\nb{x=\"" + long5 + "\"} 2\nc 3\n", 2, 1, Kind::LineTooLong},
        {"name of 5 MB", long5 + " 2\n", 1, 0, Kind::LineTooLong},
        {"help of 5 MB", "# HELP a " + long5 + '\n', 1, 0, Kind::LineTooLong},
        {"5 MB without an end", long5, 1, 0, Kind::NotEnded},
        {"5 MB of blanks", "a 1\n" + QByteArray(5'000'000, ' ') + "b 1\n", 2, 1, Kind::LineTooLong},
        {"OpenMetrics without its end", "a 1\n", 1, 1, Kind::NoEnd, Open},
        {"OpenMetrics, something behind its end", "a 1\n# EOF\nb 2\n", 3, 1, Kind::AfterEnd, Open},
        {"OpenMetrics, text behind its end", "# EOF x\n", 1, 0, Kind::TrailingText, Open},
        {"OpenMetrics, a blank line", "a 1\n\nb 2\n# EOF\n", 2, 1, Kind::BlankLine, Open},
        {"OpenMetrics, a remark", "# note\n# EOF\n", 1, 0, Kind::BadComment, Open},
        {"OpenMetrics, a type of the other form", "# TYPE a untyped\n# EOF\n", 1, 0, Kind::BadType, Open},
        {"OpenMetrics, exemplar without braces", "a 1 # x 2\n# EOF\n", 1, 0, Kind::BadExemplar, Open},
        {"OpenMetrics, exemplar without a value", "a 1 # {b=\"1\"}\n# EOF\n", 1, 0, Kind::BadExemplar, Open},
        {"OpenMetrics, exemplar with a label unquoted", "a 1 # {b=1} 2\n# EOF\n", 1, 0, Kind::NoQuote, Open},
        {"OpenMetrics, exemplar with a bad time", "a 1 # {} 2 x\n# EOF\n", 1, 0, Kind::BadTimestamp, Open},
        {"OpenMetrics, cut within an exemplar", "a 1 # {b=\"1\"} 2", 1, 0, Kind::NotEnded, Open},
    };
}

} // namespace stowage::test
