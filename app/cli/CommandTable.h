// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <span>

namespace stowage {

/// One command of the program, as data: what it takes and what it needs to run.
struct CommandSpec
{
    QLatin1String name;
    QLatin1String arguments;  ///< as the help prints them
    QLatin1String firstWords; ///< one of which the first argument must be, where there is one,
                              ///< blank-separated; empty: anything
    const char* summary;      ///< untranslated; context "CommandTable"
    int leastArguments;
    int mostArguments;
    bool listsRows;        ///< takes --filter and --sort
    bool drawsWindow;      ///< needs a display, or Qt's off-screen platform
    QLatin1String options; ///< further options, blank-separated
};

/// The commands of this version in the order of the help.
std::span<const CommandSpec> commandTable();

/// The command of that name, or null.
const CommandSpec* findCommand(const QString& name);

/// The known command most like `name`, for the error's text; empty when none is near.
QString nearestCommand(const QString& name);

} // namespace stowage
