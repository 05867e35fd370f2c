// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/Profile.h"

namespace stowage {

/// Which folder keeps what is known of a profile. Two profiles never share one, or the sources that both call
/// "registry-1" would mix their histories: the first to come owns a folder and leaves its name there, another
/// gets a folder of its own within.
class DataFolder
{
public:
    /// `wanted`, or a folder within it when it belongs to another profile that is still there. The first
    /// profile to come owns what lies there from before. Of a profile that is no file, `wanted`.
    static QString of(const QString& wanted, const Profile& profile);
};

} // namespace stowage
