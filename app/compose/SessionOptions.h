// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QString>

namespace stowage {

class AddressProbe;
class NameResolver;

/// Who looks the names of servers up and tries their addresses, and how often. What is null or 0 is as usual;
/// what is not outlives the session.
struct NameScouts
{
    const NameResolver* names = nullptr;
    const AddressProbe* addresses = nullptr;
    Millis every{0};
};

/// What a session is told beside its profile.
struct SessionOptions
{
    QString dataFolder; ///< where the last known fleet and the manifests are kept
    Millis timeout{0};  ///< longest wait for one request; 0: as each source needs
    NameScouts names{};
};

} // namespace stowage
