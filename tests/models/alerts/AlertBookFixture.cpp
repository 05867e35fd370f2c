// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/alerts/AlertBookFixture.h"

#include <algorithm>

namespace stowage::test {

using namespace std::chrono_literals;

AlertPlace NamedPlaces::place(const QString& source, const AlertObservation& observation) const
{
    if (observation.subject.isEmpty()) {
        return {{SubjectKind::Source, source}, {}, {}};
    }
    const bool isKnown = !unknown.contains(observation.subject);
    return {{isKnown ? SubjectKind::Host : SubjectKind::Unknown, observation.subject}, {}, {}};
}

AlertPolicy AlertBookFixture::patient()
{
    AlertPolicy policy;
    policy.usual.cooldown = 0ms;
    policy.usual.flapTurns = 0;
    policy.usual.hysteresis = 0;
    return policy;
}

AlertBookFixture::AlertBookFixture(AlertPolicy policy) : book(places, std::move(policy), clock)
{
    QObject::connect(&book, &AlertBook::happened, &book, [this](const std::vector<AlertEvent>& more) {
        events.insert(events.end(), more.begin(), more.end());
    });
}

AlertObservation AlertBookFixture::of(const QString& name, const QString& subject, AlertPhase phase) const
{
    AlertObservation told;
    told.key = subject + QLatin1Char('/') + name;
    told.name = name;
    told.subject = subject;
    told.phase = phase;
    told.startedAt = clock.now() - 60s;
    return told;
}

AlertObservation AlertBookFixture::labelled(const QString& text, AlertPhase phase) const
{
    const QStringList parts = text.split(QLatin1Char(' '));
    AlertObservation told = of(parts.front(), {}, phase);
    told.key = text;
    told.identity = text;
    for (const QString& part : parts.mid(1)) {
        const QString name = part.section(QLatin1Char('='), 0, 0);
        const QString value = part.section(QLatin1Char('='), 1);
        told.labels.push_back({name, value});
        if (name == QLatin1String("instance")) {
            told.subject = value;
        }
    }
    std::ranges::sort(told.labels, {}, &AlertLabel::name);
    return told;
}

void AlertBookFixture::take(const QString& source, const AlertReport& report)
{
    book.take(source, report, clock.now());
    book.flush();
}

void AlertBookFixture::whole(const QString& source, std::vector<AlertObservation> alerts)
{
    AlertReport report;
    report.isWhole = true;
    report.alerts = std::move(alerts);
    take(source, report);
}

void AlertBookFixture::part(const QString& source, std::vector<AlertObservation> alerts)
{
    AlertReport report;
    report.alerts = std::move(alerts);
    take(source, report);
}

void AlertBookFixture::pass(Millis time)
{
    for (; time > 0ms; time -= 1s) {
        clock.advance(std::min<Millis>(time, 1s));
        book.tick();
    }
    book.flush();
}

QString AlertBookFixture::turns()
{
    QStringList names;
    for (; m_asked < events.size(); ++m_asked) {
        names << alertEventKindName(events[m_asked].kind);
    }
    return names.join(QLatin1Char(' '));
}

QString AlertBookFixture::all() const
{
    QStringList shown;
    for (const Alert& alert : book.alerts()) {
        if (!alert.key.isEmpty()) {
            shown << QStringLiteral("%1/%2:%3")
                         .arg(alert.name, alert.place.subject.name, alertStateName(alert.state));
        }
    }
    shown.sort();
    return shown.join(QLatin1Char(' '));
}

const Alert& AlertBookFixture::only() const
{
    const Alert* found = nullptr;
    for (const Alert& alert : book.alerts()) {
        if (!alert.key.isEmpty()) {
            Q_ASSERT(found == nullptr);
            found = &alert;
        }
    }
    static const Alert none;
    return found != nullptr ? *found : none;
}

QString AlertBookFixture::holds(const Alert& alert)
{
    QStringList names;
    for (const AlertHold& hold : alert.holds) {
        names << alertHoldName(hold.kind);
    }
    return names.join(QLatin1Char(' '));
}

} // namespace stowage::test
