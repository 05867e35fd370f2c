// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stowage {

/// How much harm a mistake would do in a fleet, as its profile says. The frame's colour and the weight of
/// confirmations follow it.
enum class Risk : quint8
{
    Development,
    Staging,
    Production,
};

} // namespace stowage
