// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/SeriesFeed.h"

#include <optional>

namespace stowage {

/// What a series was in the middle over the last day, without its last hour: what it is held against. Read
/// now and then.
class UsualLatency : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Again{15 * 60'000};

    /// The reader outlives it.
    explicit UsualLatency(SeriesReader& reader, QObject* parent = nullptr);

    /// Nothing while it is not known yet, and where too little was kept to say.
    std::optional<double> of(const SeriesKey& key, Timestamp now);

Q_SIGNALS:
    void changed();

private:
    void take(const std::vector<SeriesData>& series);

    SeriesFeed m_feed;
    SeriesKey m_key;
    Timestamp m_askedAt{};
    std::optional<double> m_usual;
};

} // namespace stowage
