// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Report.h"

#include "app/run/IncidentWords.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "models/fleet/FleetSummary.h"
#include "models/fleet/RiskList.h"
#include "models/fleet/Words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace stowage {
namespace {

/// How many lines a list takes before the rest becomes a number.
constexpr size_t LongestList = 12;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString riskText(Risk risk)
{
    switch (risk) {
    case Risk::Development:
        return Words::tr("development");
    case Risk::Staging:
        return Words::tr("staging");
    case Risk::Production:
        break;
    }
    return Words::tr("production");
}

QString ageText(Timestamp seenAt, Timestamp now)
{
    return seenAt == Timestamp{} ? Words::tr("never seen") : formatDuration(now - seenAt);
}

QString headLines(const Fleet& fleet, const Profile& profile)
{
    const FleetSummary s = summarize(fleet);
    QStringList facts;
    facts << Words::tr("nodes %1/%2 live").arg(s.nodesIn(NodeState::Live)).arg(s.nodes)
          << Words::tr("images %1").arg(s.images)
          << Words::tr("layers %1 (%2)").arg(s.layers).arg(formatBytes(s.layerBytes))
          << Words::tr("one copy %1").arg(s.singleLayers) << Words::tr("no copy %1").arg(s.noCopyLayers)
          << Words::tr("unknown cells %1").arg(s.unknownCells)
          << Words::tr("sources %1/%2 live").arg(s.sourcesIn(Freshness::Live)).arg(s.sources);
    return QStringLiteral("%1  %2  %3  %4\n%5\n")
        .arg(profile.name, riskText(profile.risk), Words::tr("read-only"), toRfc3339(fleet.now()),
             facts.join(QStringLiteral("   ")));
}

/// How many machines and services there are, and how many of them are not well.
QString hostLine(const HostBook& hosts)
{
    int all = 0;
    int down = 0;
    int doubtful = 0;
    for (const Host& host : hosts.hosts()) {
        if (host.isAlive) {
            ++all;
            down += host.state == HostState::Down ? 1 : 0;
            doubtful += host.quarantined.empty() ? 0 : 1;
        }
    }
    QStringList facts{Words::tr("hosts %1").arg(all)};
    if (down > 0) {
        facts << Words::tr("down %1").arg(down);
    }
    if (doubtful > 0) {
        facts << Words::tr("with figures in quarantine %1").arg(doubtful);
    }
    return all > 0 ? facts.join(QStringLiteral("   ")) + QLatin1Char('\n') : QString();
}

/// How many layers would lose their last known copy with this node: what a reader wants to know of a node
/// that is gone.
QString nodeLine(const Node& node, Timestamp now)
{
    const QString mark = node.state == NodeState::Gone ? QStringLiteral("▲") : QStringLiteral("◆");
    QString line = QStringLiteral("%1 ").arg(mark) +
                   Words::tr("node %1 is %2").arg(node.seen.name, nodeStateText(node.state));
    if (!node.seen.reason.isEmpty()) {
        line = Words::tr("%1: %2").arg(line, node.seen.reason);
    }
    return line + QStringLiteral("  (%1)\n").arg(ageText(node.seen.at, now));
}

QString nodeLines(const Fleet& fleet)
{
    std::vector<const Node*> wrong;
    for (const Node& node : fleet.nodes()) {
        if (node.isAlive && node.state != NodeState::Live) {
            wrong.push_back(&node);
        }
    }
    std::ranges::stable_sort(wrong, std::ranges::greater{}, [](const Node* node) { return node->state; });
    QString text;
    for (size_t i = 0; i < std::min(wrong.size(), LongestList); ++i) {
        text += nodeLine(*wrong[i], fleet.now());
    }
    if (wrong.size() > LongestList) {
        text += Words::tr("  and %n more node(s) that are not live", nullptr,
                          static_cast<int>(wrong.size() - LongestList)) +
                QLatin1Char('\n');
    }
    return text;
}

QString riskLines(const Fleet& fleet)
{
    const auto risks = riskList(fleet);
    if (risks.empty()) {
        return {};
    }
    QString text = QLatin1Char('\n') +
                   Words::tr("Layers at risk, by size and by how many images need them:") + QLatin1Char('\n');
    for (size_t i = 0; i < std::min(risks.size(), LongestList); ++i) {
        const LayerRisk& risk = risks[i];
        const Layer& layer = fleet.layer(risk.layer);
        const bool isSingle = risk.standing == LayerStanding::Single;
        QString where = isSingle ? Words::tr("only on %1").arg(fleet.node(risk.holder).seen.name)
                                 : Words::tr("on no node");
        if (risk.unknown > 0) {
            where += Words::tr(", unknown on %1").arg(risk.unknown);
        }
        const QString first =
            layer.images.empty() ? QString() : fleet.image(layer.images.front()).image.reference();
        text += QStringLiteral("  %1 %2  %3  %4  %5\n")
                    .arg(isSingle ? QStringLiteral("◆") : QStringLiteral("▲"),
                         layer.descriptor.digest.shortHex(12))
                    .arg(formatBytes(layer.descriptor.bytes), 9)
                    .arg(where, first);
    }
    if (risks.size() > LongestList) {
        text += Words::tr("  and %n more layer(s)", nullptr, static_cast<int>(risks.size() - LongestList)) +
                QLatin1Char('\n');
    }
    return text;
}

QString sourceLines(const Fleet& fleet)
{
    QString text = QStringLiteral("\n");
    for (const Source& source : fleet.sources()) {
        if (!source.isAlive) {
            continue;
        }
        const SourceStatus& status = source.status;
        const bool isFine = status.state == Freshness::Live && !status.error;
        text += QStringLiteral("%1 %2  %3  %4  %5\n")
                    .arg(isFine                              ? QStringLiteral("●")
                         : status.state == Freshness::Unseen ? QStringLiteral("◌")
                                                             : QStringLiteral("◆"),
                         status.id, status.kind, freshnessText(status.state),
                         ageText(status.lastAnswer, fleet.now()));
        if (status.error) {
            text += QStringLiteral("    %1\n").arg(status.error->text());
        }
    }
    return text;
}

} // namespace

QString Report::print(const Fleet& fleet, const Profile& profile, const SnapshotParts& parts)
{
    QString text = headLines(fleet, profile);
    if (parts.hosts != nullptr) {
        text += hostLine(*parts.hosts);
    }
    if (parts.incidents != nullptr) {
        text += incidentLines(parts.incidents->incidents(), fleet.now());
    }
    return text + nodeLines(fleet) + riskLines(fleet) + sourceLines(fleet);
}

} // namespace stowage
