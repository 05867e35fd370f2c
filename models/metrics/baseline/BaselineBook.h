// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesKey.h"
#include "models/metrics/baseline/Drift.h"
#include "models/metrics/baseline/LoadModel.h"

#include <QObject>

#include <optional>

namespace stowage {

/// How a series stands against what it usually is at this hour of the week.
struct BaselineStanding
{
    std::optional<Usual> usual;   ///< at this hour; nothing from too few weeks
    std::optional<double> latest; ///< the middle of its last minutes
    DriftResult drift;
    Timestamp at{}; ///< when that was reckoned

    bool operator==(const BaselineStanding&) const = default;
};

/// What a service was seen to bear.
struct LoadStanding
{
    LoadModel model;
    Timestamp at{};
};

/// What is usual, and how load is borne: BaselineKeeper finds it out. GUI thread.
class BaselineBook : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null where nothing was reckoned.
    const BaselineStanding* of(const SeriesKey& key) const;
    const LoadStanding* loadOf(const SubjectKey& service) const;

    void set(const SeriesKey& key, BaselineStanding standing);
    void setLoad(const SubjectKey& service, LoadStanding standing);
    void forget(const SubjectKey& service);

Q_SIGNALS:
    /// Of these services something is another.
    void changed(const std::vector<stowage::SubjectKey>& services);

private:
    QHash<SeriesKey, BaselineStanding> m_standings;
    QHash<SubjectKey, LoadStanding> m_loads;
};

} // namespace stowage
