// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostWords.h"

#include "models/fleet/Words.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostWords)
};

} // namespace

QString hostKindName(HostKind kind)
{
    return kind == HostKind::Machine ? QStringLiteral("machine") : QStringLiteral("service");
}

QString hostKindText(HostKind kind)
{
    return kind == HostKind::Machine ? Words::tr("machine") : Words::tr("service");
}

QString hostStateText(HostState state)
{
    switch (state) {
    case HostState::Up:
        return Words::tr("up");
    case HostState::Down:
        return Words::tr("down");
    case HostState::Paused:
        return Words::tr("paused");
    case HostState::Pending:
        return Words::tr("being set up");
    case HostState::Unseen:
        break;
    }
    return Words::tr("never seen");
}

QString hostStandingText(const Host& host)
{
    const bool isOld = host.freshness == Freshness::Stale || host.freshness == Freshness::Offline;
    return isOld && host.state == HostState::Up ? freshnessText(host.freshness) : hostStateText(host.state);
}

QString whyUnknown(const Host& host, HostFigure figure)
{
    if (host.state != HostState::Up) {
        return hostStateText(host.state);
    }
    const bool isOfLimit = host.kind == HostKind::Service && figure == HostFigure::Cpu && !host.cpuLimit;
    //: a share of the processor cannot be told, because no limit of cores is
    return isOfLimit ? Words::tr("no limit") : Words::tr("not told");
}

QStringList quarantinedMetrics(const Host& host)
{
    QStringList metrics;
    for (const HostQuarantine& bad : host.quarantined) {
        if (bad.isLatest) {
            metrics << bad.metric;
        }
    }
    return metrics;
}

} // namespace stowage
