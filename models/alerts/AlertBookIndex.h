// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBookRecord.h"

namespace stowage {

/// Finds the alert that a telling belongs to.
class AlertBookIndex
{
public:
    static constexpr size_t MostCompared = 256; ///< alerts that one newcomer is compared with

    explicit AlertBookIndex(const std::vector<AlertRecord>& records) : m_records(records) {}

    std::optional<quint32> find(const QString& key) const;

    /// The alert of this identity that the source does not tell under another one already.
    std::optional<quint32> find(const AlertBookIdentity& identity, quint32 source) const;

    /// A key that no alert has.
    QString freeKey(const AlertBookIdentity& identity) const;

    void add(const QString& key, quint32 slot);
    void remove(const QString& key, quint32 slot);

private:
    bool isOf(quint32 slot, const AlertBookIdentity& identity, quint32 source) const;

    const std::vector<AlertRecord>& m_records;
    QHash<QString, quint32> m_byKey;
    QHash<quint64, std::vector<quint32>> m_byPart; ///< those that several sources may tell
};

} // namespace stowage
