// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBook.h"
#include "tests/support/ManualClock.h"

#include <QHash>

namespace stowage::test {

/// Subjects are hosts of their own names; one of no name is its source.
class NamedPlaces final : public AlertPlaces
{
public:
    AlertPlace place(const QString& source, const AlertObservation& observation) const override;

    QSet<QString> unknown; ///< subjects that nobody knows yet
};

/// A book of alerts and a short way to tell it some.
class AlertBookFixture
{
public:
    explicit AlertBookFixture(AlertPolicy policy = patient());

    ManualClock clock;
    NamedPlaces places;
    AlertBook book;
    std::vector<AlertEvent> events; ///< all that happened

    /// Nothing is held back by itself.
    static AlertPolicy patient();

    /// "CPU" of "n1" as a hub tells it; began a minute ago.
    AlertObservation of(const QString& name, const QString& subject,
                        AlertPhase phase = AlertPhase::Firing) const;
    /// As Prometheus and Alertmanager tell it: "TargetDown instance=n1:9100 job=node".
    AlertObservation labelled(const QString& text, AlertPhase phase = AlertPhase::Firing) const;

    /// All that stands by this source.
    void whole(const QString& source, std::vector<AlertObservation> alerts);
    /// Only these have changed.
    void part(const QString& source, std::vector<AlertObservation> alerts);
    void take(const QString& source, const AlertReport& report);

    /// Moves time, a tick a second.
    void pass(Millis time);

    /// What happened since it was last asked: "fired ended".
    QString turns();
    /// Each alert with how it stands, by name and subject: "CPU/n1:firing".
    QString all() const;
    /// The only alert there is.
    const Alert& only() const;
    /// "cooldown silenced"
    static QString holds(const Alert& alert);

private:
    size_t m_asked = 0;
};

} // namespace stowage::test
