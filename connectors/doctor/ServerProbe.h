// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/DoctorPatience.h"
#include "connectors/doctor/DoctorTarget.h"
#include "connectors/doctor/Finding.h"
#include "connectors/http/HttpEngine.h"

#include <QObject>

namespace stowage {

/// The steps of one server that depend on what it is: authentication, identity, capability. One subclass a
/// kind of source. Each of the three is found exactly once, in this order.
class ServerProbe : public QObject
{
    Q_OBJECT

public:
    ServerProbe(HttpEngine& engine, DoctorPatience patience, DoctorEndpoint server,
                QObject* parent = nullptr);
    ~ServerProbe() override;

    /// Nothing is found from within start().
    virtual void start() = 0;

Q_SIGNALS:
    void found(stowage::DoctorStep step, const stowage::Finding& finding);
    void finished();

protected:
    using Then = std::function<void(const HttpResult& result, Millis took)>;

    /// Asks once, without retries and redirects.
    void ask(HttpRequest request, Millis deadline, Then then);
    void askMetrics(HttpRequest request, Millis deadline, Then then);

    void tell(DoctorStep step, Finding finding);
    void skip(DoctorStep step, const QString& why);

    const DoctorEndpoint& server() const { return m_server; }
    const DoctorPatience& patience() const { return m_patience; }
    bool hasCredentials() const;

private:
    void askAt(EndpointId endpoint, HttpRequest request, Millis deadline, Then then);

    HttpEngine& m_engine;
    DoctorPatience m_patience;
    DoctorEndpoint m_server;
    EndpointId m_endpoint;
    std::optional<EndpointId> m_metrics;
};

} // namespace stowage
