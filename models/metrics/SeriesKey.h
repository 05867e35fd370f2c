// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace stowage {

/// Who tells of what. A subject is a machine or a service as one source knows it: the source's own lasting id
/// of it, never a name that a person gave (a name is no identity: Beszel gives a restarted agent a new id
/// under the old name, and a target may be another machine tomorrow).
struct SubjectKey
{
    QString source;  ///< the profile's id
    QString subject; ///< Beszel: the system's id; Prometheus: the instance label; a registry: its target

    bool operator==(const SubjectKey&) const = default;
};

inline size_t qHash(const SubjectKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.source, key.subject);
}

/// One series: what one source tells of one metric of one subject. What several sources tell of one machine
/// stays apart, and is brought together only where it is shown.
struct SeriesKey
{
    SubjectKey subject;
    QString metric; ///< dotted, the device in brackets: "disk.percent[/data]"; see MetricInfo

    bool operator==(const SeriesKey&) const = default;
};

inline size_t qHash(const SeriesKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.subject, key.metric);
}

} // namespace stowage
