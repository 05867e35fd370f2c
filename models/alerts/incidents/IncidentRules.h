// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QStringList>

namespace stowage {

/// How alerts are brought together into incidents. The defaults were tuned on one half of the labelled storms
/// in tests/models/incidents and are held against the other half.
struct IncidentRules
{
    using Minutes = std::chrono::minutes;

    /// Events may come this much after later ones, and the incidents are the same as if they had not.
    Millis lateness = Minutes(2);

    /// An alert that fires again this soon after its last turn belongs where it did before.
    Millis sameAlert = Minutes(120);
    /// One more alert of a subject, after the last that fired: while one of that subject still stands in the
    /// incident, and when none does.
    Millis subjectOpen = Minutes(60);
    Millis subjectClosed = Minutes(20);
    /// What fails with what failed: the host's peer, its registry, its images.
    Millis topology = Minutes(20);
    /// Labels that name a cause, see joiningLabels.
    Millis labels = Minutes(5);
    /// Alerts of one name, or of one zone, that nothing else explains.
    Millis collective = Minutes(5);
    quint32 sameNameSubjects = 3; ///< so many subjects with it are one thing
    quint32 zoneHosts = 4;        ///< so many hosts of a zone are the zone

    /// New alerts of a source that nothing explains: a storm begins when there are more than `stormOver` of
    /// them within `storm`, and ends when there are fewer than `stormUnder`.
    Millis storm = Minutes(10);
    quint32 stormOver = 10;
    quint32 stormUnder = 5;

    /// What is told again this soon after all had ended opens the incident again.
    Millis reopen = Minutes(30);

    /// How long resolved incidents are kept, and how many at most.
    Millis keep = Minutes(48 * 60);
    quint32 keepAtMost = 2'000;

    /// Labels whose value names what alerts have in common, whatever the alerts are called.
    QStringList joiningLabels = defaultJoiningLabels();
    /// Names of alerts that stand for themselves, however near they are to others: "certificate-ends".
    QStringList alone = defaultAlone();

    /// Names of alerts that come of lost copies, and of nothing else: they belong to what lost them.
    QStringList ofLostCopies = defaultOfLostCopies();
    /// Names of alerts of a source that others cannot reach: of whom that source then says that it is gone,
    /// that belongs to it.
    QStringList darkLines = defaultDarkLines();
    /// Names of alerts whose subject does not answer, whoever tells it and however it calls that: one kind.
    QStringList gone = defaultGone();

    static QStringList defaultJoiningLabels();
    static QStringList defaultAlone();
    static QStringList defaultDarkLines();
    static QStringList defaultGone();
    static QStringList defaultOfLostCopies();
};

} // namespace stowage
