// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/Notification.h"
#include "models/core/Error.h"
#include "models/core/Time.h"

#include <QObject>

namespace stowage {

/// A way to reach people: the desktop, a webhook, a command. Lives on the GUI thread and never blocks it. It
/// tries once; trying again is the courier's.
class NotificationChannel : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds UsualPatience{90};

    using QObject::QObject;

    /// How long an attempt may take, its own deadline included: who has said nothing by then has failed.
    virtual Millis patience() const { return UsualPatience; }

    /// Lasting name, unique: "desktop", the profile's id of a webhook or command.
    virtual QString id() const = 0;

    /// Ends with exactly one of accepted() and refused() for this notice, however the other side behaves.
    virtual void send(const Notification& notice) = 0;

Q_SIGNALS:
    /// The other side has taken it over.
    void accepted(const QString& notice);

    /// It has not. `isFinal`: trying again will not help (a bad request, no such program).
    void refused(const QString& notice, const stowage::Error& error, bool isFinal);

    /// A person answered the notice itself, where the channel can do that: "open", "acknowledge".
    void answered(const QString& incident, const QString& action);
};

} // namespace stowage
