// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandTable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

namespace stowage {
namespace {

constexpr std::array Commands{
    CommandSpec{QLatin1String("window"), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the window; the same as no command"), 0, 0, false, true,
                QLatin1String("theme")},
    CommandSpec{QLatin1String("demo"), QLatin1String("[report]"),
                QT_TRANSLATE_NOOP("CommandTable", "a simulated fleet on loopback ports, and Stowage upon it; "
                                                  "prints the report where there is no display"),
                0, 1, false, true, QLatin1String("theme scenario")},
    CommandSpec{
        QLatin1String("screenshots"), QLatin1String("DIR"),
        QT_TRANSLATE_NOOP("CommandTable", "every page of the profile, or of the demo without one, as PNG"), 1,
        1, false, true, QLatin1String("theme scale size scenario")},
    CommandSpec{QLatin1String("snapshot"), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable",
                                  "connects, waits until each source has answered once or failed, "
                                  "prints the whole fleet"),
                0, 0, false, false, QLatin1String("")},
    CommandSpec{QLatin1String("images"), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the images as a table or JSON"), 0, 0, true, false,
                QLatin1String("")},
    CommandSpec{QLatin1String("layers"), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the layers, and on how many nodes each lies"), 0, 0, true,
                false, QLatin1String("")},
    CommandSpec{QLatin1String("nodes"), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the nodes and what they hold"), 0, 0, true, false,
                QLatin1String("")},
    CommandSpec{QLatin1String("sources"), QLatin1String(""),
                QT_TRANSLATE_NOOP("CommandTable", "the sources, their state and errors"), 0, 0, true, false,
                QLatin1String("")},
    CommandSpec{
        QLatin1String("placement"), QLatin1String(""),
        QT_TRANSLATE_NOOP("CommandTable", "which layer lies on which node, and what has one copy left"), 0, 0,
        false, false, QLatin1String("image")},
    CommandSpec{
        QLatin1String("source"), QLatin1String("test ID"),
        QT_TRANSLATE_NOOP("CommandTable", "the doctor: DNS, TCP, TLS, authentication, identity, capability"),
        2, 2, false, false, QLatin1String("")},
    CommandSpec{QLatin1String("profile"), QLatin1String("check FILE"),
                QT_TRANSLATE_NOOP("CommandTable", "checks a profile and names every fault by line"), 2, 2,
                false, false, QLatin1String("")},
};

/// Edit distance, for words of a few letters.
int distance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, substituted});
        }
    }
    return row.back();
}

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
    const CommandSpec* best = nullptr;
    int least = 3;
    for (const CommandSpec& spec : Commands) {
        if (const int d = distance(name, spec.name); d < least) {
            least = d;
            best = &spec;
        }
    }
    return best ? QString(best->name) : QString();
}

} // namespace stowage
