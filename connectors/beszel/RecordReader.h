// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubPage.h"

#include <simdjson.h>

namespace stowage {

/// Reads records of the collections that hold states: systems, details, containers, services, alerts.
class RecordReader
{
public:
    RecordReader(HubCollection collection, HubPage& to) : m_collection(collection), m_to(to) {}

    /// Adds the record, or counts it as left out.
    void read(simdjson::dom::element record);

private:
    using Element = simdjson::dom::element;

    bool readSystem(Element record);
    void readInfo(Element info, HubSystem& system);
    bool readDetails(Element record);
    bool readContainer(Element record);
    bool readService(Element record);
    bool readAlert(Element record);
    bool readTurn(Element record);
    bool readQuietHours(Element record);

    /// A finite number, also as text; a form that is none counts as left out, an absent member does not.
    std::optional<double> number(Element record, std::string_view key);
    /// Without control characters and not longer than a name is; empty when it is absent.
    QString text(Element record, std::string_view key);
    Timestamp time(Element record, std::string_view key);
    /// Milliseconds since the epoch.
    Timestamp epoch(Element record, std::string_view key);

    HubCollection m_collection;
    HubPage& m_to;
};

} // namespace stowage
