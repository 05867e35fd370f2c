// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stowage {

/// The whole run of the program: reads the command line, chooses between a program with a face and one
/// without, and returns the exit status of cli.md. SIGINT and SIGTERM end it in good order: a window with 0,
/// a command that had not printed yet with 128 + the signal's number.
int runProgram(int argc, char** argv);

} // namespace stowage
