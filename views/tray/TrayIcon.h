// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tray/TrayStanding.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <optional>

namespace stowage {

class Theme;

/// How things stand, in the desktop's tray: a mark in shape and colour, the words on hover, the window on a
/// click. Does nothing on a desktop without a tray.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// `context`: the profile's name. The theme outlives it.
    TrayIcon(QString context, const Theme& theme, QObject* parent = nullptr);
    ~TrayIcon() override;

    static bool isThere() { return QSystemTrayIcon::isSystemTrayAvailable(); }

    void show(const TrayStanding& standing);
    /// A balloon; see TrayChannel.
    void say(const QString& title, const QString& text, bool isCritical);

    /// Text from outside as a tray may have it: it may take text for markup, and none says whether it does.
    static QString plain(const QString& text);

    /// The mark for a standing, as it is painted: for the tray and for tests.
    static QPixmap mark(const TrayStanding& standing, const Theme& theme, int size);

Q_SIGNALS:
    void opened();        ///< somebody wants the window
    void balloonOpened(); ///< somebody clicked what was said last
    void quitRequested();

private:
    const QString m_context;
    const Theme& m_theme;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    std::optional<TrayStanding> m_shown;
};

} // namespace stowage
