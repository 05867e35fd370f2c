// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/NowState.h"

#include "models/core/Listed.h"
#include "models/fleet/Fleet.h"
#include "models/hosts/HostBook.h"
#include "views/now/IncidentWords.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NowState)
};

using Kind = NowState::Kind;
using Todo = NowState::Todo;

/// The sources, as they stand: every one of them is watched, by its own alerts or by Stowage's rules.
struct Watched
{
    std::vector<const SourceStatus*> all;
    std::vector<const SourceStatus*> silent;
    std::vector<const SourceStatus*> waiting;
};

bool tellsOfAlerts(const SourceStatus& source)
{
    return source.kind == u"alertmanager" || source.kind == u"prometheus" || source.kind == u"beszel" ||
           source.capabilities.contains(QStringLiteral("alerts"));
}

Watched watchedOf(const Fleet& fleet)
{
    Watched watched;
    for (const Source& source : fleet.sources()) {
        const SourceStatus& status = source.status;
        if (!source.isAlive) {
            continue;
        }
        watched.all.push_back(&status);
        const bool isWaiting = status.state == Freshness::Unseen && !status.error && !status.settled;
        if (isWaiting) {
            watched.waiting.push_back(&status);
        } else if (status.state != Freshness::Live) {
            watched.silent.push_back(&status);
        }
    }
    // Whose silence hides alerts is named first.
    std::stable_partition(watched.silent.begin(), watched.silent.end(),
                          [](const SourceStatus* source) { return tellsOfAlerts(*source); });
    return watched;
}

QString why(const SourceStatus& source, Timestamp now)
{
    if (source.error) {
        return words::sentence(words::reason(*source.error));
    }
    return source.lastAnswer == Timestamp{}
               ? Words::tr("It has not answered yet.")
               : Words::tr("Its last answer was %1 ago.").arg(words::age(source.lastAnswer, now));
}

QString namesOf(const std::vector<const SourceStatus*>& sources)
{
    QStringList names;
    std::ranges::transform(sources, std::back_inserter(names), &SourceStatus::id);
    return listed(names);
}

NowState state(Kind kind, Status status, const QString& what, const QString& reason, Todo todo,
               const QString& source = {})
{
    Notice notice{status, what, reason, {}, {}};
    if (todo == Todo::Refresh) {
        notice.todo = Words::tr("Read anew");
        notice.todoKey = QStringLiteral("r");
    } else if (todo == Todo::SeeSources) {
        notice.todo = source.isEmpty() ? Words::tr("Go to Sources") : Words::tr("Go to %1").arg(source);
        notice.todoKey = source.isEmpty() ? QStringLiteral("5") : QString();
    }
    return {kind, notice, todo, source};
}

/// "48 hosts, 6 sources and Stowage's own rules".
QString watchedInWords(const NowFigures& figures, const Watched& watched)
{
    int hosts = 0;
    if (figures.hosts != nullptr) {
        hosts = static_cast<int>(std::ranges::count_if(figures.hosts->hosts(), &Host::isAlive));
    }
    const QString sources = Words::tr("%n sources", nullptr, static_cast<int>(watched.all.size()));
    return hosts > 0 ? Words::tr("%1 and %2").arg(Words::tr("%Ln hosts", nullptr, hosts), sources) : sources;
}

NowState calm(const NowFigures& figures, const Watched& watched, Timestamp since)
{
    if (watched.all.empty()) {
        return state(Kind::Calm, Status::NotSeen, Words::tr("Nothing is watched"),
                     Words::tr("The profile names no source, so nothing can be found wrong."),
                     Todo::SeeSources);
    }
    const bool hasTellers =
        std::ranges::any_of(watched.all, [](const SourceStatus* source) { return tellsOfAlerts(*source); });
    //: %1 "48 hosts and 6 sources", %2 a time
    QString reason = Words::tr("Watching %1 since %2.")
                         .arg(watchedInWords(figures, watched), words::utcTime(since, figures.now));
    if (!hasTellers) {
        reason += QLatin1Char(' ') + Words::tr("No source tells of alerts: only Stowage's own rules judge.");
    }
    return state(Kind::Calm, Status::Fine, Words::tr("Nothing is wrong"), reason, Todo::None);
}

NowState silence(const Watched& watched, bool hasAny, Timestamp now)
{
    const SourceStatus& worst = *watched.silent.front();
    if (watched.silent.size() == watched.all.size()) {
        if (!hasAny) {
            return state(Kind::Failed, Status::Critical,
                         Words::tr("Nobody can say what is wrong: no source answers"),
                         Words::tr("%1: %2").arg(worst.id, why(worst, now)), Todo::Refresh);
        }
        return state(Kind::Stale, Status::Warning, Words::tr("What you see is from before"),
                     Words::tr("No source answers. %1: %2").arg(worst.id, why(worst, now)), Todo::SeeSources,
                     worst.id);
    }
    const QString what = watched.silent.size() == 1
                             ? Words::tr("%1 does not answer").arg(worst.id)
                             : Words::tr("%1 do not answer").arg(namesOf(watched.silent));
    const QString hides = tellsOfAlerts(worst)
                              ? Words::tr("What it told is unknown, not over; what it would tell is missing.")
                              : Words::tr("What it would tell is missing.");
    return state(Kind::Partial, Status::Warning, what, hides + QLatin1Char(' ') + why(worst, now),
                 Todo::SeeSources, worst.id);
}

} // namespace

NowState judgeNow(const NowFigures& figures, int shown, Timestamp since)
{
    const Watched watched = watchedOf(figures.fleet);
    if (!watched.waiting.empty() && shown == 0) {
        return state(Kind::Loading, Status::NotSeen, Words::tr("Asking what is wrong"),
                     //: %1 is a duration, %2 one or more names
                     Words::tr("Waiting for %1 for the first answer of %2.")
                         .arg(formatDuration(figures.now - since), namesOf(watched.waiting)),
                     Todo::SeeSources);
    }
    if (!watched.silent.empty()) {
        return silence(watched, shown > 0, figures.now);
    }
    return figures.incidents.open() == 0 ? calm(figures, watched, since) : NowState{};
}

} // namespace stowage
