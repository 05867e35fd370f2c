// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostBook.h"
#include "models/ports/SeriesReader.h"

#include <QSet>

namespace stowage {

/// Reads of each host that is new what its processor did in the last hours, for its sparkline: some hosts at
/// a time, each once. GUI thread.
class HostSparkFiller : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    HostSparkFiller(HostBook& book, SeriesReader& reader, QObject* parent = nullptr);

private:
    void follow(const HostChanges& changes);
    void askNext();
    void take(quint64 ticket, const SeriesAnswer& answer);

    HostBook& m_book;
    SeriesReader& m_reader;
    QSet<SubjectKey> m_known;
    std::vector<SeriesKey> m_waiting;
    std::optional<quint64> m_ticket;
};

} // namespace stowage
