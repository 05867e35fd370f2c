// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/SourcesState.h"

#include "models/core/Listed.h"
#include "models/fleet/Fleet.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {

namespace {

struct SourcesWords
{
    Q_DECLARE_TR_FUNCTIONS(SourcesState)
};

/// The sources, counted by what the page says of them.
struct Survey
{
    int all = 0;
    int asked = 0;  ///< that have not answered yet, nor failed
    int silent = 0; ///< that do not answer
    int stale = 0;
    int concerns = 0; ///< that are not fine
    const SourceStatus* worst = nullptr;
    Timestamp newest{};
    QStringList waiting;
};

Survey survey(const Fleet& fleet)
{
    Survey survey;
    for (const Source& source : fleet.sources()) {
        if (!source.isAlive) {
            continue;
        }
        const SourceStatus& status = source.status;
        ++survey.all;
        survey.newest = std::max(survey.newest, status.lastAnswer);
        survey.stale += status.state == Freshness::Stale ? 1 : 0;
        survey.silent += words::statusOf(status) == Status::Critical ? 1 : 0;
        if (!status.settled && status.state == Freshness::Unseen) {
            ++survey.asked;
            survey.waiting << status.id;
        }
        if (words::statusOf(status) != Status::Fine) {
            ++survey.concerns;
            const bool worse =
                survey.worst == nullptr || words::statusOf(status) < words::statusOf(*survey.worst);
            survey.worst = worse ? &status : survey.worst;
        }
    }
    return survey;
}

QString reasonOf(const SourceStatus& source, Timestamp now)
{
    if (source.error) {
        return words::sentence(words::reason(*source.error));
    }
    if (source.coverage && !source.coverage->complete) {
        return SourcesWords::tr("Not seen: %1.").arg(listed(source.coverage->unseen));
    }
    if (source.lastAnswer == Timestamp{}) {
        return SourcesWords::tr("It has not answered yet.");
    }
    return SourcesWords::tr("Its last answer was %1 ago.").arg(words::age(source.lastAnswer, now));
}

SourcesState aboutWorst(const Survey& survey, SourcesState::Kind kind, const QString& what, Timestamp now,
                        bool canExamine)
{
    SourcesState state;
    state.kind = kind;
    state.source = survey.worst->id;
    state.todo = canExamine ? SourcesState::Todo::Examine : SourcesState::Todo::Refresh;
    state.notice.status = kind == SourcesState::Kind::Failed ? Status::Critical : Status::Warning;
    state.notice.what = what;
    state.notice.why = reasonOf(*survey.worst, now);
    state.notice.todo =
        canExamine ? SourcesWords::tr("Examine %1").arg(survey.worst->id) : SourcesWords::tr("Read anew");
    return state;
}

SourcesState simple(SourcesState::Kind kind, const QString& what, const QString& why, SourcesState::Todo todo,
                    const QString& todoText, const QString& key)
{
    return {kind, {Status::NotSeen, what, why, todoText, key}, todo, {}, 0};
}

} // namespace

SourcesState judgeSources(const Fleet& fleet, Timestamp waitingSince, Timestamp now, bool canExamine)
{
    using Kind = SourcesState::Kind;
    using Todo = SourcesState::Todo;
    const Survey s = survey(fleet);
    SourcesState state;
    if (s.all == 0) {
        state = simple(
            Kind::Empty, SourcesWords::tr("No source is configured"),
            SourcesWords::tr("Everything on the screen comes from sources, and the profile names none. Add "
                             "one under \"sources\" and start again."),
            Todo::CopyExample, SourcesWords::tr("Copy an example"), {});
    } else if (s.silent == s.all) {
        state = aboutWorst(s, Kind::Failed, SourcesWords::tr("No source answers"), now, canExamine);
    } else if (s.asked == s.all) {
        state = simple(Kind::Loading, SourcesWords::tr("Connecting"),
                       //: %1 is a duration, %2 one or more names
                       SourcesWords::tr("Waiting for %1 for the first answer of %2.")
                           .arg(formatDuration(now - waitingSince), listed(s.waiting)),
                       Todo::Refresh, SourcesWords::tr("Ask again"), QStringLiteral("r"));
    } else if (s.stale + s.silent == s.all) {
        state = simple(Kind::Stale, SourcesWords::tr("Every source is stale"),
                       SourcesWords::tr("The newest answer came %1 ago.").arg(words::age(s.newest, now)),
                       Todo::Refresh, SourcesWords::tr("Read anew"), QStringLiteral("r"));
    } else if (s.silent > 0) {
        state = aboutWorst(s, Kind::Partial, SourcesWords::tr("%1 does not answer").arg(s.worst->id), now,
                           canExamine);
    }
    state.concerns = s.concerns - s.asked;
    return state;
}

QString exampleSource()
{
    return QStringLiteral(
        "{ \"id\": \"registry-1\", \"kind\": \"registry\", \"url\": \"https://registry.example\", "
        "\"namespace\": \"docker.io\" }");
}

} // namespace stowage
