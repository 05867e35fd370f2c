// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/compose/NotifyDesk.h"
#include "views/tray/TrayIcon.h"

namespace stowage {

class FleetSession;
class Shell;
class Theme;

/// Tells whoever sits at this desktop: by its notifications service, else at its tray; and keeps the tray's
/// mark up to date. The session, the shell and the theme outlive it.
class WindowNotifier : public QObject
{
    Q_OBJECT

public:
    WindowNotifier(FleetSession& session, Shell& shell, const Theme& theme, const Clock& clock,
                   QObject* parent = nullptr);
    ~WindowNotifier() override;

Q_SIGNALS:
    void failed(const stowage::Error& error);
    void quitRequested();

private:
    void begin();
    void makeTray();
    void beginOn(bool hasService);
    void showStanding();
    void open(const QString& incident);
    void raise();

    FleetSession& m_session;
    Shell& m_shell;
    const Theme& m_theme;
    const Clock& m_clock;
    std::unique_ptr<TrayIcon> m_tray; ///< none on a desktop without
    std::unique_ptr<NotifyDesk> m_notify;
};

} // namespace stowage
