// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostModel.h"

namespace stowage {

/// Makes the columns of HostModel.
class HostColumns
{
public:
    explicit HostColumns(const HostModel& model) : m_model(model), m_book(model.book()) {}

    std::vector<Column> make() const;

    /// The figure that a column shows; nothing for those that show none.
    static std::optional<HostFigure> figureOf(const QString& column);

private:
    const Host& host(RowId id) const { return m_book.hosts()[id]; }
    HostReading reading(RowId id, HostFigure figure) const;

    void addNames(std::vector<Column>& columns) const;
    void addFigures(std::vector<Column>& columns) const;
    void addRest(std::vector<Column>& columns) const;
    Column figure(const char* id, const QString& title, HostFigure figure, Unit unit) const;
    Column both(const char* id, const QString& title, HostFigure one, HostFigure other) const;
    Column layers() const;
    Column fills() const;
    QString shown(RowId id, HostFigure figure) const;

    const HostModel& m_model;
    const HostBook& m_book;
};

} // namespace stowage
