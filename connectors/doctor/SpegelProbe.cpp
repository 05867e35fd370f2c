// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/SpegelProbe.h"

#include "connectors/spegel/HeadRequest.h"
#include "connectors/spegel/MetadataParser.h"

namespace stowage {

SpegelProbe::SpegelProbe(HttpEngine& engine, DoctorPatience patience, DoctorEndpoint server,
                         QStringList namespaces, QObject* parent)
    : ServerProbe(engine, patience, std::move(server), parent),
      m_namespaces(std::move(namespaces)), m_canary{Digest::of("stowage canary"), ContentKind::Layer, 0,
                                                    QStringLiteral("stowage/canary"), m_namespaces.value(0)}
{
}

void SpegelProbe::start()
{
    HttpRequest ready;
    ready.target = "/readyz";
    ask(std::move(ready), patience().answer,
        [this](const HttpResult& result, Millis) { takeReadyz(result); });
}

void SpegelProbe::takeReadyz(const HttpResult& result)
{
    m_ready = result;
    ask(localHead(m_canary, patience().content), patience().content,
        [this](const HttpResult& answer, Millis took) { takeCanary(answer, took); });
}

void SpegelProbe::takeCanary(const HttpResult& result, Millis took)
{
    m_verdict = judgeHead(m_canary, result);
    m_took = took;
    tell(DoctorStep::Authentication, authentication());
    if (!server().metrics) {
        skip(DoctorStep::Identity, tr("the profile names no metrics address, where a peer tells who it is"));
        finish();
        return;
    }
    HttpRequest metadata;
    metadata.target = "/debug/web/metadata";
    askMetrics(std::move(metadata), patience().answer,
               [this](const HttpResult& answer, Millis time) { takeIdentity(answer, time); });
}

void SpegelProbe::takeIdentity(const HttpResult& result, Millis took)
{
    const Result<QString> identity = peerIdentityIn(result);
    Finding finding = identity ? Finding::fine(*identity, took)
                               : Finding::warning(identity.error().message,
                                                  tr("Check the metrics address in the profile."), took);
    finding.identity = identity.value_or(QString());
    tell(DoctorStep::Identity, finding);
    finish();
}

Finding SpegelProbe::authentication() const
{
    switch (m_verdict.evidence) {
    case Evidence::Unauthorized:
        return Finding::failed(
            hasCredentials() ? tr("the credentials are refused") : tr("it asks for credentials"),
            tr("Give this source the user and password of Spegel's basic authentication."), m_took);
    case Evidence::Silent:
    case Evidence::Unreachable:
        return Finding::skipped(tr("content does not answer"), m_took);
    default:
        return Finding::fine(
            hasCredentials() ? tr("the credentials are accepted") : tr("no credentials are needed"), m_took);
    }
}

Finding SpegelProbe::capability() const
{
    const QString registry = m_namespaces.value(0);
    if (registry.isEmpty()) {
        return Finding::failed(tr("the profile names no mirrored namespace: nothing can be asked for"),
                               tr("Add 'namespaces' to this source, as \"docker.io\"."));
    }
    switch (m_verdict.evidence) {
    case Evidence::JsonMiss:
    case Evidence::LocalHit:
        break;
    case Evidence::Silent:
        return Finding::failed(tr("ready, but content does not answer (containerd hung?)"),
                               tr("Look at containerd on that node; Spegel's own /readyz does not notice."),
                               m_took);
    case Evidence::BareMiss:
        return Finding::failed(
            tr("%1 is not mirrored there: 404 without content").arg(registry),
            tr("Compare 'namespaces' in the profile with the peers' mirrored registries and filters."),
            m_took);
    case Evidence::Unauthorized:
        return Finding::skipped(tr("it does not let us in"));
    default:
        return Finding::failed(evidenceText(m_verdict.evidence),
                               tr("Check that the address is the registry port of a Spegel peer."), m_took);
    }
    if (!m_ready || m_ready->status != 200) {
        const QString ready = m_ready ? tr("HTTP %1").arg(m_ready->status) : m_ready.error().message;
        return Finding::warning(
            tr("content answers, but /readyz says: %1").arg(ready),
            tr("A peer that knows no other peer is not ready: look at its bootstrap and router port."),
            m_took);
    }
    return Finding::fine(tr("content answers, and absent is told from unknown"), m_took);
}

void SpegelProbe::finish()
{
    tell(DoctorStep::Capability, capability());
    Q_EMIT finished();
}

} // namespace stowage
