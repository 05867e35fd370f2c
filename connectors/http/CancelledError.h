// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

#include <QCoreApplication>

namespace stowage {

/// What a caller hears of an exchange that it, or the removal of its endpoint, ended.
inline Error cancelledError()
{
    return {ErrorKind::Cancelled,
            QCoreApplication::translate("HttpEngine", "the request was called off"),
            {},
            {},
            {}};
}

} // namespace stowage
