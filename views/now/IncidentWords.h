// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Alert.h"
#include "models/alerts/Incident.h"
#include "views/widgets/Status.h"

namespace stowage {

/// How long it has been open, or was.
Millis lengthOf(const Incident& incident, Timestamp now);

namespace words {

// Incidents and alerts for a reader, and which mark stands beside them.

Status statusOf(AlertSeverity severity);
Status statusOf(const Incident& incident);
Status statusOf(const Alert& alert);

/// No more of a text than anybody reads: a source may tell a megabyte, and eliding that takes its time.
QString clipped(const QString& text, qsizetype most = 400);

/// One word for how it stands: "critical", "unknown", "resolved".
QString incidentState(const Incident& incident);

/// What the second line says: the word, who has seen it, how long it is muted, then subjects and source.
QString incidentDetail(const Incident& incident, Timestamp now);

/// "31 alerts".
QString alertCount(int alerts);

/// All of a row in one line, for tooltips and for who reads the screen aloud.
QString incidentInWords(const Incident& incident, int alerts, Timestamp now);

/// "03:01": of another day with the date.
QString shortTime(Timestamp at, Timestamp now);

} // namespace words
} // namespace stowage
