// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stowage {

/// What the program ends with (cli.md).
enum class ExitStatus
{
    Fine = 0,
    Findings = 1,
    Usage = 2,
    NotReached = 3,
    Refused = 4,
    ActionFailed = 5,
    Defect = 70,
};

constexpr int code(ExitStatus status)
{
    return static_cast<int>(status);
}

} // namespace stowage
