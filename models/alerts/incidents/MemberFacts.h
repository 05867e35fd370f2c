// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"
#include "models/alerts/incidents/TextKey.h"

#include <QSet>

#include <memory>
#include <span>

namespace stowage {

struct Alert;

/// What alerts are joined by, taken from IncidentRules once.
struct JoiningNames
{
    QSet<QString> labels;
    QSet<QString> alone;
    QSet<QString> gone;
    QSet<QString> ofLostCopies;
    QSet<QString> darkLines;
};

/// What an incident keeps of one of its alerts, as its latest firing told it. Texts are bounded.
struct MemberFacts
{
    static constexpr qsizetype LongestText = 512;
    static constexpr size_t MostLabels = 32;
    static constexpr size_t MostTouches = 16;

    QString alert; ///< Alert::key
    QString name;
    QString source;
    QString summary;
    AlertSeverity severity = AlertSeverity::Warning;
    AlertPlace place;
    std::vector<AlertLabel> labels; ///< joining and figures first to be kept

    // The same as numbers, for joining and weighing, computed once.
    TextKey kindKey = 0; ///< of the name; one for all names that say that the subject is gone
    TextKey sourceKey = 0;
    TextKey subjectKey = 0; ///< 0: nothing that others could share
    TextKey zoneKey = 0;
    std::vector<AlertSubject> touched; ///< place.touches, and what joining labels name
    std::vector<TextKey> touchKeys;    ///< as touched
    std::vector<TextKey> labelKeys;    ///< of joining labels
    int causeRank = 0;                 ///< see AlertPhrases.h
    double singleLayers = 0;           ///< it tells of: with one copy left
    double lostLayers = 0;             ///< likewise: with none
    TextKey placeKey = 0;              ///< of the subject, whoever it is
    TextKey effectKey = 0;   ///< what it is an effect of where that is known; 0: it may be anything's
    bool isGone = false;     ///< its subject does not answer, see IncidentRules::gone
    bool isDarkLine = false; ///< others do not reach its subject, see IncidentRules::darkLines
    bool isAlone = false;    ///< joins nobody, see IncidentRules::alone

    bool isHost() const { return place.subject.kind == SubjectKind::Host; }
    /// The value of a label; empty when there is none.
    QString label(QLatin1String labelName) const;
    /// A label that is a plain number and not negative; 0 otherwise.
    double figure(QLatin1String labelName) const;
    /// Computes the numbers.
    void index(const JoiningNames& joining);
    /// Whether an event tells the same.
    bool tells(const AlertEvent& event) const;
    /// Whether an alert's words and labels are the same at present.
    bool tells(const Alert& now) const;
    /// Takes them over as far as an incident's words need them: how it is joined stays as it is.
    void retell(const Alert& now);
};

using MemberFactsPtr = std::shared_ptr<const MemberFacts>;

MemberFactsPtr memberFacts(const AlertEvent& event, const JoiningNames& joining);

TextKey subjectKeyOf(const AlertSubject& subject);

/// How many messages a source says to have sent for an episode so far: the label "messages" where it has one,
/// as a Beszel hub's alerts have of which each user gets one; else 1.
quint32 messagesOf(const std::vector<AlertLabel>& labels);

} // namespace stowage
