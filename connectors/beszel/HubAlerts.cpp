// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAlerts.h"

#include "connectors/beszel/HubAlertWords.h"
#include "connectors/beszel/HubQuiet.h"

#include <QUrl>

#include <algorithm>
#include <tuple>

namespace stowage {
namespace {

/// Alerts that are judged for one report: thousands may change at once, where a hub's network is lost.
constexpr qsizetype MostAtOnce = 250;

QString keyText(const QString& system, const QString& name)
{
    return system + QLatin1Char('/') + name;
}

/// Of several users' limits the one that is reached first.
bool isNearer(const HubAlert& one, const HubAlert& other)
{
    const bool isLow = one.name == QLatin1String("Battery");
    const double a = one.limit.value_or(0);
    const double b = other.limit.value_or(0);
    return a != b ? (isLow ? a > b : a < b)
                  : std::tie(one.minutes, one.id) < std::tie(other.minutes, other.id);
}

QByteArray linkBase(const QByteArray& url)
{
    const bool isWeb = url.startsWith("http://") || url.startsWith("https://");
    return isWeb ? (url.endsWith('/') ? url.chopped(1) : url) + "/system/" : QByteArray();
}

} // namespace

HubAlerts::HubAlerts(const QByteArray& url) : m_url(linkBase(url)) {}

void HubAlerts::takeUser(const QString& user)
{
    if (!m_user.isEmpty() && user != m_user) {
        m_formerUsers.insert(m_user);
    }
    m_formerUsers.remove(user);
    m_user = user;
}

void HubAlerts::takeHost(const HostObservation& host)
{
    System& system = m_systems[host.subject];
    if (host.state != HostState::Up) {
        m_values.forget(host.subject); // what was measured last says nothing of now
    }
    system = {host.identity.name, host.state, host.isDuplicate};
    const auto names = m_names.value(host.subject);
    for (const QString& name : names) {
        m_changed.insert({host.subject, name});
    }
}

void HubAlerts::removeHost(const QString& system)
{
    m_systems.remove(system);
    m_values.forget(system);
    const auto names = m_names.value(system);
    for (const QString& name : names) {
        const Key key{system, name};
        const auto ids = m_entries[key].copies.keys();
        for (const QString& id : ids) {
            drop(id, Timestamp::max());
        }
        m_unseen.remove(key);
        m_unread.remove(key);
    }
    m_removed.insert(system);
}

HubAlerts::Entry& HubAlerts::entryOf(const QString& system, const QString& name)
{
    m_names[system].insert(name);
    return m_entries[{system, name}];
}

void HubAlerts::takeQuietHours(std::vector<HubQuietHours> quiet)
{
    m_quiet = std::move(quiet);
}

void HubAlerts::take(const HubAlert& alert, HubAction action, Timestamp now)
{
    if (action == HubAction::Delete) {
        m_deleted.insert(alert.id, now);
        drop(alert.id, Timestamp::max());
    } else if (action != HubAction::Other) {
        update(alert, now, Timestamp::max());
    }
}

void HubAlerts::take(const HubAlertTurn& turn)
{
    if (entryOf(turn.system, turn.name).episodes.add(turn)) {
        m_changed.insert({turn.system, turn.name});
    }
}

AlertReport HubAlerts::news(Timestamp now)
{
    AlertReport report;
    const QSet<QString> systems = m_values.takeChanged();
    for (const QString& system : systems) {
        const auto names = m_names.value(system);
        for (const QString& name : names) {
            const auto entry = m_entries.constFind({system, name});
            if (entry != m_entries.cend() && entry->told) {
                m_changed.insert(entry.key());
            }
        }
    }
    const QSet<Key> changed = takeChanged();
    const bool isRest = m_changed.isEmpty();
    for (const Key& key : changed) {
        judge(key, m_entries[key], now, report);
    }
    if (isRest) {
        forgetRemoved();
    }
    if (isRest && std::exchange(m_isWholeDue, false)) {
        report.isWhole = true;
        for (auto each = m_entries.cbegin(); each != m_entries.cend(); ++each) {
            if (each->told && !changed.contains(each.key()) && !m_unread.contains(each.key())) {
                report.alerts.push_back(*each->told);
            }
        }
    }
    report.isYoung = report.isWhole && (m_isPartial || !m_unseen.isEmpty());
    report.leftOut = std::exchange(m_leftOut, 0);
    const auto byKey = [](const AlertObservation& a, const AlertObservation& b) {
        return std::tie(a.key, a.startedAt) < std::tie(b.key, b.startedAt);
    };
    std::ranges::sort(report.alerts, byKey);
    std::ranges::sort(report.past, byKey);
    tellSilences(now, report);
    return report;
}

QSet<HubAlerts::Key> HubAlerts::takeChanged()
{
    if (m_changed.size() <= MostAtOnce) {
        return std::exchange(m_changed, {});
    }
    QSet<Key> some;
    for (auto each = m_changed.cbegin(); some.size() < MostAtOnce; ++each) {
        some.insert(*each);
    }
    m_changed.subtract(some);
    return some;
}

/// What had to be told of them has been.
void HubAlerts::forgetRemoved()
{
    const QSet<QString> removed = std::exchange(m_removed, {});
    for (const QString& system : removed) {
        if (!m_systems.contains(system)) {
            const auto names = m_names.take(system);
            for (const QString& name : names) {
                m_entries.remove({system, name});
            }
        }
    }
}

/// It stood when we looked, and it stands, but in between it was let go: that end is told first, and what
/// stands now in the next report, so that none tells of an alert twice.
bool HubAlerts::endsBetween(const Key& key, Entry& entry, Timestamp now, AlertReport& report)
{
    const auto end = entry.told ? entry.episodes.endOfEpisode(entry.told->startedAt) : std::nullopt;
    if (!end || beganAt(entry, now) <= *end) {
        return false;
    }
    AlertObservation told = *std::exchange(entry.told, std::nullopt);
    told.phase = AlertPhase::Ended;
    told.value.reset();
    told.endedAt = std::max(*end, told.startedAt);
    tellMessages(told, entry.episodes.messages(told.startedAt, told.endedAt, {}));
    entry.episodes.tell(told.startedAt, told.endedAt);
    entry.lost.clear();
    report.alerts.push_back(std::move(told));
    m_changed.insert(key);
    return true;
}

Timestamp HubAlerts::beganAt(const Entry& entry, Timestamp now) const
{
    Timestamp from = Timestamp::max();
    for (const HubAlert& copy : entry.copies) {
        if (copy.isTriggered) {
            from = std::min(from, entry.episodes.beganAt(copy.id, copy.updated));
        }
    }
    return entry.episodes.episodeFrom(from, now);
}

void HubAlerts::judge(const Key& key, Entry& entry, Timestamp now, AlertReport& report)
{
    const bool stands = std::any_of(entry.copies.begin(), entry.copies.end(),
                                    [](const HubAlert& copy) { return copy.isTriggered; });
    if (stands && endsBetween(key, entry, now, report)) {
        return;
    }
    if (stands) {
        m_unseen.remove(key);
        AlertObservation told = standing(key, entry, now);
        if ((entry.told != told || m_isWholeDue) && !m_unread.contains(key)) {
            report.alerts.push_back(told);
        }
        entry.told = std::move(told);
    } else if (entry.told) {
        const AlertObservation told = *std::exchange(entry.told, std::nullopt);
        if (!m_unseen.contains(key)) {
            AlertObservation& end = report.alerts.emplace_back(ended(told, entry, now));
            tellMessages(end, entry.episodes.messages(end.startedAt, end.endedAt, entry.lost));
            entry.episodes.tell(end.startedAt, end.endedAt);
        }
        entry.lost.clear();
    }
    tellPast(key, entry, now, report);
}

AlertObservation HubAlerts::draft(const Key& key, std::optional<double> limit, double minutes) const
{
    const auto& [id, name] = key;
    const System system = m_systems.value(id);
    const QString systemName = system.name.isEmpty() ? id : system.name;
    const HubAlertKind& kind = hubAlertKind(name);
    AlertObservation told;
    told.key = keyText(id, name);
    told.name = name;
    told.subject = id;
    told.labels = {{QStringLiteral("system"), systemName}};
    told.unit = hubAlertUnit(kind);
    told.severity = hubAlertSeverity(kind, limit);
    if (kind.isThreshold && limit) {
        told.threshold = *limit * kind.factor;
    }
    told.summary = hubAlertSummary(name, systemName, told.threshold, minutes);
    if (!m_url.isEmpty()) {
        told.link = QString::fromUtf8(m_url + QUrl::toPercentEncoding(id));
    }
    return told;
}

AlertObservation HubAlerts::standing(const Key& key, const Entry& entry, Timestamp now) const
{
    const HubAlert* nearest = nullptr;
    QStringList copies;
    for (const HubAlert& copy : entry.copies) {
        if (copy.isTriggered) {
            copies << copy.id;
            nearest = nearest == nullptr || isNearer(copy, *nearest) ? &copy : nearest;
        }
    }
    AlertObservation told = draft(key, nearest->limit, nearest->minutes);
    told.startedAt = entry.told ? entry.told->startedAt : beganAt(entry, now);
    told.annotations = {{QStringLiteral("users"), QString::number(copies.size())}};
    told.value = m_values.value(key.first, key.second);
    const System system = m_systems.value(key.first);
    if (system.isDuplicate) {
        told.severity = AlertSeverity::Info; // the machine lives on under another record
        told.labels.insert(told.labels.begin(), {QStringLiteral("stale"), QStringLiteral("second record")});
    } else if (system.state == HostState::Down && hubAlertKind(key.second).isThreshold) {
        told.value.reset();
        told.labels.insert(told.labels.begin(), {QStringLiteral("stale"), QStringLiteral("system down")});
    }
    tellMessages(told, entry.episodes.messages(told.startedAt, Timestamp::max(), copies));
    return told;
}

/// When the last copy was let go: as the history tells it, which is the same whenever it is read, else as the
/// copies do.
AlertObservation HubAlerts::ended(AlertObservation told, const Entry& entry, Timestamp now)
{
    told.phase = AlertPhase::Ended;
    told.value.reset();
    if (const auto end = entry.episodes.endOfEpisode(told.startedAt)) {
        told.endedAt = std::max(*end, told.startedAt);
        return told;
    }
    for (const HubAlert& copy : entry.copies) {
        const Timestamp end = entry.episodes.endOf(copy.id, told.startedAt).value_or(copy.updated);
        told.endedAt = std::max(told.endedAt, end);
    }
    for (const QString& id : entry.lost) {
        told.endedAt = std::max(told.endedAt, entry.episodes.endOf(id, told.startedAt).value_or(now));
    }
    if (told.endedAt <= told.startedAt || told.endedAt > now + Race) {
        told.endedAt = std::max(now, told.startedAt);
    }
    return told;
}

void HubAlerts::tellPast(const Key& key, Entry& entry, Timestamp now, AlertReport& report) const
{
    const Timestamp openFrom =
        entry.told ? std::max(entry.told->startedAt, Timestamp{Millis{1}}) : Timestamp{};
    for (const HubAlertEpisodes::Episode& episode : entry.episodes.takePast(openFrom, now)) {
        AlertObservation told = draft(key, episode.limit, 1);
        told.phase = AlertPhase::Ended;
        told.startedAt = episode.from;
        told.endedAt = episode.to;
        tellMessages(told, entry.episodes.messages(episode.from, episode.to, {}));
        report.past.push_back(std::move(told));
    }
}

void HubAlerts::tellSilences(Timestamp now, AlertReport& report)
{
    if (!m_quiet) {
        return;
    }
    std::vector<AlertSilence> silences;
    silences.reserve(m_quiet->size());
    for (const HubQuietHours& quiet : *m_quiet) {
        silences.push_back(quietSilence(quiet, m_systems.value(quiet.system).name, now));
    }
    if (m_toldSilences != silences) {
        m_toldSilences = silences;
        report.silences = std::move(silences);
    }
}

} // namespace stowage
