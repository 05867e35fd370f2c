// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAlerts.h"

#include <algorithm>

namespace stowage {

void HubAlerts::takeListed(const HubAlert& alert, Timestamp now, Timestamp began)
{
    if (m_deleted.value(alert.id) <= began) {
        update(alert, now, began);
    }
}

void HubAlerts::endList(const QSet<QString>& listed, Timestamp began, bool isWhole)
{
    m_deleted.clear();
    m_unread.clear();
    m_isPartial = !isWhole;
    const auto known = m_copies.keys();
    for (const QString& id : known) {
        const Key key = m_copies.value(id).key;
        if (listed.contains(id)) {
            continue;
        }
        if (isWhole || !m_entries.constFind(key)->copies.value(id).isTriggered) {
            drop(id, began);
        } else if (isUnread(key, listed, began)) {
            m_unread.insert(key);
        }
    }
    m_isWholeDue = true;
}

/// Whether it stands by nothing but copies that the list should have told.
bool HubAlerts::isUnread(const Key& key, const QSet<QString>& listed, Timestamp began) const
{
    const auto& copies = m_entries.constFind(key)->copies;
    return std::none_of(copies.begin(), copies.end(), [&](const HubAlert& copy) {
        return copy.isTriggered && (listed.contains(copy.id) || m_copies.value(copy.id).at > began);
    });
}

/// `asked` is when a list was asked for; of one a copy that does not stand is nothing to keep.
void HubAlerts::update(const HubAlert& alert, Timestamp now, Timestamp asked)
{
    const Key key{alert.system, alert.name};
    const Seen seen = m_copies.value(alert.id, {key, Timestamp{}});
    const bool isKnown = m_copies.contains(alert.id);
    if (!isKnown && !alert.isTriggered && asked != Timestamp::max()) {
        return;
    }
    if (seen.key != key) {
        drop(alert.id, Timestamp::max()); // its user has turned it to something else
    }
    if (alert.isTriggered && m_unread.remove(key)) {
        m_changed.insert(key);
        m_isWholeDue = true; // told as it was, and yet news
    }
    HubAlert& known = entryOf(alert.system, alert.name).copies[alert.id];
    const bool isRace = alert.updated > known.updated - Race || seen.at > asked;
    const bool isOlder = alert.updated < known.updated && isRace;
    if (isOlder || known == alert) {
        return; // a list that was under way when the stream told the newer
    }
    m_standing += int{alert.isTriggered} - int{known.isTriggered};
    known = alert;
    m_copies.insert(alert.id, {key, now});
    m_changed.insert(key);
}

void HubAlerts::drop(const QString& id, Timestamp seenBefore)
{
    const auto where = m_copies.find(id);
    if (where == m_copies.end() || where->at > seenBefore) {
        return;
    }
    const Key key = where->key;
    const auto entry = m_entries.find(key);
    const HubAlert copy = entry->copies.take(id);
    m_standing -= int{copy.isTriggered};
    m_copies.remove(id);
    m_changed.insert(key);
    if (copy.isTriggered) {
        entry->lost << id;
    }
    if (copy.isTriggered && seenBefore != Timestamp::max() && m_formerUsers.contains(copy.user)) {
        m_unseen.insert(key);
    }
}

} // namespace stowage
