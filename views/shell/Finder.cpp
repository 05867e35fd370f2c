// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Finder.h"

#include "models/fleet/Fleet.h"
#include "views/shell/Page.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace stowage {

namespace {

constexpr QLatin1String FleetPageId("fleet");
constexpr QLatin1String PlacementPageId("placement");
constexpr QLatin1String SourcesPageId("sources");

/// 0 is the best; nothing when a word does not occur.
std::optional<int> rank(const QString& title, const QStringList& typed)
{
    int worst = 0;
    for (const QString& word : typed) {
        const qsizetype at = title.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0) {
            return std::nullopt;
        }
        const bool wordBegins = at > 0 && !title.at(at - 1).isLetterOrNumber();
        worst = std::max(worst, at == 0 ? 0 : wordBegins ? 1 : 2);
    }
    return worst;
}

} // namespace

QString destinationWord(Destination::Kind kind)
{
    switch (kind) {
    case Destination::Kind::Page:
        return QCoreApplication::translate("Destination", "page");
    case Destination::Kind::Incident:
        return QCoreApplication::translate("Destination", "incident");
    case Destination::Kind::Host:
        return QCoreApplication::translate("Destination", "host");
    case Destination::Kind::Node:
        return QCoreApplication::translate("Destination", "node");
    case Destination::Kind::Source:
        return QCoreApplication::translate("Destination", "source");
    case Destination::Kind::Image:
        return QCoreApplication::translate("Destination", "image");
    case Destination::Kind::Layer:
        break;
    }
    return QCoreApplication::translate("Destination", "layer");
}

Finder::Finder(const Fleet& fleet, std::span<Page* const> pages) : m_fleet(fleet)
{
    addPages(pages);
    addFleet();
}

void Finder::addPages(std::span<Page* const> pages)
{
    for (const Page* page : pages) {
        m_all.push_back(
            {Destination::Kind::Page, page->title(), QString::number(page->key()), {page->id(), {}}});
    }
    for (const Page* page : pages) {
        const std::vector<Destination> named = page->destinations();
        m_all.insert(m_all.end(), named.begin(), named.end());
    }
}

bool Finder::hasPage(QLatin1String id) const
{
    return std::any_of(m_all.begin(), m_all.end(), [id](const Destination& destination) {
        return destination.kind == Destination::Kind::Page && destination.link.page == id;
    });
}

void Finder::addFleet()
{
    const bool nodes = hasPage(FleetPageId);
    const bool sources = hasPage(SourcesPageId);
    const bool images = hasPage(PlacementPageId);
    for (const Node& node : m_fleet.nodes()) {
        if (nodes && node.isAlive) {
            const QString state = words::nodeState(node.state);
            const QString detail =
                node.seen.zone.isEmpty() ? state : node.seen.zone + QStringLiteral(" · ") + state;
            m_all.push_back({Destination::Kind::Node, node.seen.name, detail, {FleetPageId, node.seen.name}});
        }
    }
    for (const Source& source : m_fleet.sources()) {
        if (sources && source.isAlive) {
            m_all.push_back({Destination::Kind::Source,
                             source.status.id,
                             words::sourceState(source.status),
                             {SourcesPageId, source.status.id}});
        }
    }
    for (const FleetImage& image : m_fleet.images()) {
        if (images && image.isAlive) {
            const QString name = image.image.reference();
            const QString item = QStringLiteral("image/%1/%2").arg(image.image.key.source, name);
            m_all.push_back(
                {Destination::Kind::Image, name, image.image.key.source, {PlacementPageId, item}});
        }
    }
}

std::vector<Destination> Finder::find(const QString& typed) const
{
    const QStringList asked = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, const Destination*>> ranked;
    for (const Destination& destination : m_all) {
        if (asked.isEmpty() && destination.kind != Destination::Kind::Page) {
            continue;
        }
        if (const auto found = rank(destination.title, asked)) {
            ranked.emplace_back(*found, &destination);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Destination> found;
    for (const auto& [quality, destination] : ranked) {
        if (found.size() == Limit) {
            return found;
        }
        found.push_back(*destination);
    }
    findLayers(typed.trimmed(), found);
    return found;
}

void Finder::findLayers(const QString& typed, std::vector<Destination>& into) const
{
    static const QRegularExpression hex(QStringLiteral("^(sha256:)?([0-9a-f]{4,64})$"));
    const QRegularExpressionMatch match = hex.match(typed.toLower());
    if (!match.hasMatch() || !hasPage(PlacementPageId)) {
        return;
    }
    const QString digits = match.captured(2);
    for (const Layer& layer : m_fleet.layers()) {
        if (into.size() >= Limit) {
            return;
        }
        if (layer.isAlive && layer.descriptor.digest.shortHex(static_cast<int>(digits.size())) == digits) {
            into.push_back(
                {Destination::Kind::Layer,
                 layer.descriptor.digest.shortHex(12),
                 formatBytes(layer.descriptor.bytes),
                 {PlacementPageId, QStringLiteral("layer/") + layer.descriptor.digest.toString()}});
        }
    }
}

} // namespace stowage
