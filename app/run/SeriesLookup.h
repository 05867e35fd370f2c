// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/HostJson.h"
#include "models/ports/SeriesReader.h"

#include <QObject>

namespace stowage {

/// Finds the series of a host by what a person calls them, and reads it from all that tell it.
class SeriesLookup : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SeriesLookup(const HostBook& book, SeriesReader& reader, QObject* parent = nullptr);

    /// Ends with found(), never from within this call. A Usage error names the nearest host or metric; a
    /// name that several hosts have is one too.
    void look(const QString& host, const QString& metric, Millis range);

Q_SIGNALS:
    void found(const tl::expected<stowage::SeriesExtract, stowage::Error>& extract);

private:
    void take(quint64 ticket, const SeriesAnswer& answer);
    void tell(const Result<SeriesExtract>& extract);
    Result<HostId> hostNamed(const QString& name) const;
    Result<QString> metricNamed(HostId id, const QString& name) const;

    const HostBook& m_book;
    SeriesReader& m_reader;
    SeriesExtract m_extract;
    std::optional<quint64> m_ticket;
};

} // namespace stowage
