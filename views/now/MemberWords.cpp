// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/MemberWords.h"

#include "models/alerts/AlertModel.h"
#include "models/alerts/incidents/IncidentMemberModel.h"
#include "models/core/Listed.h"
#include "views/now/IncidentWords.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MemberWords)
};

/// A person reads a few; a storm of witnesses is counted.
constexpr size_t MostWitnesses = 4;

/// A source may tell of one alert in many ways: each repository's, each user's copy.
QString witnesses(const Alert& alert, Timestamp now)
{
    struct Teller
    {
        QString source;
        int times = 0;
        bool isSilent = false;
        Timestamp seenAt{};
    };
    std::vector<Teller> tellers;
    for (const AlertWitness& witness : alert.witnesses) {
        auto known = std::ranges::find(tellers, witness.source, &Teller::source);
        if (known == tellers.end()) {
            known = tellers.insert(tellers.end(), {witness.source, 0, true, witness.seenAt});
        }
        ++known->times;
        known->isSilent = known->isSilent && witness.isSilent;
        known->seenAt = std::max(known->seenAt, witness.seenAt);
    }
    QStringList names;
    for (const Teller& teller : tellers) {
        QString name = teller.source;
        if (teller.times > 1) {
            name = QStringLiteral("%1 %L2×").arg(name).arg(teller.times);
        }
        if (teller.isSilent) {
            name = Words::tr("%1 (silent for %2)").arg(name, words::age(teller.seenAt, now));
        }
        names << name;
        if (names.size() == MostWitnesses && tellers.size() > MostWitnesses) {
            names << Words::tr("%Ln more", nullptr, static_cast<int>(tellers.size() - MostWitnesses));
            break;
        }
    }
    return names.isEmpty() ? QString() : Words::tr("told by %1").arg(listed(names));
}

QString holds(const Alert& alert, Timestamp now)
{
    QStringList reasons;
    for (const AlertHold& hold : alert.holds) {
        reasons << words::clipped(alertHoldText(hold, now), 120);
    }
    //: an alert that makes no noise, and why
    return reasons.isEmpty() ? QString() : Words::tr("held back: %1").arg(listed(reasons));
}

QString stateOf(const IncidentMember& member)
{
    return member.isUnknown ? alertStateText(AlertState::Unknown)
           : member.isOpen  ? alertStateText(AlertState::Firing)
                            : alertStateText(AlertState::Resolved);
}

Status statusOf(const IncidentMember& member)
{
    return member.isUnknown ? Status::NotSeen
           : member.isOpen  ? words::statusOf(member.severity)
                            : Status::Fine;
}

QString joinedParts(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

MemberRow alertRow(const IncidentMember& member, const Alert* alert, Timestamp now)
{
    MemberRow row;
    row.title = words::clipped(member.subject.name.isEmpty() ? member.name : member.subject.name);
    const QString fired = member.episodes > 1
                              ? Words::tr("fired %Ln times", nullptr, static_cast<int>(member.episodes))
                              : QString();
    const QString why = belongingText(member);
    if (alert == nullptr) {
        row.status = statusOf(member);
        row.state = Words::tr("%1 %2").arg(stateOf(member), words::age(member.last, now));
        row.below = joinedParts({fired, why});
        return row;
    }
    row.status = words::statusOf(*alert);
    row.beside = words::clipped(alert->summary);
    row.isHeld = alert->isHeldBack();
    const bool isOver = alert->state == AlertState::Resolved;
    const Timestamp since = isOver ? alert->endedAt : alert->since;
    row.state = alertStateText(alert->state);
    if (since != Timestamp{}) {
        //: how an alert stands and for how long: "firing 11 min"
        row.state = Words::tr("%1 %2").arg(row.state, words::age(since, now));
    }
    const QString flaps =
        alert->flappingSince == Timestamp{}
            ? QString()
            : Words::tr("flapping since %1").arg(words::shortTime(alert->flappingSince, now));
    row.below =
        joinedParts({holds(*alert, now), flaps, alert->isTransient ? Words::tr("transient") : QString(),
                     witnesses(*alert, now), fired, why});
    return row;
}

MemberRow kindRow(const QModelIndex& kind, Timestamp now)
{
    const int count = kind.data(IncidentMemberModel::CountRole).toInt();
    const int open = kind.data(IncidentMemberModel::OpenCountRole).toInt();
    const QString state = kind.data(IncidentMemberModel::StateRole).toString();
    const auto at = [&kind](int role) {
        return Timestamp{Millis{kind.data(role).toLongLong()}};
    };
    MemberRow row;
    row.status = state == u"unknown" ? Status::NotSeen
                 : state == u"open"
                     ? words::statusOf(severityOf(kind.data(IncidentMemberModel::SeverityRole).toString()))
                     : Status::Fine;
    row.title = words::clipped(kind.data(IncidentMemberModel::NameRole).toString());
    row.state = words::alertCount(count);
    const QString stand = state == u"unknown" ? Words::tr("unknown whether they stand")
                          : open == count     ? Words::tr("all stand")
                          : open == 0         ? Words::tr("all are over")
                                      //: %1 of %2 alerts
                                      : Words::tr("%L1 of %L2 stand").arg(open).arg(count);
    row.below = joinedParts(
        {stand, Words::tr("first %1").arg(words::shortTime(at(IncidentMemberModel::FirstRole), now)),
         Words::tr("latest %1").arg(words::shortTime(at(IncidentMemberModel::LastRole), now))});
    return row;
}

QString rowInWords(const MemberRow& row)
{
    const QString head = row.beside.isEmpty() ? row.title : Words::tr("%1: %2").arg(row.title, row.beside);
    return joinedParts({head, row.state, row.below});
}

} // namespace stowage
