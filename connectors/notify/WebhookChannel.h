// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "models/ports/NotificationChannel.h"

namespace stowage {

/// A webhook of the profile.
struct WebhookSettings
{
    QString id;
    QString context;   ///< the profile's name
    Endpoint endpoint; ///< the origin; the channel declares its own request
    QByteArray path;   ///< and query: may be a secret in itself, so it stands in no error
    Millis deadline{15'000};
};

/// POSTs a notice as JSON (see notificationJson()); any 2xx is an acceptance. Redirects are not followed: a
/// webhook that moved is a change that a person should see.
class WebhookChannel final : public NotificationChannel
{
    Q_OBJECT

public:
    WebhookChannel(HttpEngine& engine, WebhookSettings settings, QObject* parent = nullptr);
    ~WebhookChannel() override;

    QString id() const override { return m_settings.id; }
    void send(const Notification& notice) override;

private:
    void take(const QString& notice, const HttpResult& result);
    Error refusal(const HttpAnswer& answer) const;

    HttpEngine& m_engine;
    WebhookSettings m_settings;
    EndpointId m_endpoint;
};

} // namespace stowage
