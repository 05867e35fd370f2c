// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/SourceDoctor.h"

namespace stowage {

SourceDoctor::SourceDoctor(const DoctorTools& tools, std::vector<DoctorTarget> targets, QObject* parent)
    : Doctor(parent), m_tools(tools), m_targets(std::move(targets))
{
}

void SourceDoctor::examine(const QString& sourceId)
{
    ++m_number;
    if (m_examination) {
        m_examination->disconnect(this);
        m_examination->deleteLater(); // it may be the one that tells us something now
        m_examination.clear();
    }
    const auto target = std::find_if(m_targets.begin(), m_targets.end(),
                                     [&](const DoctorTarget& known) { return known.sourceId == sourceId; });
    if (target == m_targets.end()) {
        tellUnknown(sourceId);
        return;
    }
    m_examination = new Examination(m_tools, *target, this);
    connect(m_examination, &Examination::checked, this,
            [this, sourceId](const Check& check) { Q_EMIT checked(sourceId, check); });
    connect(m_examination, &Examination::finished, this, [this, sourceId] {
        m_examination->deleteLater();
        m_examination.clear();
        Q_EMIT finished(sourceId);
    });
    m_examination->start();
}

void SourceDoctor::tellUnknown(const QString& sourceId)
{
    QMetaObject::invokeMethod(
        this,
        [this, sourceId, number = m_number] {
            if (number != m_number) {
                return;
            }
            Q_EMIT checked(sourceId, {doctorStepId(DoctorStep::Identity),
                                      doctorStepTitle(DoctorStep::Identity),
                                      Verdict::Failed,
                                      tr("the profile has no source of this name"),
                                      tr("See `stowage sources` for the names."),
                                      {}});
            Q_EMIT finished(sourceId);
        },
        Qt::QueuedConnection);
}

} // namespace stowage
