// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"
#include "models/ports/SeriesReader.h"

#include <QLineF>
#include <QObject>
#include <QSet>
#include <QSizeF>

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace stowage {

class Clock;
class HostBook;

/// Values in even steps as a line within a box of this size, its top left corner at 0, 0; `most` lies at its
/// upper edge. Steps that are NaN are left out; one between such is a short dash.
std::vector<QLineF> sparkLines(std::span<const double> values, QSizeF size, double most);

/// The small lines of the table, drawn ahead of painting. Of rows that somebody sees for the first time the
/// past is read, a batch at a time.
class Sparklines : public QObject
{
    Q_OBJECT

public:
    static constexpr QSizeF Size{116, 16};

    /// All that is given by reference outlives it.
    Sparklines(HostBook& book, SeriesReader& reader, const Clock& clock, QObject* parent = nullptr);
    ~Sparklines() override;

    /// Lines within Size. To ask is to want the host's past.
    const std::vector<QLineF>& lines(HostId host);

    /// These hosts have told something new.
    void take(std::span<const HostId> hosts);

    /// Time has gone on: at the next step of the lines they move.
    void showMoment(Timestamp now);

Q_SIGNALS:
    void changed();

private:
    std::vector<QLineF> drawn(HostId host) const;
    void askSoon();
    void ask();
    void answer(quint64 ticket, const SeriesAnswer& answer);

    HostBook& m_book;
    SeriesReader& m_reader;
    const Clock& m_clock;
    Timestamp m_drawnAt;
    std::unordered_map<quint32, std::vector<QLineF>> m_lines; ///< by HostId::value
    QSet<SeriesKey> m_known;                                  ///< whose past was asked for
    std::vector<SeriesKey> m_wanted;                          ///< the newest last
    bool m_isAskDue = false;
    std::optional<quint64> m_ticket;
};

} // namespace stowage
