// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandTable.h"

#include "models/core/NearestName.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

constexpr std::array Commands{
    CommandSpec{QLatin1String("window"), QLatin1String("[LINK]"), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the window, at that place; the same as no command"), 0, 1,
                false, true, QLatin1String("theme first-frame")},
    CommandSpec{QLatin1String("demo"), QLatin1String("[report]"), QLatin1String("report"),
                QT_TRANSLATE_NOOP("CommandTable", "a simulated fleet on loopback ports, and Stowage upon it; "
                                                  "prints the report where there is no display"),
                0, 1, false, true, QLatin1String("theme scenario nodes")},
    CommandSpec{
        QLatin1String("screenshots"), QLatin1String("DIR"), QLatin1String(""),
        QT_TRANSLATE_NOOP("CommandTable", "every page of the profile, or of the demo without one, as PNG"), 1,
        1, false, true, QLatin1String("theme scale size scenario nodes after")},
    CommandSpec{QLatin1String("snapshot"), QLatin1String(""), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable",
                                  "connects, waits until each source has answered once or failed, "
                                  "prints the whole fleet"),
                0, 0, false, false, QLatin1String("")},
    CommandSpec{QLatin1String("images"), QLatin1String(""), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the images as a table or JSON"), 0, 0, true, false,
                QLatin1String("")},
    CommandSpec{QLatin1String("layers"), QLatin1String(""), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the layers, and on how many nodes each lies"), 0, 0, true,
                false, QLatin1String("")},
    CommandSpec{QLatin1String("nodes"), QLatin1String(""), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the nodes and what they hold"), 0, 0, true, false,
                QLatin1String("")},
    CommandSpec{QLatin1String("hosts"), QLatin1String(""), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "what each machine and registry does, the worst first"), 0,
                0, true, false, QLatin1String("")},
    CommandSpec{QLatin1String("alerts"), QLatin1String(""), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the alerts of all sources, each once whoever tells of it; "
                                                  "ends with 1 while a critical incident is open"),
                0, 0, true, false, QLatin1String("")},
    CommandSpec{QLatin1String("incidents"), QLatin1String("[show|ack|own|release|mute|unmute ID]"),
                QLatin1String("show ack own release mute unmute"),
                QT_TRANSLATE_NOOP("CommandTable",
                                  "what is wrong, the worst first; one of them with its alerts; or what you "
                                  "do about it. Ends with 1 while a critical incident is open"),
                0, 2, true, false, QLatin1String("note for")},
    CommandSpec{QLatin1String("series"), QLatin1String("HOST METRIC"), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "what a metric of a host was, with its gaps and what was "
                                                  "quarantined of it"),
                2, 2, false, false, QLatin1String("range")},
    CommandSpec{QLatin1String("sources"), QLatin1String(""), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the sources, their state and errors"), 0, 0, true, false,
                QLatin1String("")},
    CommandSpec{
        QLatin1String("placement"), QLatin1String(""), QLatin1String(""),
        QT_TRANSLATE_NOOP("CommandTable", "which layer lies on which node, and what has one copy left"), 0, 0,
        true, false, QLatin1String("image")},
    CommandSpec{QLatin1String("prewarm"), QLatin1String("REF ..."), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable",
                                  "what to pull where so that these images have their copies; "
                                  "with --dry-run it is planned, and nothing is carried out"),
                1, 1000, false, false, QLatin1String("copies zones platform dry-run")},
    CommandSpec{QLatin1String("whatif"), QLatin1String("--lose NODE|zone:ZONE ..."), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "what is lost with these nodes, and which images break"), 0,
                0, false, false, QLatin1String("lose")},
    CommandSpec{
        QLatin1String("risk"), QLatin1String(""), QLatin1String(""),
        QT_TRANSLATE_NOOP("CommandTable",
                          "layers with one holder or none, and broken policies; ends with 1 where there are"),
        0, 0, false, false, QLatin1String("")},
    CommandSpec{QLatin1String("collect"), QLatin1String(""), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "without a face: asks the sources, keeps, judges, tells "
                                                  "people, and serves its own figures at /metrics"),
                0, 0, false, false, QLatin1String("metrics self-test")},
    CommandSpec{
        QLatin1String("source"), QLatin1String("test ID"), QLatin1String("test"),
        QT_TRANSLATE_NOOP("CommandTable", "the doctor: DNS, TCP, TLS, authentication, identity, capability"),
        2, 2, false, false, QLatin1String("")},
    CommandSpec{QLatin1String("profile"), QLatin1String("check FILE"), QLatin1String("check"),
                QT_TRANSLATE_NOOP("CommandTable", "checks a profile and names every fault by line"), 2, 2,
                false, false, QLatin1String("")},
};

} // namespace

std::span<const CommandSpec> commandTable()
{
    return Commands;
}

const CommandSpec* findCommand(const QString& name)
{
    const auto found =
        std::ranges::find_if(Commands, [&](const CommandSpec& spec) { return spec.name == name; });
    return found == Commands.end() ? nullptr : &*found;
}

QString nearestCommand(const QString& name)
{
    QStringList known;
    for (const CommandSpec& spec : Commands) {
        known << spec.name;
    }
    return nearestName(name, known);
}

} // namespace stowage
