// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Liveness.h"

#include <QCoreApplication>

namespace stowage {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Liveness)
};

bool isConnectable(const SourceStatus& source)
{
    return !source.error || source.error->kind != ErrorKind::Unsupported;
}

} // namespace

Liveness livenessOf(std::span<const SourceStatus> sources, bool isFrozen)
{
    Liveness liveness;
    int stale = 0;
    int settled = 0;
    for (const SourceStatus& source : sources) {
        if (isConnectable(source)) {
            ++liveness.sources;
            liveness.live += source.state == Freshness::Live ? 1 : 0;
            stale += source.state == Freshness::Stale ? 1 : 0;
            settled += source.settled ? 1 : 0;
        }
    }
    using Kind = Liveness::Kind;
    if (isFrozen) {
        liveness.kind = Kind::Frozen;
    } else if (liveness.live > 0) {
        liveness.kind = liveness.live == liveness.sources ? Kind::Live : Kind::InPart;
    } else if (sources.empty() || settled < liveness.sources) {
        liveness.kind = Kind::Connecting;
    } else {
        liveness.kind = stale > 0 ? Kind::Stale : Kind::Offline;
    }
    return liveness;
}

Status statusOf(Liveness::Kind kind)
{
    switch (kind) {
    case Liveness::Kind::Live:
        return Status::Fine;
    case Liveness::Kind::Connecting:
        return Status::NotSeen;
    case Liveness::Kind::Offline:
        return Status::Critical;
    case Liveness::Kind::Frozen:
    case Liveness::Kind::InPart:
    case Liveness::Kind::Stale:
        break;
    }
    return Status::Warning;
}

QString livenessWord(const Liveness& liveness)
{
    switch (liveness.kind) {
    case Liveness::Kind::Frozen:
        return Words::tr("Frozen");
    case Liveness::Kind::Connecting:
        //: no source has answered since the start
        return Words::tr("Connecting");
    case Liveness::Kind::Live:
        return Words::tr("Live");
    case Liveness::Kind::InPart:
        //: %1 of %2 sources are live
        return Words::tr("%1 of %2 live").arg(liveness.live).arg(liveness.sources);
    case Liveness::Kind::Stale:
        return Words::tr("Stale");
    case Liveness::Kind::Offline:
        break;
    }
    return Words::tr("Offline");
}

QString livenessMeaning(const Liveness& liveness)
{
    switch (liveness.kind) {
    case Liveness::Kind::Frozen:
        return Words::tr("What you see stands still.");
    case Liveness::Kind::Connecting:
        return Words::tr("No source has answered yet: what you see is what was last known.");
    case Liveness::Kind::Live:
        return Words::tr("Every source answers in time.");
    case Liveness::Kind::InPart:
        return Words::tr("%n source(s) do not answer in time: what is told by them is older.", nullptr,
                         liveness.sources - liveness.live);
    case Liveness::Kind::Stale:
        return Words::tr("No source answers in time: what you see is older than promised.");
    case Liveness::Kind::Offline:
        break;
    }
    return Words::tr("No source answers: what you see is what was last known.");
}

} // namespace stowage
