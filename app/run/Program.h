// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stowage {

/// The whole run of the program: reads the command line, chooses between a program with a face and one
/// without, and returns the exit status of cli.md.
int runProgram(int argc, char** argv);

} // namespace stowage
