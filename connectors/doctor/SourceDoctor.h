// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/Examination.h"
#include "models/ports/Doctor.h"

#include <QPointer>

namespace stowage {

/// The doctor of HTTP sources: DNS, TCP over IPv4 and IPv6, TLS, authentication, identity, capability, each
/// told once, in this order, as Skipped with the reason when an earlier step makes it impossible. Of a source
/// with many servers it sums them up and names those in trouble.
class SourceDoctor final : public Doctor
{
    Q_OBJECT

public:
    /// The tools must outlive the doctor.
    explicit SourceDoctor(const DoctorTools& tools, std::vector<DoctorTarget> targets = {},
                          QObject* parent = nullptr);

    /// What examinations that begin from now on may be of.
    void setTargets(std::vector<DoctorTarget> targets) { m_targets = std::move(targets); }

    /// An unknown source is told as one failed check.
    void examine(const QString& sourceId) override;

private:
    void tellUnknown(const QString& sourceId);

    DoctorTools m_tools;
    std::vector<DoctorTarget> m_targets;
    QPointer<Examination> m_examination;
    quint64 m_number = 0;
};

} // namespace stowage
