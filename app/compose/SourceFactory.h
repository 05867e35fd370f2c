// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/Profile.h"
#include "connectors/doctor/DoctorTarget.h"
#include "connectors/http/HttpEngine.h"
#include "models/ports/Clock.h"
#include "models/ports/Connector.h"
#include "models/ports/Inventory.h"

#include <memory>

namespace stowage {

class ManifestStore;
class OneTimeCodes;

/// Makes connectors out of what the profile says. The one place that knows which kind is which class.
class SourceFactory
{
public:
    struct Ports
    {
        HttpEngine& http;
        const Clock& clock;
        ManifestStore& manifests;
        const Inventory& inventory;
        OneTimeCodes* codes = nullptr; ///< null: nobody can be asked
    };

    /// `longestDeadline` bounds every request of every source; 0 leaves the connectors' own limits.
    SourceFactory(Ports ports, Millis longestDeadline);

    /// `lastKnown`: the images that the last run knew. Never null: what cannot be asked is made an
    /// UnconnectedSource.
    std::unique_ptr<Connector> build(const SourceProfile& source, const Result<Credentials>& credentials,
                                     const std::vector<Image>& lastKnown) const;

    /// What the doctor examines; without credentials where there are none.
    DoctorTarget target(const SourceProfile& source, const Result<Credentials>& credentials) const;

private:
    std::unique_ptr<Connector> buildRegistry(const SourceProfile& source, const Credentials& credentials,
                                             const std::vector<Image>& lastKnown) const;
    std::unique_ptr<Connector> buildPeers(const SourceProfile& source, const Credentials& credentials) const;
    std::unique_ptr<Connector> buildHub(const SourceProfile& source, const Credentials& credentials) const;
    std::unique_ptr<Connector> buildPrometheus(const SourceProfile& source,
                                               const Credentials& credentials) const;
    std::unique_ptr<Connector> buildAlertmanager(const SourceProfile& source,
                                                 const Credentials& credentials) const;
    std::unique_ptr<Connector> buildUnconnected(const SourceProfile& source, Error why) const;
    Endpoint endpoint(const SourceProfile& source, const QByteArray& url,
                      const Credentials& credentials) const;

    Ports m_ports;
    Millis m_longestDeadline;
};

} // namespace stowage
