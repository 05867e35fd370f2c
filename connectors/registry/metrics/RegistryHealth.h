// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

namespace stowage {

/// What a registry says of itself at `/debug/health`.
struct RegistryHealth
{
    enum class Verdict : quint8
    {
        Unknown, ///< no such page, or no answer
        Healthy, ///< means little: a registry whose storage is gone may say so too
        Failing,
    };

    Verdict verdict = Verdict::Unknown;
    QString checks; ///< those that fail, with what they say: "storagedriver_filesystem: …"

    bool operator==(const RegistryHealth&) const = default;
};

/// 200 is healthy; 503 lists the checks that fail as a JSON object of texts. Whatever else answers tells
/// nothing.
RegistryHealth readRegistryHealth(const HttpResult& result);

} // namespace stowage
