// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmWords.h"

#include "models/core/Listed.h"
#include "models/placement/PrewarmFitness.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Prewarm)
};

/// What is scarce among the pieces that the move fetches.
QString scarcity(const PrewarmStock& now, const PrewarmMove& move)
{
    int shortOfCopies = 0;
    int shortOfZones = 0;
    std::optional<quint32> scarcest;
    quint32 wantedZones = 0;
    for (const quint32 piece : move.pieces) {
        if (now.copies(piece) < now.goal(piece).copies) {
            ++shortOfCopies;
            scarcest = !scarcest || now.copies(piece) < now.copies(*scarcest) ? piece : *scarcest;
        } else if (now.zonesOf(piece) < now.goal(piece).zones) {
            ++shortOfZones;
            wantedZones = std::max(wantedZones, now.goal(piece).zones);
        }
    }
    if (!scarcest) {
        return Words::tr("%n part(s) in fewer than %1 zones", nullptr, shortOfZones).arg(wantedZones);
    }
    const quint32 wanted = now.goal(*scarcest).copies;
    //: part: a layer, config or manifest of an image
    return now.copies(*scarcest) == 0
               ? Words::tr("%n part(s) below %1 copies, the scarcest on no node", nullptr, shortOfCopies)
                     .arg(wanted)
               : Words::tr("%n part(s) below %1 copies, the scarcest with %2", nullptr, shortOfCopies)
                     .arg(wanted)
                     .arg(now.copies(*scarcest));
}

QString uptimeWords(Millis uptime)
{
    if (uptime >= 24h) {
        return Words::tr("up for more than a day");
    }
    return uptime >= 1h ? Words::tr("up for more than an hour") : Words::tr("up for less than an hour");
}

/// What is known for or against the node; nothing that nobody told.
QStringList worthWords(const NodeWorth& worth)
{
    QStringList words;
    if (!isSteady(worth)) {
        words << Words::tr("not steady, but the steady nodes do not suffice");
    }
    if (worth.uptime) {
        words << uptimeWords(*worth.uptime);
    }
    if (worth.vanished) {
        words << (*worth.vanished == 0
                      ? Words::tr("never seen to vanish")
                      : Words::tr("vanished %n time(s)", nullptr, static_cast<int>(*worth.vanished)));
    }
    if (worth.restarts.value_or(0) > 0) {
        words << Words::tr("restarted %n time(s)", nullptr, static_cast<int>(*worth.restarts));
    }
    if (worth.freeBytes) {
        words << Words::tr("%1 free").arg(formatBytes(*worth.freeBytes));
    }
    return words;
}

QString nodeWords(const PrewarmStock& now, const PrewarmMove& move)
{
    const PrewarmProblem& problem = now.problem();
    const auto& node = problem.nodes[move.node];
    const size_t all = problem.targets[move.target].pieces.size();
    const size_t held = all - move.pieces.size();
    QStringList words{held == 0 ? Words::tr("%1 has nothing of it yet").arg(node.name)
                                //: %1 of %2 parts of an image lie on the node
                                : Words::tr("%3 has %1 of its %2 parts").arg(held).arg(all).arg(node.name)};
    return listed(words + worthWords(node.worth));
}

QString sourceWords(const PrewarmStock& now, const PrewarmMove& move)
{
    const PrewarmProblem& problem = now.problem();
    QStringList peers;
    bool readsUpstream = false;
    for (const PrewarmMove::Supply& supply : move.supplies) {
        if (supply.holder) {
            peers << problem.nodes[*supply.holder].name;
        } else {
            readsUpstream = true;
        }
    }
    const QString& upstream = problem.targets[move.target].image.source;
    QString from;
    if (peers.isEmpty()) {
        from = Words::tr("from %1, since no live node holds it").arg(upstream);
    } else if (readsUpstream) {
        from = Words::tr("from %1, and from %2 what no live node holds").arg(someNames(peers), upstream);
    } else {
        from = Words::tr("from %1").arg(someNames(peers));
    }
    //: a seed is the first node of a zone to have something; the others of the zone fetch it from there
    return move.isSeed ? Words::tr("seed of %1, %2").arg(zoneWords(problem.nodes[move.node].zone), from)
                       : from;
}

} // namespace

QString prewarmReason(const PrewarmStock& now, const PrewarmMove& move)
{
    return QStringList{scarcity(now, move), nodeWords(now, move), sourceWords(now, move)}.join(
        QStringLiteral("; "));
}

QString someNames(const QStringList& names)
{
    if (names.size() <= 1) {
        return names.value(0);
    }
    if (names.size() == 2) {
        return Words::tr("%1 and %2").arg(names[0], names[1]);
    }
    return Words::tr("%1, %2 and %n more", nullptr, static_cast<int>(names.size() - 2))
        .arg(names[0], names[1]);
}

QString zoneWords(const QString& zone)
{
    return zone.isEmpty() ? Words::tr("the nodes without a zone") : Words::tr("zone %1").arg(zone);
}

} // namespace stowage
