// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubList.h"

#include <functional>

namespace stowage {

/// Fetches what the hub keeps of the past: each tier once, the finest first, of machines before containers.
class HubHistory : public QObject
{
    Q_OBJECT

public:
    /// The newest record that is known of a tier; nothing at the start.
    using Known = std::function<std::optional<Timestamp>(HubCollection, Millis span)>;

    HubHistory(HttpEngine& engine, EndpointId endpoint, HubSession& session, const BeszelSettings& settings,
               const Known& known, QObject* parent = nullptr);

    void start();

    /// Lists done, of how many.
    size_t done() const { return m_at; }
    size_t total() const { return m_queries.size(); }

Q_SIGNALS:
    void page(stowage::HubCollection collection, const stowage::HubPage& page);
    /// Each history ends with one of these. What was told until then counts.
    void finished();
    void failed(const stowage::Error& error);

private:
    void next();

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    HubSession& m_session;
    const BeszelSettings& m_settings;
    std::vector<HubQuery> m_queries;
    size_t m_at = 0;
};

} // namespace stowage
