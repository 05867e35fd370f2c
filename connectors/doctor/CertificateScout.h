// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/DoctorPatience.h"
#include "connectors/doctor/DoctorTarget.h"
#include "connectors/doctor/HostResolver.h"
#include "models/alerts/CertificateBook.h"
#include "models/ports/Clock.h"

#include <QObject>

#include <deque>

namespace stowage {

class EndpointExam;

/// Looks at the certificates of the sources' servers now and then, one server after the other: shakes hands
/// and sends nothing. What it finds goes into the book. Servers behind a proxy are left out. GUI thread; what
/// it is given outlives it.
class CertificateScout : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::hours Every{6};
    static constexpr std::chrono::seconds First{30}; ///< after start()

    CertificateScout(const HostResolver& resolver, const Clock& clock, CertificateBook& book,
                     DoctorPatience patience = {}, QObject* parent = nullptr);

    /// Whose certificates; only https.
    void setTargets(const std::vector<DoctorTarget>& targets);

    /// Looks soon, and from then on every few hours.
    void start();

    /// Looks at all of them now; ends with finished().
    void refresh();

Q_SIGNALS:
    void finished();

private:
    struct Server
    {
        QString source;
        DoctorEndpoint endpoint;
    };

    void later(Millis delay);
    void lookAtNext();

    const HostResolver& m_resolver;
    const Clock& m_clock;
    CertificateBook& m_book;
    DoctorPatience m_patience;
    std::vector<Server> m_servers;
    std::deque<Server> m_waiting;
    EndpointExam* m_exam = nullptr; ///< the one under way
};

} // namespace stowage
