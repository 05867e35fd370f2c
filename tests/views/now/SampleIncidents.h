// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBook.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "tests/views/hosts/SampleHosts.h"
#include "views/now/NowPorts.h"

#include <map>

namespace stowage::test {

/// Subjects are hosts of their own name, in the zone that the name begins with: "eu-b-17" lies in eu-b.
class NamedPlaces final : public AlertPlaces
{
public:
    AlertPlace place(const QString& source, const AlertObservation& observation) const override;
};

/// Hosts, alerts and incidents wired as the program does, the log left out: what the book of alerts finds,
/// and what persons do, goes into the incidents at once.
class SampleIncidents : public SampleHosts
{
public:
    /// One alert in few words.
    struct Told
    {
        QString name;
        QString subject;
        AlertSeverity severity = AlertSeverity::Critical;
        QString summary{};
        Millis ago{0}; ///< when it began
        std::vector<AlertLabel> labels{};
    };

    SampleIncidents();

    /// Adds to what a source tells, and tells all of it.
    void fire(const QString& source, const std::vector<Told>& told);
    /// Takes what this subject has out of what the source tells.
    void end(const QString& source, const QString& subject);
    void silence(const QString& source, const QString& subject, const QString& by);
    /// The source does not answer: what it told is unknown.
    void lose(const QString& source);

    /// What was told is given back; nothing more is to be told by the sources.
    void forgetTold() { m_told.clear(); }

    /// Both sources have answered just now, and told of all their hosts.
    void answer();
    /// All that was told is worked off.
    void settle();

    /// The picture: a registry out of CPU with many alerts, a node gone, a disk filling up, a hit rate that
    /// fell, and two that are over.
    void tellIncidents();
    /// So many alerts of one host in three kinds, within two minutes.
    void tellStorm(int count);
    /// So many incidents with ten alerts each, of hosts h-0001 ….
    void tellMany(int incidents);

    /// The open incident of which this is a subject; empty when there is none.
    QString idOf(const QString& subject) const;
    const Incident& incident(const QString& subject) const;

    NowPorts ports(SeriesReader* reader = nullptr);

    NamedPlaces places;
    AlertBook alerts{places, {}, clock};
    IncidentBook incidents{clock};

private:
    void tellAll(const QString& source);

    QObject m_context;
    std::map<QString, std::vector<AlertObservation>> m_told; ///< by source
};

} // namespace stowage::test
