// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertObservation.h"

namespace stowage {

/// What makes an alert this one, so that two sources that tell of it are brought together.
///
/// Prometheus and Alertmanager tell the same labels, but for external ones (the server's name, its cluster),
/// which only the latter is sent. The key is therefore made without those that are external by custom: it is
/// the same whoever tells first. What a source tells under no common identity is its own: one alert for each
/// name and subject, so that copies for several users are one.
struct AlertBookIdentity
{
    static constexpr size_t MostPairs = 1'024; ///< of labels; more are taken as one

    static QString ownSource() { return QStringLiteral("stowage"); } ///< of Stowage's own rules

    QString key;           ///< "TargetDown/0123456789abcdef"
    QString fullKey;       ///< the same with external labels, for when `key` is another alert's
    bool isShared = false; ///< another source may tell of the same
    quint64 hash = 0;      ///< of all of it
    quint64 part = 0;      ///< of the name and of labels that are never external: equal for the same alert
    std::vector<quint64> pairs; ///< hashes of labels with their values, ascending

    /// Whether the labels of one contain those of the other.
    bool isSameAs(const AlertBookIdentity& other) const;
    /// How many labels the other has that this has not, or the other way round.
    size_t distance(const AlertBookIdentity& other) const;
};

AlertBookIdentity alertIdentity(const QString& source, const AlertObservation& observation);

/// Of an alert that only the log knows.
AlertBookIdentity alertIdentity(const QString& key, const QString& name,
                                const std::vector<AlertLabel>& labels);

/// Lasting: the same in every run.
quint64 lastingHash(QByteArrayView bytes);

} // namespace stowage
