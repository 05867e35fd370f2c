// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"
#include "models/fleet/Fleet.h"
#include "models/hosts/HostBook.h"

#include <QObject>
#include <QSet>

namespace stowage {

/// Tells what else happened: tags that are new or moved, nodes and hosts that started anew, identities that
/// changed, sources lost and found again. GUI thread; fleet and book outlive it.
///
/// What is there when it is made, what comes from disk and what a source tells in its first full reading is
/// no news; a tag that a first reading finds elsewhere than it was known did move, while nobody watched, and
/// is told as past. Two processes that see the same turn within some minutes give it the same uid.
class ChangeWatch : public QObject
{
    Q_OBJECT

public:
    ChangeWatch(const Fleet& fleet, const HostBook& hosts, const Clock& clock, QObject* parent = nullptr);
    ~ChangeWatch() override;

Q_SIGNALS:
    /// For AlertLog::append.
    void happened(const std::vector<stowage::AlertEvent>& events);

private:
    // What was known when last looked at, by id.
    struct KnownSource
    {
        quint64 generation = 0;
        Timestamp begunAt{}; ///< when that was first seen
        QString identity;
        bool isWhole = false;  ///< it was read in full in this generation
        bool wasFound = false; ///< it answered in this run, or an earlier one
        bool isLost = false;
    };
    struct KnownNode
    {
        quint32 restarts = 0;
        bool isWatched = false;
    };
    struct KnownImage
    {
        Digest target;
        bool isKnown = false;
        bool isGone = false;
    };

    void followFleet(const ChangeSet& changes);
    void followHosts(const HostChanges& changes);
    void followImage(ImageId id);
    void followNode(NodeId id);
    void followSource(SourceId id);
    void followStanding(const SourceStatus& status, KnownSource& known);
    void followHost(HostId id);
    void followAlarms();
    AlertEvent eventOf(AlertEventKind kind, Timestamp at, SubjectKind subject, const QString& name) const;
    void send();

    const Fleet& m_fleet;
    const HostBook& m_hosts;
    const Clock& m_clock;
    Timestamp m_startedAt;
    std::vector<KnownImage> m_images;
    std::vector<KnownNode> m_nodes;
    std::vector<KnownSource> m_sources;
    std::vector<Timestamp> m_boots; ///< by host; the epoch: not known
    QSet<QString> m_toldAlarms;     ///< uids
    std::vector<AlertEvent> m_events;
};

} // namespace stowage
