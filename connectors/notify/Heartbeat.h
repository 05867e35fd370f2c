// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpEngine.h"
#include "models/ports/Clock.h"

#include <memory>

namespace stowage {

/// Where a dead man's switch listens.
struct HeartbeatSettings
{
    Endpoint endpoint;
    QByteArray path; ///< and query: may be a secret in itself, so it stands in no error
    Millis every{60'000};
    Millis deadline{10'000};
};

/// A dead man's switch: asks a URL again and again, so that somebody else notices when it stops. It stops
/// with the program, and with an event loop that hangs.
class Heartbeat : public QObject
{
    Q_OBJECT

public:
    Heartbeat(HttpEngine& engine, const Clock& clock, HeartbeatSettings settings, QObject* parent = nullptr);
    ~Heartbeat() override;

    void start();

    Timestamp lastAccepted() const { return m_lastAccepted; } ///< the epoch: never
    const std::optional<Error>& error() const { return m_error; }
    quint64 sent() const { return m_sent; }
    quint64 failed() const { return m_failed; }

Q_SIGNALS:
    void changed();

private:
    void beat();
    void take(const HttpResult& result);

    HttpEngine& m_engine;
    const Clock& m_clock;
    HeartbeatSettings m_settings;
    EndpointId m_endpoint;
    std::unique_ptr<QObject> m_run;
    Timestamp m_lastAccepted{};
    std::optional<Error> m_error;
    quint64 m_sent = 0;
    quint64 m_failed = 0;
    bool m_isUnderWay = false;
};

} // namespace stowage
