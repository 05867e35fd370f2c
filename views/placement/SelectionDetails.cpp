// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/SelectionDetails.h"

#include "models/core/Bytes.h"
#include "views/placement/MatrixModel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace stowage {

namespace {

constexpr qint64 MostCounted = 200'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SelectionDetails)
};

QString number(qint64 value)
{
    return QLocale(QLocale::English).toString(value);
}

/// The layers of the selection, ascending and each once.
std::vector<LayerId> layersOf(const MatrixModel& model, MatrixRange rows, qint64& bytes)
{
    std::vector<bool> isTold(model.shape().layers.size());
    std::vector<LayerId> layers;
    for (int row = rows.first; row < rows.end; ++row) {
        const int index = model.row(row).layer;
        if (index < 0 || isTold[static_cast<size_t>(index)]) {
            continue;
        }
        isTold[static_cast<size_t>(index)] = true;
        const MatrixLayer& layer = model.shape().layers[static_cast<size_t>(index)];
        layers.push_back(layer.id);
        bytes = addBytes(bytes, layer.bytes);
    }
    std::ranges::sort(layers);
    return layers;
}

std::array<qint64, 3> countCells(const MatrixModel& model, MatrixRange columns,
                                 const std::vector<LayerId>& layers)
{
    std::array<qint64, 3> counts{};
    std::vector<CellGlance> cells(layers.size());
    for (int column = columns.first; column < columns.end; ++column) {
        model.fleet().glance(model.column(column).node, layers, cells);
        for (const CellGlance cell : cells) {
            ++counts[static_cast<size_t>(cell.presence)];
        }
    }
    return counts;
}

} // namespace

std::vector<Detail> selectionDetails(const MatrixModel& model, const MatrixBlock& selection)
{
    qint64 bytes = 0;
    const std::vector<LayerId> layers = layersOf(model, selection.rows, bytes);
    const auto layerCount = static_cast<qint64>(layers.size());
    const qint64 nodeCount = selection.columns.count();
    const auto line = [](const QString& name, const QString& value) {
        Detail detail;
        detail.name = name;
        detail.value = value;
        return detail;
    };
    std::vector<Detail> details = {
        line(Words::tr("Layers"), Words::tr("%1, %2 in all").arg(number(layerCount), formatBytes(bytes))),
        line(Words::tr("Nodes"), number(nodeCount)),
        line(Words::tr("Cells"), number(layerCount * nodeCount)),
    };
    if (layerCount * nodeCount > MostCounted) {
        details.push_back(line(Words::tr("Held"), Words::tr("too many cells to count while you select")));
        return details;
    }
    const auto counts = countCells(model, selection.columns, layers);
    const auto of = [&](Presence presence) {
        return number(counts[static_cast<size_t>(presence)]);
    };
    details.push_back(line(Words::tr("Held"), of(Presence::Held)));
    details.push_back(line(Words::tr("Absent"), of(Presence::Absent)));
    details.push_back(line(Words::tr("Unknown"), of(Presence::Unknown)));
    return details;
}

} // namespace stowage
