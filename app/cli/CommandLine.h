// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "models/core/Error.h"

namespace stowage {

/// Reads the command line (cli.md). Errors are of kind Usage and say what to type instead.
class CommandLine
{
public:
    /// `arguments` as QCoreApplication gives them, the program's name first.
    static Result<Invocation> parse(const QStringList& arguments);

    /// The language that `arguments` ask for, also when something else in them is wrong; empty: the system's.
    static QString languageOf(const QStringList& arguments);

    /// What is said of a link that names no page or nothing that could be on one.
    static Error wrongLink(const QString& link);

    /// The help of the program, or of one command.
    static QString help(const QString& command);
};

} // namespace stowage
