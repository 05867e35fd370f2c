// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubHistory.h"

#include "connectors/beszel/HubTime.h"

namespace stowage {
namespace {

using namespace std::chrono_literals;

/// How long a hub keeps a tier.
struct Tier
{
    const char* type;
    std::chrono::minutes span;
    std::chrono::minutes kept;
};

constexpr std::array Tiers{Tier{"1m", 1min, 1h}, Tier{"10m", 10min, 12h}, Tier{"20m", 20min, 24h},
                           Tier{"120m", 120min, 24h * 7}, Tier{"480m", 480min, 24h * 30}};

/// What is about to be swept away would move the pages under our eyes.
constexpr std::chrono::minutes Edge{2};

/// A record may appear a little after its moment.
constexpr std::chrono::minutes Late{2};

QByteArray filterOf(const Tier& tier, Timestamp from)
{
    return QByteArray("type='") + tier.type + "'&&created>'" + toHubTime(from) + '\'';
}

} // namespace

HubHistory::HubHistory(HttpEngine& engine, EndpointId endpoint, HubSession& session,
                       const BeszelSettings& settings, const Known& known, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_session(session), m_settings(settings)
{
    const Timestamp now = session.hubNow();
    for (const HubCollection collection : {HubCollection::SystemStats, HubCollection::ContainerStats}) {
        // Until when the finest records that we have reach; what a finer tier still has is not asked twice.
        const std::optional<Timestamp> newest = known(collection, Tiers.front().span);
        Timestamp finerFrom = now;
        for (const Tier& tier : Tiers) {
            if (newest && *newest >= finerFrom) {
                break;
            }
            const Timestamp kept = now - tier.kept + Edge;
            const Timestamp from = newest ? std::max(kept, *newest - Late) : kept;
            // One system after the other, so that a page holds long stretches of few series.
            m_queries.push_back({collection, filterOf(tier, from), "system,created", false});
            finerFrom = kept;
        }
    }
}

void HubHistory::start()
{
    next();
}

void HubHistory::next()
{
    if (m_at == m_queries.size()) {
        Q_EMIT finished();
        return;
    }
    const HubCollection collection = m_queries[m_at].collection;
    auto* list = new HubList(m_engine, m_endpoint, m_session, m_settings, m_queries[m_at], this);
    connect(list, &HubList::page, this,
            [this, collection](const HubPage& told) { Q_EMIT page(collection, told); });
    connect(list, &HubList::finished, this, [this, list] {
        list->deleteLater();
        ++m_at;
        next();
    });
    connect(list, &HubList::failed, this, [this, list](const Error& error) {
        list->deleteLater();
        Q_EMIT failed(error);
    });
    list->start();
}

} // namespace stowage
