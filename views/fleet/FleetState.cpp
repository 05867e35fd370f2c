// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fleet/FleetState.h"

#include "models/core/Listed.h"
#include "models/fleet/Fleet.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {

namespace {

struct FleetWords
{
    Q_DECLARE_TR_FUNCTIONS(FleetState)
};

constexpr QLatin1String SourcesKey("5");
constexpr QLatin1String RefreshKey("r");

std::vector<const SourceStatus*> aliveSources(const Fleet& fleet)
{
    std::vector<const SourceStatus*> sources;
    for (const Source& source : fleet.sources()) {
        if (source.isAlive) {
            sources.push_back(&source.status);
        }
    }
    return sources;
}

QString why(const SourceStatus& source, Timestamp now)
{
    if (source.error) {
        return words::sentence(words::reason(*source.error));
    }
    if (source.coverage && !source.coverage->complete) {
        return FleetWords::tr("Not everything could be read: %1.").arg(listed(source.coverage->unseen));
    }
    if (source.lastAnswer == Timestamp{}) {
        return FleetWords::tr("It has not answered yet.");
    }
    return FleetWords::tr("Its last answer was %1 ago.").arg(words::age(source.lastAnswer, now));
}

FleetState nothingConfigured()
{
    return {FleetState::Kind::Empty,
            {Status::NotSeen, FleetWords::tr("There is no source to ask"),
             FleetWords::tr(
                 "The profile names no registry and no cache peers, so no node and no image can be known."),
             FleetWords::tr("Go to Sources"), SourcesKey},
            FleetState::Todo::SeeSources,
            {}};
}

FleetState loading(const std::vector<const SourceStatus*>& sources, Timestamp waitingSince, Timestamp now)
{
    QStringList waiting;
    for (const SourceStatus* source : sources) {
        if (!source->settled) {
            waiting << (source->progress.isEmpty()
                            ? source->id
                            : QStringLiteral("%1 (%2)").arg(source->id, source->progress));
        }
    }
    return {FleetState::Kind::Loading,
            {Status::NotSeen, FleetWords::tr("Reading the fleet"),
             //: %1 is a duration, %2 one or more names
             FleetWords::tr("Waiting for %1 for the first answer of %2.")
                 .arg(formatDuration(now - waitingSince), listed(waiting)),
             FleetWords::tr("Go to Sources"), SourcesKey},
            FleetState::Todo::SeeSources,
            {}};
}

FleetState withoutNodes(const std::vector<const SourceStatus*>& sources, Timestamp waitingSince,
                        Timestamp now)
{
    if (sources.empty()) {
        return nothingConfigured();
    }
    if (std::any_of(sources.begin(), sources.end(),
                    [](const SourceStatus* source) { return !source->settled; })) {
        return loading(sources, waitingSince, now);
    }
    const auto failed = std::find_if(sources.begin(), sources.end(),
                                     [](const SourceStatus* source) { return source->error.has_value(); });
    if (failed != sources.end()) {
        return {FleetState::Kind::Failed,
                {Status::Critical, FleetWords::tr("No node can be shown: %1 failed").arg((*failed)->id),
                 why(**failed, now), FleetWords::tr("Read anew"), RefreshKey},
                FleetState::Todo::Refresh,
                {}};
    }
    return {
        FleetState::Kind::Empty,
        {Status::NotSeen, FleetWords::tr("No node is known"),
         FleetWords::tr("Every source answered, but none tells of nodes: the profile needs a source of kind "
                        "\"spegel\" with its nodes."),
         FleetWords::tr("Go to Sources"), SourcesKey},
        FleetState::Todo::SeeSources,
        {}};
}

/// The newest sighting of any node.
Timestamp newestSight(const Fleet& fleet)
{
    Timestamp newest{};
    for (const Node& node : fleet.nodes()) {
        newest = node.isAlive ? std::max(newest, node.seen.at) : newest;
    }
    return newest;
}

bool isAllStale(const Fleet& fleet)
{
    const auto nodes = fleet.nodes();
    const auto is = [](NodeState state) {
        return [state](const Node& node) {
            return node.isAlive && node.state == state;
        };
    };
    return std::none_of(nodes.begin(), nodes.end(), is(NodeState::Live)) &&
           std::any_of(nodes.begin(), nodes.end(), is(NodeState::Stale));
}

/// Nodes are named in the profile, and none of them has been seen, nor all sources heard.
bool isFirstReading(const Fleet& fleet, const std::vector<const SourceStatus*>& sources)
{
    const auto nodes = fleet.nodes();
    return std::any_of(sources.begin(), sources.end(),
                       [](const SourceStatus* source) { return !source->settled; }) &&
           std::all_of(nodes.begin(), nodes.end(),
                       [](const Node& node) { return !node.isAlive || node.state == NodeState::Unseen; });
}

FleetState withNodes(const Fleet& fleet, const std::vector<const SourceStatus*>& sources,
                     Timestamp waitingSince, Timestamp now)
{
    if (isFirstReading(fleet, sources)) {
        FleetState state = loading(sources, waitingSince, now);
        state.kind = FleetState::Kind::Partial; // the names can be shown
        return state;
    }
    if (isAllStale(fleet)) {
        const Timestamp newest = newestSight(fleet);
        return {FleetState::Kind::Stale,
                {Status::NotSeen, FleetWords::tr("What you see is %1 old").arg(words::age(newest, now)),
                 FleetWords::tr("No source has told of a node since %1.").arg(words::utcTime(newest, now)),
                 FleetWords::tr("Read anew"), RefreshKey},
                FleetState::Todo::Refresh,
                {}};
    }
    const SourceStatus* worst = nullptr;
    int concerned = 0;
    for (const SourceStatus* source : sources) {
        const Status status = words::statusOf(*source);
        if (status == Status::Fine) {
            continue;
        }
        ++concerned;
        worst = worst == nullptr || status < words::statusOf(*worst) ? source : worst;
    }
    if (worst == nullptr) {
        return {};
    }
    const QString head = FleetWords::tr("%1: %2").arg(worst->id, words::sourceState(*worst));
    const QString others = concerned > 1 ? FleetWords::tr(" (and %1 more)").arg(concerned - 1) : QString();
    const Status status = words::statusOf(*worst) == Status::NotSeen ? Status::NotSeen : Status::Warning;
    return {FleetState::Kind::Partial,
            {status, head + others, why(*worst, now), FleetWords::tr("See the source"), SourcesKey},
            FleetState::Todo::SeeSources,
            worst->id};
}

} // namespace

FleetState judgeFleet(const Fleet& fleet, Timestamp waitingSince, Timestamp now)
{
    const std::vector<const SourceStatus*> sources = aliveSources(fleet);
    const auto nodes = fleet.nodes();
    const bool hasNodes =
        std::any_of(nodes.begin(), nodes.end(), [](const Node& node) { return node.isAlive; });
    return hasNodes ? withNodes(fleet, sources, waitingSince, now) : withoutNodes(sources, waitingSince, now);
}

} // namespace stowage
