// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/IncidentFacts.h"

#include "models/core/Listed.h"
#include "models/metrics/MetricInfo.h"
#include "views/now/IncidentWords.h"
#include "views/now/ShownAlerts.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IncidentFacts)
};

constexpr int MostSubjects = 5;

bool isWorse(const IncidentMember& a, const IncidentMember& b)
{
    if (a.isOpen != b.isOpen) {
        return a.isOpen;
    }
    return a.severity > b.severity;
}

QString number(double value)
{
    return QLocale(QLocale::English).toString(value, 'g', 4);
}

/// As a number of its own: 5 is not said by "eu-b-15".
bool isSaid(const QString& number, const QString& text)
{
    const auto at = [&text](qsizetype place) {
        return place >= 0 && place < text.size() ? text[place] : QChar(u' ');
    };
    const auto isOfWord = [](QChar each) {
        return each.isLetterOrNumber() || each == u'_';
    };
    for (qsizetype from = text.indexOf(number); from >= 0; from = text.indexOf(number, from + 1)) {
        const QChar before = at(from - 1);
        const qsizetype to = from + number.size();
        const bool begins = !isOfWord(before) && before != u'.' && before != u'-';
        const bool ends = !isOfWord(at(to)) && !(at(to) == u'.' && at(to + 1).isDigit());
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

QString measured(const Alert& alert)
{
    if (!alert.value) {
        return {};
    }
    const QString value = number(*alert.value);
    const QString unit = alert.unit.isEmpty() ? QString() : QLatin1Char(' ') + alert.unit;
    return alert.threshold ? Words::tr("%1, limit %2").arg(value + unit, number(*alert.threshold) + unit)
                           : value + unit;
}

QString when(Timestamp at, Timestamp now)
{
    return Words::tr("%1, %2 ago").arg(words::utcTime(at, now), words::age(at, now));
}

QString subjectsOf(const Incident& incident)
{
    QStringList names;
    for (const AlertSubject& subject : incident.subjects) {
        if (names.size() == MostSubjects) {
            names << Words::tr("%Ln more", nullptr,
                               static_cast<int>(incident.subjects.size()) - MostSubjects);
            break;
        }
        names << words::clipped(subject.name, 80);
    }
    return names.isEmpty() ? Words::tr("none that is known") : listed(names);
}

QString allSubjects(const Incident& incident)
{
    constexpr size_t Most = 60;
    QStringList names;
    for (const AlertSubject& subject : incident.subjects) {
        names << subject.name;
        if (names.size() == Most) {
            break;
        }
    }
    return listed(names);
}

} // namespace

QString symptomOf(const Incident& incident, const ShownAlerts& alerts)
{
    const auto worst = std::ranges::min_element(incident.members, isWorse);
    if (worst == incident.members.end()) {
        return Words::tr("No alert is left in it.");
    }
    const Alert* alert = alerts.find(worst->alert);
    QString text = alert != nullptr && !alert->summary.isEmpty() ? words::clipped(alert->summary)
                                                                 : words::clipped(worst->name);
    const QString value = alert != nullptr ? measured(*alert) : QString();
    if (!value.isEmpty() && !isSaid(number(*alert->value), text)) {
        //: what an alert says, and what was measured
        text = Words::tr("%1 (%2)").arg(text, value);
    }
    QSet<QString> kinds;
    for (const IncidentMember& member : incident.members) {
        kinds.insert(member.name);
    }
    return kinds.size() <= 1
               ? text
               : Words::tr("%1 · and %n other kinds of alert", nullptr, static_cast<int>(kinds.size()) - 1)
                     .arg(text);
}

QString doubtOf(const Incident& incident)
{
    if (incident.state == IncidentState::Unknown) {
        return Words::tr("State unknown: the sources that told of it do not answer. It may stand or be over; "
                         "silence is not taken for an end.");
    }
    const auto unknown = std::ranges::count_if(incident.members, &IncidentMember::isUnknown);
    return incident.isOpen() && unknown > 0
               ? Words::tr("Of %Ln of its alerts nobody knows whether they stand: their sources are silent.",
                           nullptr, static_cast<int>(unknown))
               : QString();
}

std::vector<Detail> incidentDetails(const Incident& incident, Timestamp now)
{
    std::vector<Detail> details;
    details.push_back({Words::tr("Opened"), when(incident.openedAt, now), false, Token::Text,
                       words::localTime(incident.openedAt)});
    if (!incident.isOpen()) {
        details.push_back({Words::tr("Resolved"),
                           Words::tr("%1, after %2")
                               .arg(words::utcTime(incident.resolvedAt, now),
                                    formatDuration(incident.resolvedAt - incident.openedAt)),
                           false, Token::Text, words::localTime(incident.resolvedAt)});
    }
    if (incident.reopened > 0) {
        details.push_back({Words::tr("Reopened"),
                           Words::tr("%n times", nullptr, static_cast<int>(incident.reopened)), false,
                           Token::Text, Words::tr("It was over and came again.")});
    }
    details.push_back(
        {Words::tr("Subjects"), subjectsOf(incident), false, Token::Text, allSubjects(incident)});
    if (!incident.zone.isEmpty()) {
        details.push_back({Words::tr("Zone"), incident.zone, false, Token::Text, {}});
    }
    if (incident.told > incident.members.size()) {
        details.push_back(
            {Words::tr("Folded"),
             Words::tr("%Ln messages in one incident", nullptr, static_cast<int>(incident.told)), false,
             Token::Text, Words::tr("Every firing of every alert, by everyone who told it.")});
    }
    return details;
}

std::vector<Detail> personDetails(const Incident& incident, Timestamp now)
{
    std::vector<Detail> details;
    const bool isWanted = incident.owner.isEmpty() && incident.isOpen();
    details.push_back({Words::tr("Owner"),
                       isWanted ? Words::tr("nobody yet") : incident.owner,
                       false,
                       isWanted ? Token::Warning : Token::Text,
                       {}});
    if (!isWanted && incident.owner.isEmpty()) {
        details.back().value = Words::tr("nobody had it");
    }
    const bool isSeen = incident.acknowledgedAt != Timestamp{};
    details.push_back({Words::tr("Acknowledged"),
                       isSeen ? Words::tr("by %1, %2 ago")
                                    .arg(incident.acknowledgedBy, words::age(incident.acknowledgedAt, now))
                              : Words::tr("not yet"),
                       false, Token::Text, isSeen ? words::localTime(incident.acknowledgedAt) : QString()});
    if (!incident.note.isEmpty()) {
        details.push_back({Words::tr("Note"), words::clipped(incident.note), false, Token::Text, {}});
    }
    if (incident.isMuted(now)) {
        details.push_back({Words::tr("Muted"),
                           Words::tr("until %1, %2 left, by %3")
                               .arg(words::utcTime(incident.mutedUntil, now),
                                    formatDuration(incident.mutedUntil - now), incident.mutedBy),
                           false, Token::Text, words::localTime(incident.mutedUntil)});
    }
    return details;
}

std::vector<TouchedThing> touchedBy(const Incident& incident, size_t most)
{
    std::vector<TouchedThing> things;
    for (const AlertSubject& subject : incident.subjects) {
        QString page;
        QString item = subject.name;
        switch (subject.kind) {
        case SubjectKind::Host:
        case SubjectKind::Service:
            page = QStringLiteral("hosts");
            break;
        case SubjectKind::Source:
            page = QStringLiteral("sources");
            break;
        case SubjectKind::Image:
            page = QStringLiteral("placement");
            item = QStringLiteral("image/") + subject.name;
            break;
        case SubjectKind::Unknown:
        case SubjectKind::Zone:
        case SubjectKind::Stowage:
            break;
        }
        if (!page.isEmpty() && things.size() < most) {
            things.push_back({subject.name, {page, item}});
        }
    }
    return things;
}

} // namespace stowage
