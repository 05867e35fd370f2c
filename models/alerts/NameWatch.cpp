// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/NameWatch.h"

#include "models/alerts/rules/FactField.h"

#include <algorithm>

namespace stowage {
namespace {

/// Within so long two processes that see the same turn name it alike.
constexpr std::chrono::minutes Bucket{10};

/// A literal address has none behind it, and "localhost" is no name server's.
bool isName(const QString& host)
{
    const bool isV6 = host.contains(u':');
    const bool isV4 = std::ranges::all_of(host, [](QChar c) { return c.isDigit() || c == u'.'; });
    const QString lower = host.toLower();
    return !host.isEmpty() && !isV6 && !isV4 && lower != QLatin1String("localhost");
}

} // namespace

NameWatch::NameWatch(const NameResolver& resolver, const Clock& clock, QObject* parent)
    : QObject(parent), m_resolver(resolver), m_clock(clock)
{
    askLater();
}

void NameWatch::setEvery(Millis every)
{
    m_every = every;
    ++m_rhythm;
    askLater();
}

void NameWatch::askLater()
{
    m_clock.after(m_every, this, [this, rhythm = m_rhythm] {
        if (rhythm == m_rhythm) {
            askLater();
            refresh();
        }
    });
}

void NameWatch::watch(const QString& source, const QStringList& hosts, quint16 port)
{
    bool isAnyNew = false;
    for (const QString& host : hosts) {
        if (isName(host)) {
            Watched& watched = m_names[host.toLower()];
            isAnyNew |= watched.sources.isEmpty();
            watched.port = watched.port == 0 ? port : watched.port;
            if (!watched.sources.contains(source)) {
                watched.sources << source;
            }
        }
    }
    if (isAnyNew) {
        refresh();
    }
}

void NameWatch::refresh()
{
    const QStringList hosts = m_names.keys();
    for (const QString& host : hosts) {
        if (!std::exchange(m_names[host].isAsked, true)) {
            m_resolver.lookUp(host, this,
                              [this, host](const NameAddresses& addresses) { take(host, addresses); });
        }
    }
}

void NameWatch::take(const QString& host, const NameAddresses& addresses)
{
    Watched& watched = m_names[host];
    watched.isAsked = false;
    if (!addresses.isAnswered) {
        return; // no answer says nothing of the name
    }
    std::vector<AlertEvent> events;
    follow(host, watched, watched.v4, addresses.v4, false, events);
    follow(host, watched, watched.v6, addresses.v6, true, events);
    watched.isKnown = true;
    if (!events.empty()) {
        Q_EMIT happened(events);
    }
    tryAddresses(host);
}

/// IPv4 is asked where IPv6 is dark: whether it is the name that leads nowhere, or the server that is gone.
void NameWatch::tryAddresses(const QString& host)
{
    const Watched& watched = m_names[host];
    if (watched.v6.addresses.isEmpty()) {
        note(host, FamilyAnswer::Unknown, FamilyAnswer::Unknown);
        return;
    }
    if (m_probe == nullptr || watched.port == 0) {
        return;
    }
    m_probe->reach(watched.v6.addresses, watched.port, this, [this, host](FamilyAnswer v6) {
        const Watched& tried = m_names[host];
        if (v6 != FamilyAnswer::Dark || tried.v4.addresses.isEmpty()) {
            note(host, FamilyAnswer::Unknown, v6);
            return;
        }
        m_probe->reach(tried.v4.addresses, tried.port, this,
                       [this, host](FamilyAnswer v4) { note(host, v4, FamilyAnswer::Dark); });
    });
}

void NameWatch::note(const QString& host, FamilyAnswer v4, FamilyAnswer v6)
{
    const Watched& watched = m_names[host];
    for (const QString& source : watched.sources) {
        m_book.note({source, plainText(host), watched.v6.addresses, watched.v6.since, v4, v6, m_clock.now()});
    }
}

void NameWatch::follow(const QString& host, const Watched& watched, Family& family, const QStringList& now,
                       bool isV6, std::vector<AlertEvent>& events) const
{
    const QString record = isV6 ? QStringLiteral("AAAA") : QStringLiteral("A");
    const QString list = now.join(QStringLiteral(", "));
    if (now.isEmpty()) {
        constexpr int Surely = 2;
        if (!family.addresses.isEmpty() && ++family.missing >= Surely) {
            tell(host, watched,
                 tr("%1 has no %2 record any more, it was %3")
                     .arg(host, record, family.addresses.join(QStringLiteral(", "))),
                 now, isV6, events);
            family = {};
        }
        return;
    }
    family.missing = 0;
    if (now == family.addresses) {
        ++family.alike;
        return;
    }
    const bool isNew = family.addresses.isEmpty();
    if (watched.isKnown && (isNew || family.alike >= Steady)) {
        tell(host, watched,
             isNew ? tr("%1 has an %2 record now: %3").arg(host, record, list)
                   : tr("the %1 record of %2 is %3 now, it was %4")
                         .arg(record, host, list, family.addresses.join(QStringLiteral(", "))),
             now, isV6, events);
    }
    if (isNew) {
        family.since = m_clock.now();
    }
    family.addresses = now;
    family.alike = 1;
}

void NameWatch::tell(const QString& host, const Watched& watched, const QString& summary,
                     const QStringList& now, bool isV6, std::vector<AlertEvent>& events) const
{
    AlertEvent event;
    event.kind = AlertEventKind::AddressesChanged;
    event.at = event.seenAt = m_clock.now();
    event.uid = QStringLiteral("addresses/%1/%2/%3/%4")
                    .arg(host, isV6 ? QStringLiteral("aaaa") : QStringLiteral("a"),
                         now.join(QLatin1Char(',')), QString::number(event.at.time_since_epoch() / Bucket));
    event.source = watched.sources.value(0);
    event.name = plainText(host);
    event.severity = isV6 && !now.isEmpty() ? AlertSeverity::Warning : AlertSeverity::Info;
    event.place.subject = {SubjectKind::Source, event.source};
    for (const QString& source : watched.sources.mid(1)) {
        event.place.touches.push_back({SubjectKind::Source, source});
    }
    event.summary = plainText(summary);
    event.labels = {{QStringLiteral("addresses"), plainText(now.join(QStringLiteral(", ")))},
                    {QStringLiteral("record"), isV6 ? QStringLiteral("AAAA") : QStringLiteral("A")}};
    events.push_back(std::move(event));
}

} // namespace stowage
