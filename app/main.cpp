// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Error.h"

#include <cstdio>

int main()
{
    std::puts("stowage");
    return 0;
}
