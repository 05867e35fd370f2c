// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/ServerProbe.h"
#include "connectors/spegel/HeadVerdict.h"

namespace stowage {

/// One cache peer: `/readyz`, its identity, and a canary: a local-only HEAD of a digest that nobody has,
/// which shows whether content answers and can be told absent from unknown.
class SpegelProbe final : public ServerProbe
{
    Q_OBJECT

public:
    SpegelProbe(HttpEngine& engine, DoctorPatience patience, DoctorEndpoint server, QStringList namespaces,
                QObject* parent = nullptr);

    void start() override;

private:
    void takeReadyz(const HttpResult& result);
    void takeCanary(const HttpResult& result, Millis took);
    void takeIdentity(const HttpResult& result, Millis took);
    Finding authentication() const;
    Finding capability() const;
    void finish();

    QStringList m_namespaces;
    WantedContent m_canary;
    HttpResult m_ready;
    HeadVerdict m_verdict;
    Millis m_took{0};
};

} // namespace stowage
