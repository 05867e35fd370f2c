// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/CertificateScout.h"

#include "connectors/doctor/EndpointExam.h"

namespace stowage {

CertificateScout::CertificateScout(const HostResolver& resolver, const Clock& clock, CertificateBook& book,
                                   DoctorPatience patience, QObject* parent)
    : QObject(parent), m_resolver(resolver), m_clock(clock), m_book(book), m_patience(patience)
{
}

void CertificateScout::setTargets(const std::vector<DoctorTarget>& targets)
{
    m_servers.clear();
    for (const DoctorTarget& target : targets) {
        for (const DoctorEndpoint& endpoint : target.endpoints) {
            if (endpoint.endpoint.baseUrl.startsWith("https:") && endpoint.endpoint.proxy.isEmpty()) {
                m_servers.push_back({target.sourceId, endpoint});
            }
        }
    }
}

void CertificateScout::start()
{
    later(First);
}

void CertificateScout::later(Millis delay)
{
    m_clock.after(delay, this, [this] {
        refresh();
        later(Every);
    });
}

void CertificateScout::refresh()
{
    m_waiting.assign(m_servers.begin(), m_servers.end());
    if (m_exam == nullptr) {
        lookAtNext();
    }
}

void CertificateScout::lookAtNext()
{
    if (m_waiting.empty()) {
        // A queued call: refresh() never answers from within.
        QMetaObject::invokeMethod(this, &CertificateScout::finished, Qt::QueuedConnection);
        return;
    }
    const Server server = m_waiting.front();
    m_waiting.pop_front();
    m_exam = new EndpointExam(m_resolver, m_clock, m_patience, server.endpoint, this);
    connect(m_exam, &EndpointExam::certificateShown, this,
            [this, source = server.source](const QString& name, const QString& issuer, Timestamp endsAt) {
                m_book.note({source, name, issuer, endsAt, m_clock.now()});
            });
    connect(m_exam, &EndpointExam::finished, this, [this] {
        m_exam->deleteLater();
        m_exam = nullptr;
        lookAtNext();
    });
    m_exam->start();
}

} // namespace stowage
