// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerList.h"

#include <QSet>

#include <unordered_map>

namespace stowage {
namespace {

/// However it is spelt: "HTTP://Node/" is "http://node:80". Thousands are compared when a source starts, so
/// this is no whole parser; what is no URL is like nothing else.
QByteArray addressOf(const PeerSettings& peer)
{
    const QByteArray& text = peer.registry.baseUrl;
    const qsizetype scheme = text.indexOf("://");
    if (scheme < 0) {
        return {};
    }
    const qsizetype slash = text.indexOf('/', scheme + 3);
    QByteArray server = text.first(slash < 0 ? text.size() : slash).toLower();
    if (server.lastIndexOf(':') <= std::max(scheme, server.lastIndexOf(']'))) {
        server += server.startsWith("https") ? ":443" : ":80";
    }
    QByteArray path = slash < 0 ? QByteArray() : text.sliced(slash);
    while (path.endsWith('/')) {
        path.chop(1);
    }
    return server + path;
}

} // namespace

PeerList listPeers(const std::vector<PeerSettings>& configured)
{
    PeerList list;
    QSet<QString> names;
    names.reserve(static_cast<qsizetype>(configured.size()));
    list.peers.reserve(configured.size());
    std::unordered_map<QByteArray, QString> byAddress;
    for (const PeerSettings& peer : configured) {
        const qsizetype before = names.size();
        names.insert(peer.name);
        if (names.size() == before) {
            if (!list.listedAgain.contains(peer.name)) {
                list.listedAgain << peer.name;
            }
            continue;
        }
        const QByteArray address = addressOf(peer);
        const bool isFirst = address.isEmpty() || byAddress.emplace(address, peer.name).second;
        list.peers.push_back({&peer, isFirst ? QString() : byAddress.at(address)});
    }
    return list;
}

} // namespace stowage
