// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/secrets/Keychain.h"
#include "connectors/secrets/SecretRef.h"

#include <QObject>

#include <functional>
#include <memory>

namespace stowage {

/// Fetches secrets from where the profile says they lie. Errors name the place and never the value. GUI
/// thread.
class SecretResolver
{
public:
    using Answer = std::function<void(const Result<Secret>&)>;

    /// With the desktop's keychain, or another.
    explicit SecretResolver(std::unique_ptr<Keychain> keychain = {});
    SecretResolver(const SecretResolver&) = delete;
    SecretResolver& operator=(const SecretResolver&) = delete;
    ~SecretResolver(); ///< what was not answered stays so

    /// Answers once, as a later event, unless `context` or this is destroyed first. A secret that is empty,
    /// or that has a line break or a zero byte in it (no header can carry it), is an error.
    void resolve(const SecretRef& ref, QObject* context, Answer answer);

private:
    std::unique_ptr<Keychain> m_keychain;
    QObject m_inbox; ///< receives the queued answers
};

} // namespace stowage
