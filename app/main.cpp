// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Program.h"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

int main(int argc, char** argv)
{
#if defined(__GLIBC__)
    // The library raises this limit by itself, up to 32 MiB: then the megabytes of a server's answer lie
    // among what is kept of it, and go back to the system no more (ten thousand alerts: 60 MB instead of 42).
    constexpr int LargeBlock = 256 * 1024;
    mallopt(M_MMAP_THRESHOLD, LargeBlock);
#endif
    return stowage::runProgram(argc, argv);
}
