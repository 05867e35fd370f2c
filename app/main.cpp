// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Program.h"

int main(int argc, char** argv)
{
    return stowage::runProgram(argc, argv);
}
