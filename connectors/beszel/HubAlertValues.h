// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SampleBatch.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace stowage {

/// The newest measurements of a hub's systems, as far as its alerts are about them.
class HubAlertValues
{
public:
    /// Systems whose values have changed are remembered for takeChanged().
    void take(const std::vector<SampleBatch>& batches);
    void forget(const QString& system);

    /// What the alert of that name looks at, in our unit: of disks and sensors the worst. Nothing where no
    /// sample is known, or none that can be true.
    std::optional<double> value(const QString& system, QStringView alert) const;

    QSet<QString> takeChanged() { return std::exchange(m_changed, {}); }

private:
    struct Measured
    {
        Timestamp at{};
        double value = 0;
    };

    void take(const SampleBatch& batch);
    std::optional<double> worst(const QString& system, QLatin1String base) const;

    QHash<QString, QHash<QString, Measured>> m_values; ///< by system, then metric
    QSet<QString> m_changed;
};

} // namespace stowage
