// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QCommandLineOption option(const char* name, const QString& text, const QString& value = {})
{
    return {QString::fromLatin1(name), text, value};
}

} // namespace

void addCommonOptions(QCommandLineParser& parser)
{
    parser.addOption(option("profile",
                            Words::tr("The profile; else $STOWAGE_PROFILE, else profile.json in the "
                                      "configuration folder."),
                            QStringLiteral("FILE")));
    parser.addOption(option(
        "data",
        Words::tr("Where the last known fleet, the history, and the log of alerts and incidents are kept."),
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
    if (takes("note")) {
        parser.addOption(option("note", Words::tr("What you say to it: a word to whoever comes next."),
                                QStringLiteral("TEXT")));
    }
    if (takes("for")) {
        parser.addOption(option("for", Words::tr("How long to mute: 90min, 2h, 1d; 30d at most."),
                                QStringLiteral("TIME")));
    }
    if (takes("metrics")) {
        parser.addOption(option("metrics",
                                Words::tr("The port of 127.0.0.1 for its own figures; else any free one."),
                                QStringLiteral("PORT")));
    }
    if (takes("self-test")) {
        parser.addOption(option("self-test", Words::tr("Only tests every way to people, and ends.")));
    }
    if (takes("range")) {
        parser.addOption(option("range", Words::tr("How far back: 90min, 6h, 30d; 6h unless told."),
                                QStringLiteral("TIME")));
    }
    if (takes("scenario")) {
        parser.addOption(option("scenario",
                                Words::tr("What happens in the simulated fleet: calm, dead-peer, "
                                          "registry-cpu, host-oom, aaaa, nix-gc, storm, flood."),
                                QStringLiteral("NAME")));
    }
    if (takes("after")) {
        parser.addOption(option("after", Words::tr("How long to watch once the sources have answered: 90s."),
                                QStringLiteral("TIME")));
    }
    if (takes("nodes")) {
        parser.addOption(option("nodes", Words::tr("How many nodes the simulated fleet has: 1 to 5000."),
                                QStringLiteral("N")));
    }
}

void scoutThrough(QCommandLineParser& scout, const QStringList& arguments)
{
    scout.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    addCommonOptions(scout);
    for (const char* name :
         {"filter", "sort", "image", "lose", "theme", "scale", "size", "scenario", "nodes", "copies", "zones",
          "platform", "confirm", "unlock", "range", "note", "for", "metrics", "after"}) {
        scout.addOption(option(name, {}, QStringLiteral("VALUE")));
    }
    scout.parse(arguments);
}

} // namespace stowage
