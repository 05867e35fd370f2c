// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Secret.h"

#include <QObject>
#include <QString>

namespace stowage {

/// Who can ask a person for a one-time code. The window implements it; where nobody can be asked there is
/// none, and whoever needs a code refuses with a clear line. GUI thread.
class OneTimeCodes : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks; answered() comes once, never from within this call. Asking again for the same source replaces
    /// the question. `prompt` is for a person: "The hub has sent a code to ops@example.test."
    virtual void ask(const QString& source, const QString& prompt) = 0;

    /// The code is wanted no more; answered() does not come.
    virtual void dismiss(const QString& source) = 0;

Q_SIGNALS:
    /// Empty: the person gave none.
    void answered(const QString& source, const stowage::Secret& code);
};

} // namespace stowage
