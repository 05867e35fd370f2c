// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QObject>
#include <QString>

#include <vector>

namespace stowage {

/// A server's certificate as it was last shown.
struct CertificateNote
{
    QString source; ///< the profile's id
    QString server; ///< "registry.example.test:443"
    QString issuer;
    Timestamp endsAt{};
    Timestamp seenAt{};

    bool operator==(const CertificateNote&) const = default;
};

/// What examinations found of certificates. GUI thread.
class CertificateBook : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// By source and server.
    const std::vector<CertificateNote>& notes() const { return m_notes; }

    /// What is newer of the same server takes the place of the older.
    void note(CertificateNote note);

Q_SIGNALS:
    void changed();

private:
    std::vector<CertificateNote> m_notes;
};

} // namespace stowage
