// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/Examinations.h"

#include <utility>

namespace stowage {

Examinations::Examinations(Doctor* doctor, QObject* parent) : QObject(parent), m_doctor(doctor)
{
    if (doctor == nullptr) {
        return;
    }
    connect(doctor, &Doctor::checked, this, [this](const QString& sourceId, const Check& check) {
        if (sourceId == m_running) {
            m_reports[sourceId].checks.push_back(check);
            Q_EMIT changed(sourceId);
        }
    });
    connect(doctor, &Doctor::finished, this, [this](const QString& sourceId) {
        if (sourceId == m_running) {
            m_running.clear();
            m_reports[sourceId].isRunning = false;
            Q_EMIT changed(sourceId);
        }
    });
}

void Examinations::examine(const QString& sourceId)
{
    if (m_doctor == nullptr || sourceId.isEmpty()) {
        return;
    }
    const QString before = std::exchange(m_running, sourceId);
    if (!before.isEmpty() && before != sourceId) {
        m_reports[before].isRunning = false;
        m_reports[before].isCalledOff = true;
        Q_EMIT changed(before);
    }
    m_reports[sourceId] = Report{{}, true, false};
    Q_EMIT changed(sourceId);
    m_doctor->examine(sourceId);
}

const Examinations::Report* Examinations::report(const QString& sourceId) const
{
    const auto found = m_reports.constFind(sourceId);
    return found == m_reports.cend() ? nullptr : &*found;
}

} // namespace stowage
