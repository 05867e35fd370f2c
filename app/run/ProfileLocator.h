// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/ProfileReader.h"

namespace stowage {

/// Which profile and which data folder a run uses (cli.md).
class ProfileLocator
{
public:
    /// `asked`, else $STOWAGE_PROFILE, else profile.json in the XDG configuration folder.
    static QString profilePath(const QString& asked);

    /// `asked`, else a folder named after the profile in the XDG data folder.
    static QString dataFolder(const QString& asked, const Profile& profile);

    /// Reads the profile; every problem is said on standard error.
    static std::optional<Profile> readOrSay(const QString& asked);
};

} // namespace stowage
