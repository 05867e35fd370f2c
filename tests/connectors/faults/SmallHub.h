// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ServerValues.h"

namespace stowage::test {

/// The good answers of a Beszel hub with two machines and no stream of events, so that it is asked instead.
class SmallHub
{
public:
    static const QByteArray SignInPath;
    static const QByteArray SystemsPath;

    static ServerAnswer answer(const RecordedRequest& request);
};

} // namespace stowage::test
