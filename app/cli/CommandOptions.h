// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/CommandTable.h"

#include <QStringList>

class QCommandLineParser;

namespace stowage {

/// The options that every command takes.
void addCommonOptions(QCommandLineParser& parser);

/// Those that this one takes besides.
void addOwnOptions(QCommandLineParser& parser, const CommandSpec& spec);

/// Parses with every command's options known, so that their values are not taken for the command.
void scoutThrough(QCommandLineParser& scout, const QStringList& arguments);

} // namespace stowage
