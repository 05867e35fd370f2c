// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/CommandTable.h"
#include "models/core/Listed.h"
#include "views/shell/Link.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// Of the simulated fleet, see DemoSize.
constexpr int LeastNodes = 1;
constexpr int MostNodes = 5'000;

tl::unexpected<Error> usage(const QString& what, const QString& todo = {})
{
    return fail(
        {ErrorKind::Usage, what, {}, todo.isEmpty() ? Words::tr("See stowage --help.") : todo, std::nullopt});
}

QCommandLineOption option(const char* name, const QString& text, const QString& value = {})
{
    return {QString::fromLatin1(name), text, value};
}

void addCommonOptions(QCommandLineParser& parser)
{
    parser.addOption(option("profile",
                            Words::tr("The profile; else $STOWAGE_PROFILE, else profile.json in the "
                                      "configuration folder."),
                            QStringLiteral("FILE")));
    parser.addOption(option("data", Words::tr("Where the last known fleet and the manifests are kept."),
                            QStringLiteral("DIR")));
    parser.addOption(option("timeout", Words::tr("How long one request may take: 30s, 2min, 500ms."),
                            QStringLiteral("TIME")));
    parser.addOption(option("settle", Words::tr("How long to wait for sources that have not answered: 20s."),
                            QStringLiteral("TIME")));
    parser.addOption(option("json", Words::tr("JSON on standard output.")));
    parser.addOption(option("no-color", Words::tr("No colours, also without NO_COLOR.")));
    parser.addOption(option("lang", Words::tr("Language of the words: en, zh_CN."), QStringLiteral("LANG")));
    parser.addOption({{QStringLiteral("v"), QStringLiteral("verbose")},
                      Words::tr("Say on standard error what happens meanwhile.")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, Words::tr("This help.")});
    parser.addOption(option("version", Words::tr("The version.")));
}

void addOwnOptions(QCommandLineParser& parser, const CommandSpec& spec)
{
    const QStringList names = QString(spec.options).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto takes = [&](const char* name) {
        return names.contains(QLatin1String(name));
    };
    if (spec.listsRows) {
        parser.addOption(option("filter", Words::tr("Only rows that match, as in the window's filter."),
                                QStringLiteral("EXPR")));
        parser.addOption(option("sort", Words::tr("By that column; -COLUMN for the other way."),
                                QStringLiteral("COLUMN")));
    }
    if (takes("image")) {
        parser.addOption(
            option("image", Words::tr("Only this image: repository:tag."), QStringLiteral("REF")));
    }
    if (takes("lose")) {
        parser.addOption(option("lose",
                                Words::tr("A node, or all of a zone by zone:NAME; any number of times."),
                                QStringLiteral("NODE")));
    }
    if (takes("theme")) {
        parser.addOption(
            option("theme", Words::tr("dark, light, high-contrast or red-green."), QStringLiteral("THEME")));
    }
    if (takes("scale")) {
        parser.addOption(option("scale", Words::tr("Device pixels a pixel: 1 to 4."), QStringLiteral("S")));
    }
    if (takes("size")) {
        parser.addOption(option("size", Words::tr("The window's size: 1440x900."), QStringLiteral("WxH")));
    }
    if (takes("first-frame")) {
        QCommandLineOption hidden = option("exit-after-first-frame", {});
        hidden.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(hidden);
    }
    if (takes("copies")) {
        parser.addOption(
            option("copies", Words::tr("On how many nodes each layer shall lie; else as the profile says."),
                   QStringLiteral("N")));
    }
    if (takes("zones")) {
        parser.addOption(
            option("zones", Words::tr("In how many zones; else as the profile says."), QStringLiteral("Z")));
    }
    if (takes("platform")) {
        parser.addOption(option("platform",
                                Words::tr("What nodes pull of which nothing tells it, such as linux/arm64."),
                                QStringLiteral("PLATFORM")));
    }
    if (takes("dry-run")) {
        parser.addOption(option("dry-run", Words::tr("Only the plan. This version offers nothing else.")));
        for (const char* later : {"confirm", "unlock"}) { // known, so that they are refused and not misread
            QCommandLineOption hidden = option(later, {}, QStringLiteral("VALUE"));
            hidden.setFlags(QCommandLineOption::HiddenFromHelp);
            parser.addOption(hidden);
        }
    }
    if (takes("scenario")) {
        parser.addOption(option(
            "scenario", Words::tr("What happens in the simulated fleet: calm, dead-peer, registry-cpu."),
            QStringLiteral("NAME")));
    }
    if (takes("nodes")) {
        parser.addOption(option("nodes", Words::tr("How many nodes the simulated fleet has: 1 to 5000."),
                                QStringLiteral("N")));
    }
}

/// "20s", "500ms", "2min", or bare seconds; at most a day.
std::optional<Millis> readDuration(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,8})(ms|s|min|h)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 factor = unit == QLatin1String("ms")    ? 1
                          : unit == QLatin1String("min") ? 60'000
                          : unit == QLatin1String("h")   ? 3'600'000
                                                         : 1000;
    const Millis duration{count * factor};
    return duration > std::chrono::hours{24} ? std::nullopt : std::optional(duration);
}

std::optional<QSize> readSize(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return size.width() <= 16'384 && size.height() <= 16'384 ? std::optional(size) : std::nullopt;
}

