// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "models/core/Error.h"

namespace stowage {

/// Standard output for what was asked for, standard error for words about it.
class Console
{
public:
    static void print(const QString& text);
    static void print(const Json& document);
    static void say(const QString& words);
    static void say(const Error& error);

    /// Whether standard output is a terminal that may be given colours.
    static bool isTerminal();
};

} // namespace stowage
