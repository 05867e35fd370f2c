// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/CommandOptions.h"
#include "app/cli/CommandTable.h"
#include "app/cli/CommandValues.h"
#include "models/core/Listed.h"
#include "views/shell/Link.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

tl::unexpected<Error> usage(const QString& what, const QString& todo)
{
    return fail(usageError(what, todo));
}

bool isLink(const QString& argument)
{
    return argument.startsWith(QLatin1String("stowage:"), Qt::CaseInsensitive);
}

/// The command is the first argument that is no option; "window" where there is none or it is a link.
QString commandOf(const QStringList& arguments)
{
    QCommandLineParser scout;
    scoutThrough(scout, arguments);
    const QStringList positional = scout.positionalArguments();
    return positional.isEmpty() || isLink(positional.first()) ? QStringLiteral("window") : positional.first();
}

/// "stowage series HOST METRIC"
QString formOf(const CommandSpec& spec)
{
    return QStringLiteral("stowage %1 %2").arg(spec.name, spec.arguments).trimmed();
}

std::optional<Error> takeLink(const QCommandLineParser& /*parser*/, Invocation& invocation)
{
    if (invocation.command != QLatin1String("window") || invocation.arguments.isEmpty()) {
        return std::nullopt;
    }
    invocation.link = invocation.arguments.first();
    return Link::parse(invocation.link) ? std::nullopt
                                        : std::optional(CommandLine::wrongLink(invocation.link));
}

} // namespace

QString CommandLine::languageOf(const QStringList& arguments)
{
    QCommandLineParser scout;
    scoutThrough(scout, arguments);
    return scout.value(QStringLiteral("lang"));
}

Result<Invocation> CommandLine::parse(const QStringList& arguments)
{
    Invocation invocation;
    invocation.command = commandOf(arguments);
    const CommandSpec* spec = findCommand(invocation.command);
    if (!spec) {
        const QString nearest = nearestCommand(invocation.command);
        return usage(Words::tr("there is no command \"%1\"").arg(invocation.command),
                     nearest.isEmpty() ? QString() : Words::tr("Did you mean \"%1\"?").arg(nearest));
    }

    QCommandLineParser parser;
    addCommonOptions(parser);
    addOwnOptions(parser, *spec);
    if (!parser.parse(arguments)) {
        return usage(parser.errorText(), Words::tr("See stowage %1 --help.").arg(invocation.command));
    }
    invocation.arguments = parser.positionalArguments();
    if (!invocation.arguments.isEmpty() && !isLink(invocation.arguments.first())) {
        invocation.arguments.removeFirst();
    }
    invocation.help = parser.isSet(QStringLiteral("help"));
    invocation.version = parser.isSet(QStringLiteral("version"));
    if (invocation.help || invocation.version) {
        return invocation;
    }
    const auto count = invocation.arguments.size();
    const bool isWordRight =
        count == 0 || spec->firstWords.isEmpty() ||
        QString(spec->firstWords).split(QLatin1Char(' ')).contains(invocation.arguments.first());
    if (count < spec->leastArguments || count > spec->mostArguments || !isWordRight) {
        return usage(Words::tr("the form is: %1").arg(formOf(*spec)),
                     Words::tr("See stowage %1 --help.").arg(invocation.command));
    }

    invocation.profilePath = parser.value(QStringLiteral("profile"));
    invocation.dataFolder = parser.value(QStringLiteral("data"));
    invocation.json = parser.isSet(QStringLiteral("json"));
    invocation.colour = !parser.isSet(QStringLiteral("no-color"));
    invocation.isVerbose = parser.isSet(QStringLiteral("verbose"));
    if (spec->listsRows) {
        invocation.filter = parser.value(QStringLiteral("filter"));
        invocation.sort = parser.value(QStringLiteral("sort"));
    }
    if (QString(spec->options).contains(QLatin1String("image"))) {
        invocation.image = parser.value(QStringLiteral("image"));
    }
    if (QString(spec->options).contains(QLatin1String("lose"))) {
        invocation.lose = parser.values(QStringLiteral("lose"));
        if (invocation.lose.isEmpty() || invocation.lose.contains(QString())) {
            return usage(Words::tr("the form is: %1").arg(formOf(*spec)),
                         Words::tr("See stowage %1 --help.").arg(invocation.command));
        }
    }
    for (auto take : {takeLink, takeDurations, takeLooks, takePlan, takeRange, takeIncident}) {
        if (auto error = take(parser, invocation)) {
            return fail(std::move(*error));
        }
    }
    return invocation;
}

Error CommandLine::wrongLink(const QString& link)
{
    return usageError(
        Words::tr("\"%1\" leads nowhere in this program").arg(link),
        Words::tr("A link is a page, as stowage://fleet, or a thing: %1.").arg(listed(Link::forms())));
}

QString CommandLine::help(const QString& command)
{
    QCommandLineParser parser;
    addCommonOptions(parser);
    const CommandSpec* spec = command.isEmpty() ? nullptr : findCommand(command);
    const auto summary = [](const CommandSpec& of) {
        return QCoreApplication::translate("CommandTable", of.summary);
    };
    if (spec && command != QLatin1String("window")) {
        addOwnOptions(parser, *spec);
        parser.addPositionalArgument(spec->name, summary(*spec),
                                     QString(spec->name + QLatin1Char(' ') + spec->arguments).trimmed());
        return parser.helpText();
    }
    QString commands = Words::tr("Stowage, the operations console for container-image delivery.") +
                       QStringLiteral("\n\n") + Words::tr("Commands:") + QLatin1Char('\n');
    for (const CommandSpec& each : commandTable()) {
        const QString form = QString(each.name + QLatin1Char(' ') + each.arguments).trimmed();
        commands += QStringLiteral("  %1 %2\n").arg(form, -18).arg(summary(each));
    }
    commands +=
        QLatin1Char('\n') +
        Words::tr(
            "Exit status: 0 fine, 1 findings, 2 usage or profile wrong, 3 nothing found but a source not "
            "reached, "
            "4 refused, 5 an action failed, 70 a defect; 128 and the signal's number for a command that "
            "was sent away (130 by Ctrl+C).");
    parser.setApplicationDescription(commands);
    return parser.helpText();
}

} // namespace stowage