std::optional<Error> takeDurations(const QCommandLineParser& parser, Invocation& invocation)
{
    for (auto [name, target] :
         {std::pair{"timeout", &invocation.timeout}, std::pair{"settle", &invocation.settle}}) {
        const QString key = QString::fromLatin1(name);
        if (!parser.isSet(key)) {
            continue;
        }
        const auto duration = readDuration(parser.value(key));
        if (!duration || *duration == Millis{0}) {
            return usage(Words::tr("--%1 takes a time such as 20s, 500ms or 2min, not \"%2\"")
                             .arg(key, parser.value(key)))
                .value();
        }
        *target = *duration;
    }
    return std::nullopt;
}

std::optional<Error> takeLooks(const QCommandLineParser& parser, Invocation& invocation)
{
    const QStringList known = parser.optionNames();
    const auto value = [&](const char* name) {
        const QString key = QString::fromLatin1(name);
        return known.contains(key) ? std::optional(parser.value(key)) : std::nullopt;
    };
    if (const auto theme = value("theme")) {
        invocation.theme = *theme;
    }
    if (const auto scenario = value("scenario")) {
        invocation.scenario = *scenario;
    }
    if (const auto nodes = value("nodes")) {
        bool ok = false;
        invocation.nodes = nodes->toInt(&ok);
        if (!ok || invocation.nodes < LeastNodes || invocation.nodes > MostNodes) {
            return usage(Words::tr("--nodes takes a number from 1 to 5000, not \"%1\"").arg(*nodes)).value();
        }
    }
    if (const auto scale = value("scale")) {
        bool ok = false;
        invocation.scale = scale->toDouble(&ok);
        if (!ok || !std::isfinite(invocation.scale) || invocation.scale < 1 || invocation.scale > 4) {
            return usage(Words::tr("--scale takes a number from 1 to 4, not \"%1\"").arg(*scale)).value();
        }
    }
    if (const auto size = value("size")) {
        const auto read = readSize(*size);
        if (!read) {
            return usage(Words::tr("--size takes WIDTHxHEIGHT such as 1440x900, not \"%1\"").arg(*size))
                .value();
        }
        invocation.size = *read;
    }
    invocation.exitAfterFirstFrame = known.contains(QLatin1String("exit-after-first-frame"));
    if (const auto language = value("lang")) {
        if (*language != QLatin1String("en") && *language != QLatin1String("zh_CN")) {
            return usage(Words::tr("--lang takes en or zh_CN, not \"%1\"").arg(*language)).value();
        }
        invocation.language = *language;
    }
    return std::nullopt;
}

std::optional<Error> takePlan(const QCommandLineParser& parser, Invocation& invocation)
{
    constexpr int Most = 10'000;
    const QStringList known = parser.optionNames();
    for (auto [name, target] :
         {std::pair{"copies", &invocation.copies}, std::pair{"zones", &invocation.zones}}) {
        const QString key = QString::fromLatin1(name);
        if (!known.contains(key)) {
            continue;
        }
        bool ok = false;
        *target = parser.value(key).toInt(&ok);
        if (!ok || *target < 1 || *target > Most) {
            return usage(Words::tr("--%1 takes a number from 1 to 10000, not \"%2\"")
                             .arg(key, parser.value(key)))
                .value();
        }
    }
    if (known.contains(QLatin1String("platform"))) {
        invocation.platform = parser.value(QStringLiteral("platform"));
    }
    // What names a plan to carry out is refused like a run without --dry-run.
    invocation.isDryRun =
        known.contains(QLatin1String("dry-run")) && !known.contains(QLatin1String("confirm"));
    return std::nullopt;
}

/// Knows every command's options, so that their values are not taken for the command.
void scoutThrough(QCommandLineParser& scout, const QStringList& arguments)
{
    scout.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    addCommonOptions(scout);
    for (const char* name : {"filter", "sort", "image", "lose", "theme", "scale", "size", "scenario", "nodes",
                             "copies", "zones", "platform", "confirm", "unlock"}) {
        scout.addOption(option(name, {}, QStringLiteral("VALUE")));
    }
    scout.parse(arguments);
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
        count == 0 || spec->firstWord.isEmpty() || invocation.arguments.first() == spec->firstWord;
    if (count < spec->leastArguments || count > spec->mostArguments || !isWordRight) {
        return usage(Words::tr("the form is: stowage %1 %2").arg(spec->name, spec->arguments),
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
            return usage(Words::tr("the form is: stowage %1 %2").arg(spec->name, spec->arguments),
                         Words::tr("See stowage %1 --help.").arg(invocation.command));
        }
    }
    for (auto take : {takeLink, takeDurations, takeLooks, takePlan}) {
        if (auto error = take(parser, invocation)) {
            return fail(std::move(*error));
        }
    }
    return invocation;
}

Error CommandLine::wrongLink(const QString& link)
{
    return usage(
               Words::tr("\"%1\" leads nowhere in this program").arg(link),
               Words::tr("A link is a page, as stowage://fleet, or a thing: %1.").arg(listed(Link::forms())))
        .value();
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
            "Exit status: 0 fine, 1 findings, 2 usage or profile wrong, 3 a source not reached, "
            "4 refused, 5 an action failed, 70 a defect; 128 and the signal's number for a command that "
            "was sent away (130 by Ctrl+C).");
    parser.setApplicationDescription(commands);
    return parser.helpText();
}

} // namespace stowage
