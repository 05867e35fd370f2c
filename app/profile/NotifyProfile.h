// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/secrets/SecretRef.h"
#include "models/alerts/notify/NotificationRules.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace stowage {

/// A URL that may be a secret as a whole: many webhooks are one.
struct PrivateUrl
{
    QByteArray url; ///< empty: it is the secret
    std::optional<SecretRef> secret;
};

struct WebhookProfile
{
    QString id;
    PrivateUrl url;
    std::optional<SecretRef> token; ///< sent as Bearer
    QString ca;                     ///< PEM file; empty: the system's authorities
};

struct CommandProfile
{
    QString id;
    QString program; ///< absolute
    QStringList arguments;
    std::chrono::seconds patience{30};
};

struct HeartbeatProfile
{
    PrivateUrl url;
    std::chrono::seconds every{60};
};

/// How the profile wants people to be told. The desktop is the window's; webhooks, commands and the heartbeat
/// are those of `stowage collect`, so that a window beside it tells nobody twice.
struct NotifyProfile
{
    bool isDesktop = true;
    bool isLoud = true;
    NotificationRules rules;
    std::vector<WebhookProfile> webhooks;
    std::vector<CommandProfile> commands;
    std::optional<HeartbeatProfile> heartbeat;
};

} // namespace stowage
