// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/Examination.h"

#include "connectors/doctor/AlertmanagerProbe.h"
#include "connectors/doctor/BeszelProbe.h"
#include "connectors/doctor/EndpointExam.h"
#include "connectors/doctor/PrometheusProbe.h"
#include "connectors/doctor/RegistryProbe.h"
#include "connectors/doctor/SpegelProbe.h"

namespace stowage {
namespace {

/// Where the kinds of sources that can be probed are named; null for others.
ServerProbe* makeProbe(const DoctorTools& tools, const DoctorTarget& target, const DoctorEndpoint& server,
                       QObject* parent)
{
    if (target.kind == QLatin1String("registry")) {
        return new RegistryProbe(tools.engine, tools.patience, server, parent);
    }
    if (target.kind == QLatin1String("spegel")) {
        return new SpegelProbe(tools.engine, tools.patience, server, target.namespaces, parent);
    }
    if (target.kind == QLatin1String("prometheus")) {
        return new PrometheusProbe(tools.engine, tools.patience, server, parent);
    }
    if (target.kind == QLatin1String("alertmanager")) {
        return new AlertmanagerProbe(tools.engine, tools.patience, server, parent);
    }
    if (target.kind == QLatin1String("beszel")) {
        return new BeszelProbe(tools.engine, tools.patience, server, parent);
    }
    return nullptr;
}

} // namespace

Examination::Examination(const DoctorTools& tools, DoctorTarget target, QObject* parent)
    : QObject(parent), m_tools(tools), m_target(std::move(target))
{
}

void Examination::start()
{
    QMetaObject::invokeMethod(
        this, [this] { beginServers(); }, Qt::QueuedConnection);
}

void Examination::beginServers()
{
    while (m_open < ServersAtOnce && m_nextServer < m_target.endpoints.size()) {
        ++m_open;
        beginServer(m_target.endpoints[m_nextServer++]);
    }
    if (m_open == 0) {
        tellComplete();
        Q_EMIT finished();
    }
}

void Examination::beginServer(const DoctorEndpoint& server)
{
    auto* exam = new EndpointExam(m_tools.resolver, m_tools.clock, m_tools.patience, server, this);
    connect(exam, &EndpointExam::found, this, &Examination::take);
    connect(exam, &EndpointExam::finished, this, [this, exam, server] {
        exam->deleteLater();
        probe(server, exam->isReachable());
    });
    exam->start();
}

void Examination::probe(const DoctorEndpoint& server, bool isReachable)
{
    ServerProbe* probe = isReachable ? makeProbe(m_tools, m_target, server, this) : nullptr;
    if (probe == nullptr) {
        const QString why = isReachable
                                ? tr("there is no such step for a source of kind %1").arg(m_target.kind)
                                : tr("not asked: an earlier step failed");
        for (const DoctorStep step :
             {DoctorStep::Authentication, DoctorStep::Identity, DoctorStep::Capability}) {
            Finding skipped = Finding::skipped(why);
            skipped.subject = server.label;
            take(step, skipped);
        }
        endServer();
        return;
    }
    connect(probe, &ServerProbe::found, this, &Examination::take);
    connect(probe, &ServerProbe::finished, this, [this, probe] {
        probe->deleteLater();
        endServer();
    });
    probe->start();
}

void Examination::endServer()
{
    --m_open;
    beginServers();
}

void Examination::take(DoctorStep step, const Finding& finding)
{
    m_findings[static_cast<size_t>(step)].push_back(finding);
    tellComplete();
}

void Examination::tellComplete()
{
    while (m_nextStep < Steps && m_findings[m_nextStep].size() == m_target.endpoints.size()) {
        std::vector<Finding>& findings = m_findings[m_nextStep];
        const auto step = static_cast<DoctorStep>(m_nextStep++);
        if (step == DoctorStep::Identity) {
            warnOfTwins(findings);
        }
        Q_EMIT checked(summarise(step, findings));
    }
}

} // namespace stowage
