// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sweep/SweepSubject.h"

#include "tests/bench/sweep/SweepWorkload.h"

namespace stowage::bench {
namespace {

SpegelSettings settingsFor(const QByteArray& url)
{
    SpegelSettings settings;
    settings.id = QStringLiteral("bench");
    settings.namespaces = QStringList{QStringLiteral("docker.io")};
    for (int node = 0; node < Nodes; ++node) {
        PeerSettings peer;
        peer.name = QStringLiteral("n%1").arg(node);
        peer.registry.source = settings.id;
        peer.registry.baseUrl = url + "/n" + QByteArray::number(node);
        peer.registry.budget = {0, ConnectionsEach};
        settings.peers.push_back(peer);
    }
    settings.sweepInterval = std::chrono::hours{1};
    settings.smallInterval = Millis{0};
    return settings;
}

} // namespace

class SweepSubject::Wanted final : public Inventory
{
public:
    Wanted()
    {
        for (int i = 0; i < Digests; ++i) {
            m_wanted.push_back({digestOf(i), ContentKind::Layer, Bytes, QStringLiteral("team/service"),
                                QStringLiteral("docker.io")});
        }
    }

    std::vector<WantedContent> wanted() const override { return m_wanted; }
    quint64 revision() const override { return 1; }

private:
    std::vector<WantedContent> m_wanted;
};

SweepSubject::SweepSubject(const QByteArray& url)
    : m_inventory(std::make_unique<Wanted>()),
      m_connector(std::make_unique<SpegelConnector>(m_engine, m_clock, *m_inventory, settingsFor(url)))
{
    QObject::connect(m_connector.get(), &Connector::delta, m_connector.get(),
                     [this](const Delta& delta) { take(delta); });
}

int SweepSubject::sweep()
{
    m_told = m_held = 0;
    m_status.settled ? m_connector->refresh() : m_connector->start();
    m_loop.exec();
    return m_told == Cells ? m_held : -1;
}

void SweepSubject::take(const Delta& delta)
{
    for (const NodeContent& content : delta.contents) {
        m_told += static_cast<int>(content.sightings.size());
        for (const Sighting& sighting : content.sightings) {
            m_held += sighting.presence == Presence::Held ? 1 : 0;
        }
    }
    if (delta.status) {
        m_status = *delta.status;
    }
    if (m_status.settled && m_told > 0) {
        m_loop.quit();
    }
}

} // namespace stowage::bench
