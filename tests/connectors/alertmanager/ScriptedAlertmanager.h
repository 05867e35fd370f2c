// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/NastyServer.h"

#include <QList>

namespace stowage::test {

/// What a scripted Alertmanager answers, at 2026-11-21T22:00:00Z, where ManualClock begins.
struct AlertmanagerScript
{
    ServerAnswer alerts;
    ServerAnswer silences;
    ServerAnswer status;

    /// A and B stand, B silenced, since an hour; one silence; begun yesterday.
    static AlertmanagerScript twoAlerts();

    ServerHandler handler() const;
};

/// An alert of that name as the real one writes it; `beside` takes the place of what it says of its status.
QByteArray alertJson(const QByteArray& name, const QByteArray& status = {});
ServerAnswer listAnswer(const QList<QByteArray>& items);
ServerAnswer statusAnswer(const QByteArray& startedAt);

} // namespace stowage::test
