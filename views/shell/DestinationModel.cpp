// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/DestinationModel.h"

#include "views/widgets/Words.h"

namespace stowage {

void DestinationModel::setDestinations(std::vector<Destination> destinations)
{
    beginResetModel();
    m_destinations = std::move(destinations);
    endResetModel();
}

int DestinationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_destinations.size());
}

QVariant DestinationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Destination& destination = at(index.row());
    if (role == Qt::DisplayRole) {
        return words::visible(destination.title);
    }
    if (role == Qt::AccessibleTextRole) {
        return words::visible(
            QStringLiteral("%1 %2, %3")
                .arg(destinationWord(destination.kind), destination.title, destination.detail));
    }
    return {};
}

} // namespace stowage
