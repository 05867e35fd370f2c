// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "models/hosts/HostChanges.h"
#include "models/hosts/HostMatching.h"
#include "models/hosts/HostMemory.h"
#include "models/metrics/SeriesData.h"

#include <QObject>

#include <memory>
#include <span>

namespace stowage {

class HostStore;

/// The one store of hosts: what each last told, from every source that names it, with ages. GUI thread only.
///
/// Connectors' deltas go in by apply(), after the fleet has had them and the gate has judged their samples;
/// change sets come out, at most one per Fleet::Coalesce. Hosts lie in a table indexed by their ids with
/// holes in it. A subject keeps its host's id while it is known, but for hosts that turn out to be one.
class HostBook : public QObject
{
    Q_OBJECT

public:
    /// `names`: what the profile calls its machines. The fleet, which outlives this, tells how sources stand
    /// and which nodes there are.
    HostBook(const Fleet& fleet, const Clock& clock, std::vector<HostNames> names = {},
             QObject* parent = nullptr);
    ~HostBook() override;

    /// Takes what a connector said; dropped when its generation is older than the newest of its source.
    void apply(const Delta& delta);

    /// What earlier runs knew, before anything is applied: shown dated. A source that answers and does not
    /// tell of it within some minutes knows it no more.
    void restore(const std::vector<KeptHost>& hosts);
    /// The same at once, for the command line.
    void forgetUnconfirmed();
    /// For the next run.
    std::vector<KeptHost> kept() const;

    /// Samples of before this program began: fills the sparklines, and nothing else.
    void takeHistory(const std::vector<SeriesData>& history);

    /// Judges every age anew; the shell calls it once a second.
    void judgeAges();

    /// Sends the pending change set now. For the command line and tests.
    void flush();

    Timestamp now() const { return m_clock.now(); }
    const Fleet& fleet() const { return m_fleet; }

    std::span<const Host> hosts() const; ///< indexed by HostId::value, holes included
    const Host& host(HostId id) const { return hosts()[id.value]; }
    std::optional<HostId> find(const SubjectKey& subject) const;

    /// Hosts of this name, alias or address, as the profile or any source calls them, without regard to case;
    /// usually one. A name that a host has goes before what it is called besides.
    std::vector<HostId> find(const QString& name) const;

    /// Means of five minutes over six hours of the host's processor, oldest first: percent of a machine,
    /// cores of a service. NaN where nothing is known; empty when nothing is at all.
    std::vector<double> spark(HostId id) const;

    /// What is for a person to settle. Settled by settle().
    const std::vector<HostAmbiguity>& ambiguities() const;
    const std::vector<HostDecision>& decisions() const;

    /// Two subjects are one machine, or are not; takes the place of what was decided of them before.
    void settle(const HostDecision& decision);
    /// What a person said is forgotten.
    void unsettle(const SubjectKey& one, const SubjectKey& other);
    /// What was decided in earlier runs; before anything is applied.
    void setDecisions(std::vector<HostDecision> decisions);

    /// Machines that took the place of others, until a person has seen it.
    const std::vector<HostAlarm>& alarms() const;
    void raise(const HostAlarm& alarm);
    void dismiss(const SubjectKey& subject);

Q_SIGNALS:
    void changed(const stowage::HostChanges& changes);
    /// decisions() is another; whoever keeps it writes it down.
    void decided();
    /// A person has seen the alarm of this subject.
    void dismissed(const stowage::SubjectKey& subject);

private:
    void followFleet(const ChangeSet& changes);
    void schedule();

    const Fleet& m_fleet;
    const Clock& m_clock;
    std::unique_ptr<HostStore> m_store;
    bool m_isScheduled = false;
};

} // namespace stowage
