// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Doctor.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace stowage {

/// What the doctor found, kept for each source until it is examined again.
class Examinations : public QObject
{
    Q_OBJECT

public:
    struct Report
    {
        std::vector<Check> checks;
        bool isRunning = false;
        bool isCalledOff = false; ///< another source was examined before this one was done
    };

    /// `doctor` outlives this; null where there is none.
    explicit Examinations(Doctor* doctor, QObject* parent = nullptr);

    bool canExamine() const { return m_doctor != nullptr; }
    void examine(const QString& sourceId);

    /// Null when it was never examined.
    const Report* report(const QString& sourceId) const;

Q_SIGNALS:
    void changed(const QString& sourceId);

private:
    Doctor* m_doctor;
    QHash<QString, Report> m_reports;
    QString m_running;
};

} // namespace stowage
