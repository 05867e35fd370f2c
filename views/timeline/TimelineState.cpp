// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineState.h"

#include "views/widgets/Words.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimelineState)
};

using Kind = TimelineState::Kind;

TimelineState state(Kind kind, Status status, const QString& what, const QString& why,
                    const QString& todo = {}, const QString& key = {})
{
    return {kind, {status, what, why, todo, key}};
}

} // namespace

TimelineState judgeTimeline(const TimelineFigures& figures)
{
    const bool isBare = figures.entries == 0 && figures.counted == 0;
    if (!figures.hasLanes) {
        return state(Kind::NoLanes, Status::NotSeen, Words::tr("All lanes are hidden"),
                     Words::tr("What happened is shown in lanes, and none of them is wanted."),
                     Words::tr("Show all lanes"));
    }
    if (figures.error) {
        const QString why = words::sentence(words::reason(*figures.error));
        return isBare ? state(Kind::Failed, Status::Critical, Words::tr("The log cannot be read"), why,
                              Words::tr("Try again"))
                      : state(Kind::Broken, Status::Warning, Words::tr("The log has a problem"), why,
                              Words::tr("Try again"));
    }
    if (isBare && figures.isLoading) {
        return state(Kind::Loading, Status::NotSeen,
                     figures.isSearching ? Words::tr("Searching all history")
                                         : Words::tr("Reading what happened"),
                     Words::tr("The log is read from disk."));
    }
    if (isBare && figures.isSearching) {
        return state(
            Kind::NothingFound, Status::NotSeen, Words::tr("Nothing of this in all history"),
            Words::tr("Every word has to occur in one event: in its name, subject, summary, labels, note, "
                      "person, zone or source."),
            Words::tr("Clear the search"), QStringLiteral("Esc"));
    }
    if (isBare) {
        return state(
            Kind::Empty, Status::Fine,
            //: %1 a time
            Words::tr("Nothing has happened since %1").arg(words::utcTime(figures.from, figures.now)),
            Words::tr("No alert, change, outage or action is in the log of this time."),
            Words::tr("Look at another range"), QStringLiteral("t"));
    }
    if (figures.isFiltered && figures.shown == 0 && figures.entries > 0) {
        return state(Kind::NothingPasses, Status::NotSeen, Words::tr("Nothing passes the filter"),
                     Words::tr("It hides all %Ln entries that are loaded.", nullptr, figures.entries),
                     Words::tr("Clear the filter"), QStringLiteral("Esc"));
    }
    return {};
}

} // namespace stowage
