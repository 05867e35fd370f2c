// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookIndex.h"

#include <algorithm>

namespace stowage {

std::optional<quint32> AlertBookIndex::find(const QString& key) const
{
    const auto found = m_byKey.constFind(key);
    return found == m_byKey.cend() ? std::nullopt : std::optional(*found);
}

bool AlertBookIndex::isOf(quint32 slot, const AlertBookIdentity& identity, quint32 source) const
{
    const AlertRecord& record = m_records[slot];
    if (record.isRule) {
        return false;
    }
    const bool isKnownFromLogOnly =
        std::ranges::all_of(record.tellings, [](const AlertTelling& telling) { return telling.handle == 0; });
    const bool isTold = std::ranges::any_of(record.tellings, [&](const AlertTelling& telling) {
        return telling.source == source && telling.handle != 0 && telling.identity != identity.hash;
    });
    if (isTold) {
        return false; // the same source tells two: they are two
    }
    const bool isSameKey = record.identity.key == identity.key;
    // The log's labels may have been cut; what is nobody else's has no labels to compare.
    return isSameKey && (isKnownFromLogOnly || !identity.isShared || record.identity.isSameAs(identity));
}

std::optional<quint32> AlertBookIndex::find(const AlertBookIdentity& identity, quint32 source) const
{
    for (const QString& key : {identity.key, identity.fullKey}) {
        const auto slot = find(key);
        if (slot && (isOf(*slot, identity, source) ||
                     (key == identity.fullKey && m_records[*slot].identity.hash == identity.hash))) {
            return slot;
        }
    }
    const auto bucket = m_byPart.constFind(identity.part);
    if (!identity.isShared || bucket == m_byPart.cend()) {
        return std::nullopt;
    }
    std::optional<quint32> nearest;
    for (size_t i = 0; i < std::min(bucket->size(), MostCompared); ++i) {
        const quint32 slot = (*bucket)[i];
        const AlertRecord& record = m_records[slot];
        const bool isTold = std::ranges::any_of(record.tellings, [&](const AlertTelling& telling) {
            return telling.source == source && telling.handle != 0 && telling.identity != identity.hash;
        });
        if (!isTold && record.identity.isSameAs(identity) &&
            (!nearest ||
             record.identity.distance(identity) < m_records[*nearest].identity.distance(identity))) {
            nearest = slot;
        }
    }
    return nearest;
}

QString AlertBookIndex::freeKey(const AlertBookIdentity& identity) const
{
    QString key = m_byKey.contains(identity.key) ? identity.fullKey : identity.key;
    while (m_byKey.contains(key)) {
        key += QLatin1Char('+');
    }
    return key;
}

void AlertBookIndex::add(const QString& key, quint32 slot)
{
    m_byKey.insert(key, slot);
    const AlertBookIdentity& identity = m_records[slot].identity;
    if (identity.isShared) {
        m_byPart[identity.part].push_back(slot);
    }
}

void AlertBookIndex::remove(const QString& key, quint32 slot)
{
    m_byKey.remove(key);
    const AlertBookIdentity& identity = m_records[slot].identity;
    if (!identity.isShared) {
        return;
    }
    std::vector<quint32>& bucket = m_byPart[identity.part];
    std::erase(bucket, slot);
    if (bucket.empty()) {
        m_byPart.remove(identity.part);
    }
}

} // namespace stowage
