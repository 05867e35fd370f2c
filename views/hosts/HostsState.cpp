// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/HostsState.h"

#include "models/core/Listed.h"
#include "models/hosts/HostBook.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostsState)
};

using Kind = HostsState::Kind;
using Todo = HostsState::Todo;

const QString RefreshKey = QStringLiteral("r");
const QString SourcesKey = QStringLiteral("5");

/// The sources that hosts come from, as they stand.
struct Tellers
{
    std::vector<const SourceStatus*> all;
    std::vector<const SourceStatus*> silent; ///< that told, or should have, and do not answer
    std::vector<const SourceStatus*> waiting;
};

bool isSilent(const SourceStatus& source)
{
    return source.state == Freshness::Offline || source.state == Freshness::Stale ||
           (source.state == Freshness::Unseen && source.error);
}

/// A hub or a Prometheus is asked for hosts; of others those count that have told of some.
Tellers tellersOf(const HostBook& book)
{
    QSet<QString> told;
    for (const Host& host : book.hosts()) {
        for (const HostSubject& subject : host.subjects) {
            told.insert(subject.key.source);
        }
    }
    Tellers tellers;
    for (const Source& source : book.fleet().sources()) {
        const SourceStatus& status = source.status;
        const bool isAsked = status.kind == u"beszel" || status.kind == u"prometheus" ||
                             status.capabilities.contains(QStringLiteral("hosts"));
        if (!source.isAlive || (!isAsked && !told.contains(status.id))) {
            continue;
        }
        tellers.all.push_back(&status);
        if (isSilent(status)) {
            tellers.silent.push_back(&status);
        } else if (!status.settled && status.state == Freshness::Unseen) {
            tellers.waiting.push_back(&status);
        }
    }
    return tellers;
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

HostsState state(Kind kind, Status status, const QString& what, const QString& reason, Todo todo,
                 const QString& source = {})
{
    Notice notice{status, what, reason, {}, {}};
    switch (todo) {
    case Todo::CopyExample:
        notice.todo = Words::tr("Copy an example");
        break;
    case Todo::Refresh:
        notice.todo = Words::tr("Read anew");
        notice.todoKey = RefreshKey;
        break;
    case Todo::SeeSources:
        notice.todo = source.isEmpty() ? Words::tr("Go to Sources") : Words::tr("Go to %1").arg(source);
        notice.todoKey = source.isEmpty() ? SourcesKey : QString();
        break;
    }
    return {kind, notice, todo, source};
}

QString namesOf(const std::vector<const SourceStatus*>& sources)
{
    QStringList names;
    for (const SourceStatus* source : sources) {
        names << (source->progress.isEmpty() ? source->id
                                             : QStringLiteral("%1 (%2)").arg(source->id, source->progress));
    }
    return listed(names);
}

HostsState withoutHosts(const Tellers& tellers, Timestamp waitingSince, Timestamp now)
{
    if (tellers.all.empty()) {
        return state(Kind::Empty, Status::NotSeen, Words::tr("No source tells of hosts"),
                     Words::tr("The profile names no hub and no Prometheus. Add a source of kind \"beszel\" "
                               "or \"prometheus\" under \"sources\" and start again."),
                     Todo::CopyExample);
    }
    if (!tellers.waiting.empty()) {
        return state(Kind::Loading, Status::NotSeen, Words::tr("Reading the hosts"),
                     //: %1 is a duration, %2 one or more names
                     Words::tr("Waiting for %1 for the first answer of %2.")
                         .arg(formatDuration(now - waitingSince), namesOf(tellers.waiting)),
                     Todo::SeeSources);
    }
    if (!tellers.silent.empty()) {
        const SourceStatus& failed = *tellers.silent.front();
        return state(Kind::Failed, Status::Critical,
                     Words::tr("No host can be shown: %1 failed").arg(failed.id), why(failed, now),
                     Todo::Refresh);
    }
    return state(Kind::Empty, Status::NotSeen, Words::tr("No host is known"),
                 Words::tr("%1 answered, but lists no system. Add one there, or see what this account may "
                           "look at.")
                     .arg(namesOf(tellers.all)),
                 Todo::SeeSources);
}

} // namespace

HostsState judgeHosts(const HostBook& book, Timestamp waitingSince, Timestamp now)
{
    const Tellers tellers = tellersOf(book);
    Timestamp newest{};
    bool isAny = false;
    for (const Host& host : book.hosts()) {
        isAny = isAny || host.isAlive;
        newest = host.isAlive ? std::max(newest, host.seenAt) : newest;
    }
    if (!isAny) {
        return withoutHosts(tellers, waitingSince, now);
    }
    if (tellers.silent.empty()) {
        return {};
    }
    const SourceStatus& worst = *tellers.silent.front();
    if (tellers.silent.size() == tellers.all.size()) {
        return state(Kind::Stale, Status::Warning,
                     newest == Timestamp{} ? Words::tr("What you see is from before")
                                           //: %1 is a duration
                                           : Words::tr("What you see is %1 old").arg(words::age(newest, now)),
                     Words::tr("%1 does not answer. %2").arg(worst.id, why(worst, now)), Todo::SeeSources,
                     worst.id);
    }
    return state(Kind::Partial, Status::Warning, Words::tr("%1 does not answer").arg(worst.id),
                 Words::tr("Hosts that only it knows are shown as they were. %1").arg(why(worst, now)),
                 Todo::SeeSources, worst.id);
}

QString exampleHostSource()
{
    return QStringLiteral(
        R"({ "id": "hub", "kind": "beszel", "url": "http://127.0.0.1:8090", "auth": { "password": { "user": "ops@example.test", "password": { "env": "HUB_PASSWORD" } } } })");
}

} // namespace stowage
