// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertSeverity.h"
#include "models/core/Time.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace stowage {

/// A name and its value; text from outside, never rendered as HTML.
struct AlertLabel
{
    QString name;
    QString value;

    bool operator==(const AlertLabel&) const = default;
};

/// What a source says of an alert. That its source is silent is not among it: that is said of the source.
enum class AlertPhase : quint8
{
    Pending, ///< its condition holds, but not yet for long enough
    Firing,
    Ended, ///< its source says that it is over
};

QString alertPhaseName(AlertPhase phase); ///< "pending", "firing", "ended"

/// An alert as one source tells it now.
struct AlertObservation
{
    QString
        key; ///< the source's own lasting identity of it, unique within the source; the same after a restart
    QString name; ///< "TargetDown", "CPU", "node-gone"
    /// What two sources that tell of the same thing have in common: for Prometheus and Alertmanager the
    /// sorted labels as text, for a threshold of a hub empty. Empty: it is nobody else's.
    QString identity;
    AlertPhase phase = AlertPhase::Firing;
    AlertSeverity severity = AlertSeverity::Warning;
    QString subject; ///< as its source names it: Beszel's system id, an instance label, a node's name
    QString summary; ///< one line for a person; empty: the name has to do
    std::vector<AlertLabel> labels;      ///< by name, ascending; bounded by whoever reads them
    std::vector<AlertLabel> annotations; ///< likewise
    std::optional<double> threshold;
    std::optional<double> value; ///< measured; a hub's history tells the threshold only
    QString unit;                ///< of both, as MetricInfo knows it; empty: a plain number
    Timestamp startedAt{};       ///< by the source's clock; the epoch: not told
    Timestamp endedAt{};         ///< of Ended, likewise
    QStringList silencedBy;      ///< ids of silences
    QStringList inhibitedBy;     ///< fingerprints of the alerts that stand above it
    QString link;                ///< where its source shows it, http or https only; empty: nowhere

    bool operator==(const AlertObservation&) const = default;
};

} // namespace stowage
