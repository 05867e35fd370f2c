// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubPage.h"
#include "connectors/beszel/HubSession.h"

namespace stowage {

/// What of a collection is wanted.
struct HubQuery
{
    HubCollection collection = HubCollection::Systems;
    QByteArray filter; ///< PocketBase's language; empty: all
    QByteArray sort;
    bool counts = true; ///< whether the hub shall count the list, to tell a short one from a whole one
};

/// Reads one list of a hub, page by page, each parsed aside from the GUI thread. Where an answer is larger
/// than its limit, smaller pages are asked for, down to a single record, which is then left out.
class HubList : public QObject
{
    Q_OBJECT

public:
    HubList(HttpEngine& engine, EndpointId endpoint, HubSession& session, const BeszelSettings& settings,
            HubQuery query, QObject* parent = nullptr);

    void start();

    HubCollection collection() const { return m_query.collection; }
    /// Records of all pages so far, and what the hub counted: fewer are a sign of a token that is over.
    qint64 received() const { return m_received; }
    std::optional<qint64> counted() const { return m_counted; }

Q_SIGNALS:
    void page(const stowage::HubPage& page);
    /// Each list ends with one of these.
    void finished();
    void failed(const stowage::Error& error);

private:
    void ask();
    void take(const HttpResult& result);
    void takePage(const Result<HubPage>& page);
    bool shrink();

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    HubSession& m_session;
    HubQuery m_query;
    int m_mostContainers;
    qint64 m_pageSize;
    int m_holes = 0; ///< too large records, one after the other
    qint64 m_offset = 0;
    qint64 m_received = 0;
    std::optional<qint64> m_counted;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::HubPage)
