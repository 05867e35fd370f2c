// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/hosts/HostFixture.h"

namespace stowage::test {

HostFixture::HostFixture(const std::vector<HostNames>& names) : book(fleet, clock, names)
{
    status(QStringLiteral("hub"), Freshness::Live, clock.now());
    status(QStringLiteral("prom"), Freshness::Live, clock.now());
}

Delta HostFixture::now(const QString& source) const
{
    Delta delta = from(source);
    delta.at = clock.now();
    return delta;
}

HostObservation HostFixture::machine(const QString& subject, const QString& name, const QString& address)
{
    HostObservation observation;
    observation.subject = subject;
    observation.identity.name = name;
    observation.state = HostState::Up;
    if (!address.isEmpty()) {
        observation.identity.addresses << address;
    }
    return observation;
}

void HostFixture::tell(const QString& source, HostObservation observation)
{
    Delta delta = now(source);
    observation.at = observation.at == Timestamp{} ? clock.now() : observation.at;
    delta.hosts.push_back(std::move(observation));
    book.apply(delta);
}

void HostFixture::remove(const QString& source, const QString& subject)
{
    Delta delta = now(source);
    delta.removedHosts.push_back(subject);
    book.apply(delta);
}

void HostFixture::sample(const QString& source, const QString& subject, const QString& metric, double value,
                         Millis span)
{
    Delta delta = now(source);
    delta.samples.push_back({{{source, subject}, metric}, span, false, {{clock.now(), value, value}}, {}});
    book.apply(delta);
}

void HostFixture::quarantine(const QString& source, const QString& subject, const QString& metric,
                             double value)
{
    Delta delta = now(source);
    delta.samples.push_back({{{source, subject}, metric},
                             std::chrono::minutes(1),
                             false,
                             {},
                             {{{clock.now(), value, value}, SampleReason::AboveDevice}}});
    book.apply(delta);
}

const Host& HostFixture::host(const QString& source, const QString& subject) const
{
    return book.host(*book.find(SubjectKey{source, subject}));
}

QString HostFixture::all() const
{
    QStringList names;
    for (const Host& each : book.hosts()) {
        if (each.isAlive) {
            names << QStringLiteral("%1:%2").arg(each.name).arg(each.subjects.size());
        }
    }
    names.sort();
    return names.join(u' ');
}

} // namespace stowage::test
