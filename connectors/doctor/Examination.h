// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/DoctorPatience.h"
#include "connectors/doctor/DoctorTarget.h"
#include "connectors/doctor/Finding.h"
#include "connectors/doctor/HostResolver.h"
#include "connectors/http/HttpEngine.h"
#include "models/ports/Clock.h"

#include <QObject>

#include <array>

namespace stowage {

/// What an examination works with.
struct DoctorTools
{
    HttpEngine& engine;
    const Clock& clock;
    const HostResolver& resolver;
    DoctorPatience patience;
};

/// One examination of one source: some servers at a time, each from its name up to what it can do. A step's
/// check is told as soon as all servers passed it, so that checks come in order.
class Examination : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t ServersAtOnce = 32;
    static constexpr size_t Steps = static_cast<size_t>(DoctorStep::Capability) + 1;

    Examination(const DoctorTools& tools, DoctorTarget target, QObject* parent = nullptr);

    /// Nothing is told from within start().
    void start();

Q_SIGNALS:
    void checked(const stowage::Check& check);
    void finished();

private:
    void beginServers();
    void beginServer(const DoctorEndpoint& server);
    void probe(const DoctorEndpoint& server, bool isReachable);
    void endServer();
    void take(DoctorStep step, const Finding& finding);
    void tellComplete();

    DoctorTools m_tools;
    DoctorTarget m_target;
    std::array<std::vector<Finding>, Steps> m_findings;
    size_t m_nextServer = 0;
    size_t m_open = 0;
    size_t m_nextStep = 0;
};

} // namespace stowage
