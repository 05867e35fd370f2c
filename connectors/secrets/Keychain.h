// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/core/Secret.h"

#include <QObject>

#include <functional>

namespace stowage {

/// The desktop's store of secrets, as far as it is needed here.
class Keychain
{
public:
    using Answer = std::function<void(const Result<Secret>&)>;

    Keychain() = default;
    Keychain(const Keychain&) = delete;
    Keychain& operator=(const Keychain&) = delete;
    virtual ~Keychain() = default;

    /// Reads an entry; the answer comes once on the calling thread, unless `context` is destroyed first. It
    /// may take as long as the desktop asks the user to unlock.
    virtual void read(const QString& entry, QObject* context, Answer answer) = 0;
};

} // namespace stowage
