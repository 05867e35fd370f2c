// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostBook.h"

#include "models/hosts/HostStore.h"

namespace stowage {

HostBook::HostBook(const Fleet& fleet, const Clock& clock, std::vector<HostNames> names, QObject* parent)
    : QObject(parent), m_fleet(fleet), m_clock(clock), m_store(std::make_unique<HostStore>(fleet, names))
{
    connect(&fleet, &Fleet::changed, this, &HostBook::followFleet);
}

HostBook::~HostBook() = default;

void HostBook::apply(const Delta& delta)
{
    m_store->apply(delta, now());
    schedule();
}

void HostBook::restore(const std::vector<KeptHost>& hosts)
{
    for (const KeptHost& kept : hosts) {
        Delta delta;
        delta.source = kept.subject.source;
        HostObservation host;
        host.subject = kept.subject.subject;
        host.kind = kept.kind;
        host.state = kept.state;
        host.identity = kept.identity;
        host.cpuLimit = kept.cpuLimit;
        host.at = kept.seenAt;
        delta.hosts.push_back(std::move(host));
        m_store->apply(delta, now());
    }
    schedule();
}

void HostBook::forgetUnconfirmed()
{
    m_store->forgetUnconfirmed(now(), Millis{0});
    schedule();
}

std::vector<KeptHost> HostBook::kept() const
{
    return m_store->kept();
}

void HostBook::takeHistory(const std::vector<SeriesData>& history)
{
    m_store->takeHistory(history);
    schedule();
}

void HostBook::judgeAges()
{
    m_store->judgeAges(now());
    schedule();
}

void HostBook::followFleet(const ChangeSet& changes)
{
    if (!changes.nodes.added.empty() || !changes.nodes.removed.empty()) {
        m_store->relink(now());
    }
    if (!changes.sources.isEmpty()) {
        m_store->judgeAges(now());
    }
    schedule();
}

void HostBook::flush()
{
    const HostChanges changes = m_store->takeChanges();
    if (!changes.isEmpty()) {
        Q_EMIT changed(changes);
    }
}

void HostBook::schedule()
{
    if (m_isScheduled || !m_store->hasChanges()) {
        return;
    }
    m_isScheduled = true;
    m_clock.after(Fleet::Coalesce, this, [this] {
        m_isScheduled = false;
        flush();
    });
}

std::span<const Host> HostBook::hosts() const
{
    return m_store->hosts();
}

std::optional<HostId> HostBook::find(const SubjectKey& subject) const
{
    return m_store->find(subject);
}

std::vector<HostId> HostBook::find(const QString& name) const
{
    return m_store->find(name);
}

std::vector<double> HostBook::spark(HostId id) const
{
    return m_store->spark(id, now());
}

const std::vector<HostAmbiguity>& HostBook::ambiguities() const
{
    return m_store->ambiguities();
}

const std::vector<HostDecision>& HostBook::decisions() const
{
    return m_store->decisions();
}

void HostBook::settle(const HostDecision& decision)
{
    std::vector<HostDecision> all = decisions();
    std::erase_if(
        all, [&decision](const HostDecision& known) { return known.isAbout(decision.one, decision.other); });
    all.push_back(decision);
    setDecisions(std::move(all));
    Q_EMIT decided();
}

void HostBook::unsettle(const SubjectKey& one, const SubjectKey& other)
{
    std::vector<HostDecision> all = decisions();
    if (std::erase_if(all, [&](const HostDecision& known) { return known.isAbout(one, other); }) != 0) {
        setDecisions(std::move(all));
        Q_EMIT decided();
    }
}

void HostBook::setDecisions(std::vector<HostDecision> decisions)
{
    m_store->setDecisions(std::move(decisions), now());
    schedule();
}

const std::vector<HostAlarm>& HostBook::alarms() const
{
    return m_store->alarms();
}

void HostBook::raise(const HostAlarm& alarm)
{
    if (m_store->addAlarm(alarm)) {
        schedule();
    }
}

void HostBook::dismiss(const SubjectKey& subject)
{
    if (m_store->removeAlarm(subject)) {
        schedule();
        Q_EMIT dismissed(subject);
    }
}

} // namespace stowage
