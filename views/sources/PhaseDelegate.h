// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/SourceStatus.h"
#include "views/widgets/CellDelegate.h"

#include <functional>

namespace stowage {

/// The phases of a source's newest new connection as a small stacked bar with their sum.
class PhaseDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using Reader = std::function<PhaseTimes(const QModelIndex&)>;

    PhaseDelegate(const Theme& theme, Table& table, Reader reader);

protected:
    void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const override;
    QString wholeText(const QRect& room, const QModelIndex& index) const override;

private:
    Reader m_reader;
};

} // namespace stowage
