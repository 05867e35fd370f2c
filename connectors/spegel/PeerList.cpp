// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerList.h"

#include "connectors/http/Url.h"

#include <QHash>

namespace stowage {
namespace {

/// However it is spelt. What is no URL is like nothing else.
QByteArray addressOf(const PeerSettings& peer)
{
    const auto url = Url::parse(peer.registry.baseUrl);
    if (!url) {
        return {};
    }
    QByteArray address = url->text;
    while (address.endsWith('/')) {
        address.chop(1);
    }
    return address;
}

} // namespace

PeerList listPeers(const std::vector<PeerSettings>& configured)
{
    PeerList list;
    QSet<QString> names;
    QHash<QByteArray, QString> byAddress;
    for (const PeerSettings& peer : configured) {
        if (names.contains(peer.name)) {
            if (!list.listedAgain.contains(peer.name)) {
                list.listedAgain << peer.name;
            }
            continue;
        }
        names.insert(peer.name);
        const QByteArray address = addressOf(peer);
        const QString first = address.isEmpty() ? QString() : byAddress.value(address);
        if (first.isEmpty() && !address.isEmpty()) {
            byAddress.insert(address, peer.name);
        }
        list.peers.push_back({peer, first});
    }
    return list;
}

} // namespace stowage
