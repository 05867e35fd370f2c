// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubReading.h"

namespace stowage {
namespace {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from)
{
    to.insert(to.end(), from.begin(), from.end());
}

bool isOfAlerts(HubCollection collection)
{
    return collection == HubCollection::Alerts || collection == HubCollection::AlertsHistory;
}

/// Older hubs lack a collection, and an account may not see one: the others count all the same. Of alerts one
/// that cannot be read keeps nobody from seeing the hosts.
bool isOfThatListAlone(HubCollection collection, const Error& error)
{
    const bool isUnreadable = error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge;
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Forbidden ||
           (isUnreadable && (isOfAlerts(collection) || collection == HubCollection::QuietHours));
}

} // namespace

HubReading::HubReading(HttpEngine& engine, EndpointId endpoint, HubSession& session,
                       const BeszelSettings& settings, std::vector<HubQuery> queries, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_session(session), m_settings(settings),
      m_queries(std::move(queries))
{
}

void HubReading::start()
{
    next();
}

bool HubReading::isOf(HubCollection collection) const
{
    return std::any_of(m_queries.begin(), m_queries.end(),
                       [collection](const HubQuery& query) { return query.collection == collection; });
}

void HubReading::next()
{
    if (m_at == m_queries.size()) {
        Q_EMIT finished();
        return;
    }
    auto* list = new HubList(m_engine, m_endpoint, m_session, m_settings, m_queries[m_at], this);
    connect(list, &HubList::page, this, &HubReading::takePage);
    connect(list, &HubList::finished, this, [this, list] {
        m_snapshot.isSuspect = m_snapshot.isSuspect || isSuspect(*list);
        m_snapshot.collections.push_back(list->collection());
        list->deleteLater();
        ++m_at;
        next();
    });
    connect(list, &HubList::failed, this, [this, list](const Error& error) {
        list->deleteLater();
        if (list->collection() == HubCollection::Systems || !isOfThatListAlone(list->collection(), error)) {
            Q_EMIT failed(error);
            return;
        }
        m_snapshot.refused << QLatin1String(hubCollectionName(list->collection())) + QStringLiteral(": ") +
                                  error.message;
        ++m_at;
        next();
    });
    list->start();
}

/// Of the other lists an empty one is nothing unusual.
bool HubReading::isSuspect(const HubList& list) const
{
    const bool isShort = list.counted() && list.received() < *list.counted();
    return isShort || (list.received() == 0 && list.collection() == HubCollection::Systems);
}

void HubReading::takePage(const HubPage& page)
{
    append(m_snapshot.systems, page.systems);
    append(m_snapshot.details, page.details);
    append(m_snapshot.containers, page.containers);
    append(m_snapshot.services, page.services);
    append(m_snapshot.alerts, page.alerts);
    append(m_snapshot.turns, page.turns);
    append(m_snapshot.quiet, page.quiet);
    if (!page.stats.rows.empty()) {
        m_snapshot.stats.push_back(page.stats);
    }
    m_snapshot.leftOut += page.leftOut;
    if (isOfAlerts(m_queries[m_at].collection)) {
        m_snapshot.alertsLeftOut += page.leftOut;
    }
    const bool isPartial = m_queries[m_at].collection == HubCollection::Alerts && page.leftOut > 0;
    m_snapshot.areAlertsPartial = m_snapshot.areAlertsPartial || isPartial;
}

} // namespace stowage
