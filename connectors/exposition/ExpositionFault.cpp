// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/ExpositionFault.h"

#include <QCoreApplication>

namespace stowage {
namespace {

using Kind = ExpositionFault::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExpositionFault)
};

QString whatIsWrong(Kind kind)
{
    switch (kind) {
    case Kind::PageTooLarge:
        return Words::tr("the page is too large");
    case Kind::LineTooLong:
        return Words::tr("the line is too long");
    case Kind::TooManyLabels:
        return Words::tr("the series has too many labels");
    case Kind::TooManySeries:
        return Words::tr("there are too many series");
    case Kind::Html:
        return Words::tr("this is a web page, not metrics");
    case Kind::CarriageReturn:
        return Words::tr("the line ends with a carriage return, as on Windows");
    case Kind::Nul:
        return Words::tr("there is a zero byte in it");
    case Kind::NotUtf8:
        return Words::tr("the text is not UTF-8");
    case Kind::BadName:
        return Words::tr("this is no name of a metric");
    case Kind::BadLabelName:
        return Words::tr("this is no name of a label");
    case Kind::NoEquals:
        return Words::tr("a label's name is not followed by =");
    case Kind::NoQuote:
        return Words::tr("a label's value is not quoted");
    case Kind::OpenQuote:
        return Words::tr("a label's quote is not closed");
    case Kind::BadEscape:
        return Words::tr("only \\\\, \\\" and \\n may follow a backslash");
    case Kind::BadLabelEnd:
        return Words::tr("a label is followed neither by a comma nor by a closing brace");
    case Kind::LabelTwice:
        return Words::tr("a label stands there twice");
    case Kind::NoValue:
        return Words::tr("the series has no value");
    case Kind::BadValue:
        return Words::tr("the value is not a number, or larger than any that can be told");
    case Kind::BadTimestamp:
        return Words::tr("the timestamp is not one");
    case Kind::BadExemplar:
        return Words::tr("the exemplar is not one");
    case Kind::ExemplarNotAllowed:
        return Words::tr("this form knows no exemplars");
    case Kind::TrailingText:
        return Words::tr("something follows the sample");
    case Kind::NotEnded:
        return Words::tr("the page ends in the middle of the line");
    case Kind::BlankLine:
        return Words::tr("OpenMetrics knows no empty lines");
    case Kind::BadComment:
        return Words::tr("HELP, TYPE or UNIT without the name of a metric");
    case Kind::BadType:
        return Words::tr("there is no such type of metric");
    case Kind::TypeTwice:
        return Words::tr("the type of this metric was told before");
    case Kind::SeriesTwice:
        return Words::tr("this series stands there twice");
    case Kind::AfterEnd:
        return Words::tr("something follows the end mark (# EOF)");
    case Kind::NoEnd:
        break;
    }
    return Words::tr("the page ends without its end mark (# EOF)");
}

QString whatToDo(Kind kind)
{
    switch (kind) {
    case Kind::Html:
        return Words::tr("Check that the address is that of the metrics page, and that no proxy or login "
                         "stands before it.");
    case Kind::NotEnded:
    case Kind::NoEnd:
        return Words::tr("Something cut it short: look at the server's log and at proxies in between.");
    case Kind::PageTooLarge:
    case Kind::LineTooLong:
    case Kind::TooManyLabels:
    case Kind::TooManySeries:
        return Words::tr("Check that the address is that of the metrics page, and why it tells so much.");
    default:
        return Words::tr("Check that the address is that of a Prometheus or OpenMetrics page, unchanged by "
                         "anything in between.");
    }
}

bool isTooMuch(Kind kind)
{
    return kind == Kind::PageTooLarge || kind == Kind::LineTooLong || kind == Kind::TooManyLabels ||
           kind == Kind::TooManySeries;
}

} // namespace

Error ExpositionFault::error() const
{
    const QString message =
        line == 0 ? whatIsWrong(kind) : Words::tr("line %1: %2").arg(line).arg(whatIsWrong(kind));
    return {isTooMuch(kind) ? ErrorKind::TooLarge : ErrorKind::Malformed, message, {}, whatToDo(kind), {}};
}

} // namespace stowage
