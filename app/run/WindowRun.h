// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/WindowSession.h"
#include "app/run/ExitStatus.h"
#include "app/run/WindowNotifier.h"
#include "views/codes/CodePrompt.h"

#include <QObject>

namespace stowage {

/// The window on a profile, until it is closed.
class WindowRun : public QObject
{
    Q_OBJECT

public:
    WindowRun(const Invocation& invocation, Profile profile, const Clock& clock, const NameScouts& names = {},
              QObject* parent = nullptr);

    void start();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void finished(stowage::ExitStatus status);

private:
    void endAfterThisFrame();

    const QString m_link;
    const QSize m_size;
    const bool m_endsAfterFirstFrame;
    CodePrompt m_codes; ///< outlives the session, which may take a question back
    FleetSession m_session;
    WindowSession m_window;
    WindowNotifier m_notifier;
};

} // namespace stowage
