// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/secrets/Keychain.h"

namespace stowage {

/// The real keychain by QtKeychain: Secret Service (GNOME, KeePassXC) or KWallet, service "stowage".
class SystemKeychain final : public Keychain
{
public:
    void read(const QString& entry, QObject* context, Answer answer) override;
};

} // namespace stowage
