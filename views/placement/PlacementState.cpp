// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementState.h"

#include "views/placement/PlacementWords.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlacementState)
};

using Todo = PlacementState::Todo;

bool tells(const Source& source, QLatin1String kind, QLatin1String capability)
{
    return source.isAlive && (source.status.kind == kind || source.status.capabilities.contains(capability));
}

bool tellsImages(const Source& source)
{
    return tells(source, QLatin1String("registry"), QLatin1String("inventory"));
}

bool tellsPlacement(const Source& source)
{
    return tells(source, QLatin1String("spegel"), QLatin1String("placement"));
}

using Kind = bool (*)(const Source&);

const Source* find(const Fleet& fleet, Kind kind, const std::function<bool(const SourceStatus&)>& wanted)
{
    const auto sources = fleet.sources();
    const auto found = std::ranges::find_if(
        sources, [&](const Source& source) { return kind(source) && wanted(source.status); });
    return found == sources.end() ? nullptr : &*found;
}

bool isAny(const SourceStatus&)
{
    return true;
}

bool isUnsettled(const SourceStatus& status)
{
    return !status.settled;
}

bool hasFailed(const SourceStatus& status)
{
    return status.settled &&
           (status.error || status.state == Freshness::Unseen || status.state == Freshness::Offline);
}

bool isOld(const SourceStatus& status)
{
    return status.state == Freshness::Stale || status.state == Freshness::Offline;
}

bool isPartial(const SourceStatus& status)
{
    return status.coverage && !status.coverage->complete && !status.coverage->unseen.isEmpty();
}

QString whyFailed(const SourceStatus& status)
{
    return status.error ? words::visible(status.error->message) : Text::tr("It has not answered.");
}

/// Ends with a full stop, whatever the error's own words end with.
QString sentence(const QString& text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() || trimmed.endsWith(u'.') ? trimmed : trimmed + QLatin1Char('.');
}

QString whyOld(const SourceStatus& status)
{
    const QString shown = Text::tr("What was last known is shown, dimmed.");
    return status.error ? sentence(words::visible(status.error->message)) + QLatin1Char(' ') + shown : shown;
}

PlacementState about(const Source& source, Status status, const QString& what, const QString& why,
                     bool instead)
{
    return {{status, what, why, Text::tr("Examine %1").arg(source.status.id), {}},
            instead,
            Todo::OpenSource,
            source.status.id,
            {}};
}

/// What it does, and for how long that has been waited for.
QString whyWaiting(const SourceStatus& status, const PlacementWait& wait)
{
    const QString waited = formatDuration(wait.now - wait.openedAt);
    const QString progress = words::visible(status.progress);
    return progress.isEmpty() ? Text::tr("It was asked %1 ago and has not answered yet.").arg(waited)
                              //: what a source does now; how long that has been waited for
                              : Text::tr("%1 Waiting for %2.").arg(sentence(progress), waited);
}

PlacementState loading(const Source& source, const PlacementWait& wait)
{
    return {{Status::NotSeen,
             Text::tr("Reading %1").arg(source.status.id),
             whyWaiting(source.status, wait),
             {},
             {}},
            true,
            Todo::Nothing,
            source.status.id,
            {}};
}

/// Why there is nothing of one kind: not configured, not yet read, failed, or truly none.
PlacementState nothingOf(const Fleet& fleet, const PlacementWait& wait, Kind kind,
                         const QString& notConfigured, const QString& whyConfigure, const QString& none,
                         const QString& whyNone)
{
    if (!find(fleet, kind, isAny)) {
        return {{Status::NotSeen, notConfigured, whyConfigure, Text::tr("See the sources"), {}},
                true,
                Todo::OpenSource,
                {},
                {}};
    }
    if (const Source* source = find(fleet, kind, isUnsettled)) {
        return loading(*source, wait);
    }
    if (const Source* source = find(fleet, kind, hasFailed)) {
        return about(*source, Status::Critical, Text::tr("%1 cannot be read").arg(source->status.id),
                     whyFailed(source->status), true);
    }
    return {{Status::NotSeen, none, whyNone, Text::tr("Read again"), {}}, true, Todo::Refresh, {}, {}};
}

bool hasImages(const Fleet& fleet)
{
    return std::ranges::any_of(fleet.images(), &FleetImage::isAlive);
}

bool hasNodes(const Fleet& fleet)
{
    return std::ranges::any_of(fleet.nodes(), &Node::isAlive);
}

std::optional<PlacementState> oldOrPartial(const Fleet& fleet, const PlacementWait& wait)
{
    const auto matters = [](const Source& source) {
        return tellsImages(source) || tellsPlacement(source);
    };
    if (const Source* source = find(fleet, matters, isUnsettled)) {
        const QString progress = words::visible(source->status.progress);
        const QString waited = formatDuration(wait.now - wait.openedAt);
        const QString silent =
            Text::tr("%1 was asked %2 ago and has not answered yet.").arg(source->status.id, waited);
        return PlacementState{{Status::NotSeen,
                               Text::tr("What was last known is shown"),
                               progress.isEmpty() ? silent : sentence(progress),
                               {},
                               {}},
                              false,
                              Todo::Nothing,
                              source->status.id,
                              {}};
    }
    if (const Source* source = find(fleet, matters, isOld)) {
        const SourceStatus& status = source->status;
        const QString what = status.lastAnswer == Timestamp{}
                                 ? Text::tr("%1 has not answered since the start").arg(status.id)
                                 : Text::tr("%1 has not answered for %2")
                                       .arg(status.id, formatDuration(wait.now - status.lastAnswer));
        const QString why = whyOld(status);
        PlacementState state =
            about(*source, status.state == Freshness::Offline ? Status::Critical : Status::Warning, what, why,
                  false);
        state.asOf = status.lastAnswer;
        return state;
    }
    if (const Source* source = find(fleet, matters, isPartial)) {
        const QStringList& unseen = source->status.coverage->unseen;
        return about(*source, Status::Warning, Text::tr("Part of %1 was not seen").arg(source->status.id),
                     sentence(words::visible(words::someOf(unseen, 1))), false);
    }
    return std::nullopt;
}

} // namespace

std::optional<PlacementState> placementState(const Fleet& fleet, const QString& filter, bool hasRows,
                                             bool hasColumns, const PlacementWait& wait)
{
    if (!hasImages(fleet)) {
        return nothingOf(
            fleet, wait, tellsImages, Text::tr("No registry is configured"),
            Text::tr("Images and their layers are read from registries: the profile names none."),
            Text::tr("No images yet"), Text::tr("The registries answered and listed none."));
    }
    if (!hasNodes(fleet)) {
        return nothingOf(fleet, wait, tellsPlacement, Text::tr("No cache peers are configured"),
                         Text::tr("Which node holds a layer is asked of peers: the profile names none."),
                         Text::tr("No nodes yet"), Text::tr("The peers' source answered and named none."));
    }
    if (!hasRows || !hasColumns) {
        const QString what = hasColumns ? Text::tr("No layer matches") : Text::tr("No node matches");
        return PlacementState{{Status::NotSeen, what, Text::tr("The filter is: %1").arg(filter),
                               Text::tr("Clear the filter"), QStringLiteral("Esc")},
                              true,
                              Todo::ClearFilter,
                              {},
                              {}};
    }
    return oldOrPartial(fleet, wait);
}

} // namespace stowage
