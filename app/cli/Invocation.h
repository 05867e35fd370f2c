// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace stowage {

/// What the command line asked for, checked for form but not yet for sense.
struct Invocation
{
    QString command;       ///< "window" when none was named
    QStringList arguments; ///< positional ones after the command
    QString link;          ///< stowage://…, of the right form; empty: the window as it opens

    QString profilePath; ///< empty: the environment's or the XDG folder's
    QString dataFolder;  ///< empty: the XDG data folder
    Millis timeout{0};   ///< longest wait for one request; 0: as each source needs
    Millis settle{20'000};
    bool json = false;
    bool colour = true;
    QString language; ///< "" is the system's; "en", "zh_CN"
    bool isVerbose = false;
    QString filter;
    QString sort; ///< column id, with a leading - for descending
    QString image;
    int copies = 0;   ///< that a plan aims at; 0: what the profile says
    int zones = 0;    ///< the same
    QString platform; ///< that nodes pull of which nobody tells
    bool isDryRun = false;
    Millis range{std::chrono::hours{6}}; ///< of a series, back from now
    QStringList lose;                    ///< nodes and "zone:NAME"
    QString note;                        ///< of what is done to an incident
    Millis muteFor{0};                   ///< how long an incident is muted
    bool isSelfTest = false;             ///< of collect: only tests the way to people
    quint16 metricsPort = 0;             ///< of collect's own figures; 0: any free one
    QString theme = QStringLiteral("dark");
    double scale = 1.0;
    QSize size{1440, 900};
    QString scenario = QStringLiteral("calm");
    int nodes = 48;  ///< of the simulated fleet
    Millis after{0}; ///< how long pictures wait once the sources have answered

    /// Undocumented, for the benchmark of the start: says "first frame" on standard output once the window is
    /// painted, and ends.
    bool exitAfterFirstFrame = false;

    bool help = false;
    bool version = false;
};

} // namespace stowage
