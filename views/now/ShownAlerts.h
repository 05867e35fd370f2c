// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Alert.h"

#include <QHash>

namespace stowage {

class AlertBook;

/// The alerts as the screen shows them: those of the book, or while it stands still those of the moment at
/// which it was frozen. The book outlives it.
class ShownAlerts
{
public:
    explicit ShownAlerts(const AlertBook& book) : m_book(book) {}

    void setFrozen(bool frozen);

    /// Null when it is not known (any more). For this turn only.
    const Alert* find(const QString& key) const;

private:
    const AlertBook& m_book;
    bool m_isFrozen = false;
    QHash<QString, Alert> m_held;
};

} // namespace stowage
