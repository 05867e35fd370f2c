// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertObservation.h"

#include <QCoreApplication>
#include <QSet>

namespace stowage {

/// Brings what a source tells within what can be kept and what can be true. What was cut or changed is said
/// in an annotation of the name Note. Its texts are no longer those that were told but equal ones, each kept
/// once: so that all the memory that a reading took goes with it.
class AlertBookBounds
{
    Q_DECLARE_TR_FUNCTIONS(AlertBook)

public:
    static constexpr qsizetype MostName = 256; ///< characters
    static constexpr qsizetype MostSummary = 1'024;
    static constexpr qsizetype MostValue = 1'024; ///< of a label
    static constexpr qsizetype MostText = 4'096;  ///< of an annotation
    static constexpr size_t MostLabels = 64;
    static constexpr size_t MostAnnotations = 32;
    static constexpr qsizetype MostIds = 16; ///< of silences and of alerts that stand above

    static QString note() { return QStringLiteral("stowage.note"); }
    static QString noteOf(const std::vector<AlertLabel>& annotations);

    /// `seenAt`: nothing begins or ends later. Whether what is kept is otherwise than what was told.
    bool apply(AlertObservation& observation, Timestamp seenAt);

private:
    QString kept(const QString& text);
    void cut(QString& text, qsizetype most, const QString& what);
    void cutLabels(std::vector<AlertLabel>& labels, size_t most, qsizetype mostValue, bool isAnnotation);
    void straighten(AlertObservation& observation, Timestamp seenAt);

    QSet<QString> m_pool; ///< texts that many alerts have in common
    QStringList m_notes;
    bool m_isOtherwise = false;
};

/// Of all that is told, but for the end of what has not ended.
size_t hashOf(const AlertObservation& observation);

} // namespace stowage
