// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/MicroResponse.h"
#include "app/demo/prometheus/DemoRules.h"

#include <QByteArrayList>

namespace stowage {

/// A silence of the simulated Alertmanager: of one label's value.
struct DemoSilence
{
    QByteArray id;
    QByteArray label;
    QByteArray value;
    QByteArray createdBy;
    QByteArray comment;
    Millis startsAt{0}; ///< on the world's clock
    Millis endsAt{0};
};

/// An alert as the simulated Alertmanager holds it.
struct DemoStandingAlert
{
    DemoRuleAlert alert;
    QByteArray fingerprint;
    Millis sentAt{0}; ///< when it was sent to it last, on the world's clock
    QByteArrayList silencedBy;
    QByteArrayList inhibitedBy;

    bool isSuppressed() const { return !silencedBy.isEmpty() || !inhibitedBy.isEmpty(); }
};

/// An answer as the API gives it: JSON with a line's end.
MicroResponse alertmanagerAnswer(const QByteArray& json);
MicroResponse alertmanagerNotFound(const QByteArray& path);

/// The pages; `began`: the world's. The generator is where Prometheus can be looked at.
QByteArray alertsJson(const std::vector<DemoStandingAlert>& alerts, Timestamp began,
                      const QByteArray& generator);
QByteArray alertGroupsJson(const std::vector<DemoStandingAlert>& alerts, Timestamp began,
                           const QByteArray& generator);
QByteArray silencesJson(const std::vector<DemoSilence>& silences, Timestamp began, Millis now);
QByteArray alertmanagerStatusJson(Timestamp startedAt);

} // namespace stowage
