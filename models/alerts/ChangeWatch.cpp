// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/ChangeWatch.h"

#include "models/alerts/rules/FactField.h"

namespace stowage {
namespace {

/// Within so long two processes that see the same turn name it alike.
constexpr std::chrono::minutes Bucket{10};

/// A boot's time is told as "up since so many seconds" and wavers by some.
constexpr std::chrono::minutes SameBoot{5};

QString bucketOf(Timestamp at)
{
    return QString::number(at.time_since_epoch() / Bucket);
}

QString keyText(const ImageKey& key)
{
    return QStringLiteral("%1/%2:%3").arg(key.source, key.repository, key.tag);
}

template <class T>
void fit(std::vector<T>& values, size_t index)
{
    if (values.size() <= index) {
        values.resize(index + 1);
    }
}

bool isLost(Freshness state)
{
    return state == Freshness::Offline;
}

bool isFound(Freshness state)
{
    return state == Freshness::Live || state == Freshness::Stale;
}

} // namespace

ChangeWatch::ChangeWatch(const Fleet& fleet, const HostBook& hosts, const Clock& clock, QObject* parent)
    : QObject(parent), m_fleet(fleet), m_hosts(hosts), m_clock(clock), m_startedAt(clock.now())
{
    for (const FleetImage& image : fleet.images()) {
        followImage(image.id);
    }
    for (const Node& node : fleet.nodes()) {
        followNode(node.id);
    }
    for (const Source& source : fleet.sources()) {
        followSource(source.id);
    }
    for (const Host& host : hosts.hosts()) {
        followHost(host.id);
    }
    m_events.clear(); // what is there is no news
    connect(&fleet, &Fleet::changed, this, &ChangeWatch::followFleet);
    connect(&hosts, &HostBook::changed, this, &ChangeWatch::followHosts);
}

ChangeWatch::~ChangeWatch() = default;

void ChangeWatch::followFleet(const ChangeSet& changes)
{
    // Images first: whether their source had been read in full is what was known before this change.
    for (const auto* ids : {&changes.images.added, &changes.images.changed}) {
        for (const ImageId id : *ids) {
            followImage(id);
        }
    }
    for (const ImageId id : changes.images.removed) {
        fit(m_images, id.value);
        m_images[id.value].isGone = true;
    }
    for (const auto* ids : {&changes.nodes.added, &changes.nodes.changed}) {
        for (const NodeId id : *ids) {
            followNode(id);
        }
    }
    for (const auto* ids : {&changes.sources.added, &changes.sources.changed}) {
        for (const SourceId id : *ids) {
            followSource(id);
        }
    }
    send();
}

void ChangeWatch::followHosts(const HostChanges& changes)
{
    for (const auto* ids : {&changes.hosts.added, &changes.hosts.changed}) {
        for (const HostId id : *ids) {
            followHost(id);
        }
    }
    if (changes.isAnythingToSettle) {
        followAlarms();
    }
    send();
}

AlertEvent ChangeWatch::eventOf(AlertEventKind kind, Timestamp at, SubjectKind subject,
                                const QString& name) const
{
    const Timestamp now = m_clock.now();
    AlertEvent event;
    event.kind = kind;
    event.at = at == Timestamp{} || at > now ? now : at;
    event.seenAt = now;
    event.name = plainText(name);
    event.place.subject = {subject, plainText(name)};
    return event;
}

void ChangeWatch::followImage(ImageId id)
{
    const FleetImage& image = m_fleet.image(id);
    fit(m_images, id.value);
    KnownImage& known = m_images[id.value];
    if (!image.isAlive) {
        return;
    }
    const Digest target = image.image.target.digest;
    const Digest before = std::exchange(known.target, target);
    const bool wasKnown = std::exchange(known.isKnown, true);
    const bool isBack = std::exchange(known.isGone, false);
    fit(m_sources, image.source.value);
    const KnownSource& source = m_sources[image.source.value];
    const bool isMoved = wasKnown && before != target;
    const bool isNew = (!wasKnown || (isBack && !isMoved)) && source.isWhole;
    if (!isMoved && !isNew) {
        return;
    }
    const QString reference = image.image.reference();
    AlertEvent event = eventOf(isMoved ? AlertEventKind::TagMoved : AlertEventKind::TagNew, image.seenAt,
                               SubjectKind::Image, keyText(image.image.key));
    event.name = plainText(reference);
    event.source = image.image.key.source;
    event.isPast = isMoved && !source.isWhole;
    if (isMoved) {
        event.uid =
            QStringLiteral("tagMoved/%1/%2>%3/%4")
                .arg(keyText(image.image.key), before.toString(), target.toString(), bucketOf(event.at));
        event.summary =
            tr("%1 moved from %2 to %3").arg(plainText(reference), before.shortHex(), target.shortHex());
        event.labels = {{QStringLiteral("digest"), target.toString()},
                        {QStringLiteral("digest.before"), before.toString()}};
    } else {
        event.uid = QStringLiteral("tagNew/%1/%2/%3")
                        .arg(keyText(image.image.key), target.toString(), bucketOf(event.at));
        event.summary = tr("%1 is new: %2").arg(plainText(reference), target.shortHex());
        event.labels = {{QStringLiteral("digest"), target.toString()}};
    }
    m_events.push_back(std::move(event));
}

void ChangeWatch::followNode(NodeId id)
{
    const Node& node = m_fleet.node(id);
    fit(m_nodes, id.value);
    KnownNode& known = m_nodes[id.value];
    if (!node.isAlive) {
        known = {};
        return;
    }
    const quint32 before = std::exchange(known.restarts, node.seen.stability.restarts);
    const bool isWatched = std::exchange(known.isWatched, node.seen.stability.isWatched());
    if (!isWatched || before >= known.restarts || !node.seen.stability.restartedAt) {
        return;
    }
    AlertEvent event = eventOf(AlertEventKind::NodeRestarted, *node.seen.stability.restartedAt,
                               SubjectKind::Host, node.seen.name);
    // A peer has another identity after each start; where it tells none, the moment has to do.
    const QString start = node.seen.identity.isEmpty() ? bucketOf(event.at) : node.seen.identity;
    event.uid = QStringLiteral("nodeRestarted/%1/%2").arg(node.seen.name, start);
    event.source = node.sources.empty() ? QString() : m_fleet.source(node.sources.front()).status.id;
    event.place.zone = node.seen.zone;
    event.summary = tr("the peer on %1 has started anew").arg(event.name);
    if (!node.seen.identity.isEmpty()) {
        event.labels = {{QStringLiteral("identity"), plainText(node.seen.identity)}};
    }
    m_events.push_back(std::move(event));
}

void ChangeWatch::followSource(SourceId id)
{
    const Source& source = m_fleet.source(id);
    fit(m_sources, id.value);
    KnownSource& known = m_sources[id.value];
    if (!source.isAlive) {
        known = {};
        return;
    }
    const SourceStatus& status = source.status;
    if (std::exchange(known.generation, source.generation) != source.generation) {
        known.isWhole = false;
        known.begunAt = m_clock.now();
    }
    // Until it answers in this generation, what it says of itself is what was last known.
    known.isWhole |= source.generation > 0 && status.lastAnswer >= known.begunAt && status.coverage &&
                     status.coverage->complete;
    followStanding(status, known);
    const QString before = std::exchange(known.identity, status.identity);
    // A mesh of peers has as many identities as peers; each of them is a node's matter.
    const bool isChanged = !before.isEmpty() && !status.identity.isEmpty() && before != status.identity &&
                           known.wasFound && status.answeredInventory == std::nullopt;
    if (isChanged) {
        AlertEvent event =
            eventOf(AlertEventKind::IdentityChanged, status.lastAnswer, SubjectKind::Source, status.id);
        event.uid = QStringLiteral("identityChanged/%1/%2>%3/%4")
                        .arg(status.id, before, status.identity, bucketOf(event.at));
        event.source = status.id;
        event.severity = AlertSeverity::Warning;
        event.summary = tr("%1 calls itself %2 now, it was %3")
                            .arg(event.name, plainText(status.identity), plainText(before));
        m_events.push_back(std::move(event));
    }
}

void ChangeWatch::followStanding(const SourceStatus& status, KnownSource& known)
{
    const bool isGone = isLost(status.state);
    if (isFound(status.state)) {
        if (std::exchange(known.isLost, false)) {
            AlertEvent event =
                eventOf(AlertEventKind::SourceFound, status.lastAnswer, SubjectKind::Source, status.id);
            event.uid = QStringLiteral("sourceFound/%1/%2").arg(status.id, bucketOf(event.at));
            event.source = status.id;
            event.summary = tr("%1 answers again").arg(event.name);
            m_events.push_back(std::move(event));
        }
        known.wasFound = true;
    } else if (isGone && known.wasFound && !known.isLost) {
        known.isLost = true;
        // Since when it is silent, not since when we have had enough of it.
        AlertEvent event =
            eventOf(AlertEventKind::SourceLost, status.lastAnswer, SubjectKind::Source, status.id);
        event.uid = QStringLiteral("sourceLost/%1/%2").arg(status.id, bucketOf(event.at));
        event.source = status.id;
        event.severity = AlertSeverity::Warning;
        event.summary = status.error
                            ? tr("%1 does not answer: %2").arg(event.name, plainText(status.error->message))
                            : tr("%1 does not answer").arg(event.name);
        m_events.push_back(std::move(event));
    }
}

void ChangeWatch::followHost(HostId id)
{
    const Host& host = m_hosts.host(id);
    fit(m_boots, id.value);
    Timestamp& known = m_boots[id.value];
    if (!host.isAlive || !host.facts.bootedAt) {
        return;
    }
    const Timestamp before = known;
    const Timestamp boot = *host.facts.bootedAt;
    if (before != Timestamp{} && boot - before < SameBoot) {
        return;
    }
    known = boot;
    if (before == Timestamp{} || host.freshness != Freshness::Live) {
        return;
    }
    const bool isService = host.kind == HostKind::Service;
    AlertEvent event = eventOf(AlertEventKind::NodeRestarted, boot,
                               isService ? SubjectKind::Service : SubjectKind::Host, host.name);
    event.uid = QStringLiteral("booted/%1/%2").arg(host.name, bucketOf(boot));
    event.source = host.subjects.empty() ? QString() : host.subjects.front().key.source;
    event.place.zone = host.zone;
    event.summary = isService ? tr("%1 has started anew").arg(event.name)
                              : tr("the machine %1 has booted anew").arg(event.name);
    m_events.push_back(std::move(event));
}

void ChangeWatch::followAlarms()
{
    for (const HostAlarm& alarm : m_hosts.alarms()) {
        if (alarm.at < m_startedAt) {
            continue; // told by an earlier run
        }
        const auto host = m_hosts.find(alarm.subject);
        const QString name = host ? m_hosts.host(*host).name : alarm.subject.subject;
        AlertEvent event = eventOf(AlertEventKind::IdentityChanged, alarm.at, SubjectKind::Host, name);
        // The log keeps each uid once, so that an alarm that still stands is no news.
        event.uid = QStringLiteral("identityChanged/%1/%2/%3>%4")
                        .arg(alarm.subject.source, alarm.subject.subject, alarm.from, alarm.to);
        if (m_toldAlarms.contains(event.uid)) {
            continue;
        }
        m_toldAlarms.insert(event.uid);
        event.source = alarm.subject.source;
        event.severity = AlertSeverity::Warning;
        event.summary = plainText(alarm.text());
        m_events.push_back(std::move(event));
    }
}

void ChangeWatch::send()
{
    if (!m_events.empty()) {
        Q_EMIT happened(std::exchange(m_events, {}));
    }
}

} // namespace stowage
