// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/Finder.h"

#include <QAbstractListModel>

namespace stowage {

/// What the palette found.
class DestinationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setDestinations(std::vector<Destination> destinations);
    const Destination& at(int row) const { return m_destinations.at(static_cast<size_t>(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Destination> m_destinations;
};

} // namespace stowage
