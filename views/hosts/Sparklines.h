// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"

#include <QLineF>
#include <QObject>
#include <QSizeF>

#include <span>
#include <unordered_map>
#include <vector>

namespace stowage {

class HostBook;

/// Values in even steps as a line within a box of this size, its top left corner at 0, 0; `most` lies at its
/// upper edge. Steps that are NaN are left out; one between such is a short dash.
std::vector<QLineF> sparkLines(std::span<const double> values, QSizeF size, double most);

/// The small lines of the table, drawn ahead of painting: once for each row that somebody sees, and again
/// when its host has told something new.
class Sparklines : public QObject
{
    Q_OBJECT

public:
    static constexpr QSizeF Size{116, 16};

    /// The book outlives it.
    explicit Sparklines(const HostBook& book, QObject* parent = nullptr);

    /// Lines within Size; until another is asked for.
    const std::vector<QLineF>& lines(HostId host);

    /// These hosts have told something new.
    void take(std::span<const HostId> hosts);

    /// Time has gone on: at the next step of the lines they move.
    void showMoment(Timestamp now);

Q_SIGNALS:
    void changed();

private:
    std::vector<QLineF> drawn(HostId host) const;

    const HostBook& m_book;
    Timestamp m_drawnAt;
    std::unordered_map<quint32, std::vector<QLineF>> m_lines; ///< by HostId::value
};

} // namespace stowage
