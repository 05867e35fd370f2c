// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/PlacementFile.h"

#include "app/json/PlacementJson.h"
#include "app/json/PlacementParts.h"

#include <array>

namespace stowage {
namespace {

/// A field of a CSV row: quoted where it must be, and no formula for who opens it in a spreadsheet.
QByteArray csvField(const QString& text)
{
    QByteArray field = text.toUtf8();
    if (!field.isEmpty() && QByteArrayView("=+-@\t\r").contains(field.front())) {
        field.prepend('\'');
    }
    if (!field.contains(',') && !field.contains('"') && !field.contains('\n') && !field.contains('\r')) {
        return field;
    }
    return '"' + field.replace('"', "\"\"") + '"';
}

/// A value as it stands within a document, `depth` levels deep.
QByteArray nested(const Json& value, int depth)
{
    QByteArray text = printJson(value);
    text.chop(1); // the final line feed
    return text.replace("\n", '\n' + QByteArray(qsizetype{2} * depth, ' '));
}

class CsvExport final : public PlacementExport
{
public:
    CsvExport(const Fleet& fleet, PlacementExtract extract) : m_fleet(fleet), m_extract(std::move(extract)) {}

    size_t done() const override { return m_done; }
    size_t total() const override { return m_extract.layers.size() + 1; }

    QByteArray next() override
    {
        if (m_done == total()) {
            return {};
        }
        const size_t piece = m_done++;
        return piece == 0 ? head() : row(m_fleet.layer(m_extract.layers[piece - 1]));
    }

private:
    QByteArray head() const
    {
        QByteArray row = "digest,bytes,images,held,absent,unknown";
        for (const NodeId node : m_extract.nodes) {
            row += ',' + csvField(m_fleet.node(node).seen.name);
        }
        return row + "\r\n";
    }

    QByteArray row(const Layer& layer) const
    {
        QStringList images;
        for (const ImageId image : layer.images) {
            images << m_fleet.image(image).image.reference();
        }
        QByteArray row = layer.descriptor.digest.toByteArray() + ',' +
                         QByteArray::number(layer.descriptor.bytes) + ',' + csvField(images.join(u' '));
        for (const quint32 count : {layer.held, layer.absent, layer.unknown}) {
            row += ',' + QByteArray::number(count);
        }
        for (const NodeId node : m_extract.nodes) {
            row += ',' + presenceName(m_fleet.presence(layer.id, node)).toLatin1();
        }
        return row + "\r\n";
    }

    const Fleet& m_fleet;
    PlacementExtract m_extract;
    size_t m_done = 0;
};

/// Head, layers, risk, images, end: each a piece or more.
class JsonExport final : public PlacementExport
{
public:
    JsonExport(const Fleet& fleet, const PlacementMap& map, const Profile& profile, PlacementExtract extract)
        : m_fleet(fleet), m_map(map), m_profile(profile), m_extract(std::move(extract))
    {
        for (const LayerId layer : m_extract.layers) {
            m_layers.add(layer.value);
        }
        for (const PlacementImage& image : map.images()) {
            if (image.isAlive && image.layers.intersect(m_layers)) {
                m_images.push_back(image.id);
            }
        }
    }

    size_t done() const override { return m_done; }
    size_t total() const override { return m_extract.layers.size() + m_images.size() + 3; }

    QByteArray next() override
    {
        if (m_done == total()) {
            return {};
        }
        const size_t layers = m_extract.layers.size();
        const size_t piece = m_done++;
        if (piece == 0) {
            return head();
        }
        if (piece <= layers) {
            return layer(piece - 1);
        }
        if (piece == layers + 1) {
            return risk();
        }
        const size_t image = piece - layers - 2;
        return image < m_images.size() ? entry(image, jsonPlacedImage(m_map, m_images[image])) : end();
    }

private:
    static QByteArray entry(size_t index, const Json& value)
    {
        return (index == 0 ? "\n    " : ",\n    ") + nested(value, 2);
    }

    QByteArray head() const
    {
        Json document = jsonDocument("placement", m_fleet.now(), m_profile.name);
        Json nodes = Json::array();
        for (const NodeId node : m_extract.nodes) {
            nodes.push_back(jsonNode(m_fleet, node));
        }
        document["nodes"] = std::move(nodes);
        QByteArray text = printJson(document);
        text.chop(3); // the end of the document, which goes on: "\n}\n"
        return text + ",\n  \"layers\": [";
    }

    QByteArray layer(size_t index) const
    {
        const LayerId id = m_extract.layers[index];
        Json layer = jsonLayer(m_fleet, id);
        // Only the nodes of the extract, in its order.
        std::array<Json, 3> names{Json::array(), Json::array(), Json::array()};
        for (const NodeId node : m_extract.nodes) {
            names.at(static_cast<size_t>(m_fleet.presence(id, node)))
                .push_back(jsonText(m_fleet.node(node).seen.name));
        }
        for (const Presence presence : {Presence::Held, Presence::Absent, Presence::Unknown}) {
            layer[presenceName(presence).toStdString()] = std::move(names.at(static_cast<size_t>(presence)));
        }
        return entry(index, layer);
    }

    QByteArray risk() const
    {
        const Json risk = placementRisk(m_map, m_profile.policies(), m_layers);
        return (m_extract.layers.empty() ? "],\n  \"risk\": " : "\n  ],\n  \"risk\": ") + nested(risk, 1) +
               ",\n  \"images\": [";
    }

    QByteArray end() const { return m_images.empty() ? "]\n}\n" : "\n  ]\n}\n"; }

    const Fleet& m_fleet;
    PlacementMap m_map;
    const Profile& m_profile;
    PlacementExtract m_extract;
    Roaring m_layers;
    std::vector<ImageId> m_images;
    size_t m_done = 0;
};

} // namespace

std::unique_ptr<PlacementExport> PlacementFile::begin(Format format, PlacementExtract extract) const
{
    if (format == Format::Csv) {
        return std::make_unique<CsvExport>(m_fleet, std::move(extract));
    }
    return std::make_unique<JsonExport>(m_fleet, m_tracker.map(), m_profile, std::move(extract));
}

} // namespace stowage
