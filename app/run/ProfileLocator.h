// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Invocation.h"
#include "app/compose/SessionOptions.h"
#include "app/profile/ProfileReader.h"

namespace stowage {

/// Which profile and which data folder a run uses (cli.md).
class ProfileLocator
{
public:
    /// `asked`, else $STOWAGE_PROFILE, else profile.json in the XDG configuration folder.
    static QString profilePath(const QString& asked);

    /// The data folder that was asked for, else one named after the profile in the XDG data folder; in it one
    /// of the profile's own, should it be another's (DataFolder).
    static SessionOptions sessionOptions(const Invocation& invocation, const Profile& profile,
                                         const NameScouts& names = {});

    /// Reads the profile; every problem is said on standard error.
    static std::optional<Profile> readOrSay(const QString& asked);

    /// What was read; every problem is said on standard error.
    static std::optional<Profile> orSay(ProfileReader::Read read);
};

} // namespace stowage
