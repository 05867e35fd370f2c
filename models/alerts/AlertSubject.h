// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace stowage {

/// What kind of thing an alert is about.
enum class SubjectKind : quint8
{
    Unknown, ///< nothing that we know by this name
    Host,    ///< a machine; also the cache peer that runs on it: a node's name is its host's
    Service, ///< a registry instance, a job
    Source,  ///< one of the profile's sources as such: a hub, a mesh of peers
    Zone,
    Image,
    Stowage, ///< this program itself
};

QString subjectKindName(SubjectKind kind); ///< "host", "service", "source", … as JSON prints it

/// What an alert is about, by the one name that all its sources come to.
struct AlertSubject
{
    SubjectKind kind = SubjectKind::Unknown;
    QString name; ///< a host's or node's name, a source's id, "registry/repository:tag"

    bool operator==(const AlertSubject&) const = default;
};

inline size_t qHash(const AlertSubject& subject, size_t seed = 0)
{
    return qHashMulti(seed, static_cast<quint8>(subject.kind), subject.name);
}

/// What an alert's subject has to do with others, as it was known when the alert came: kept in the event, so
/// that a replay needs no fleet.
struct AlertPlace
{
    AlertSubject subject;
    QString zone;                      ///< empty: nobody says
    std::vector<AlertSubject> touches; ///< what fails with it: its registry, its source, its images; few

    bool operator==(const AlertPlace&) const = default;
};

} // namespace stowage
