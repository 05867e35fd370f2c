// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/Profile.h"
#include "app/profile/ProfileProblem.h"

#include <tl/expected.hpp>

#include <QByteArray>

namespace stowage {

/// Reads profiles: JSON with `//` and `/* */` comments, by the schema in resources/schemas/profile.json. All
/// problems are told at once, in the order of their lines; with any of them there is no profile. Needs the
/// compiled-in resources.
class ProfileReader
{
public:
    /// A profile is written by hand; more than this is something else.
    static constexpr qsizetype MaxBytes = 4 * 1024 * 1024;

    using Read = tl::expected<Profile, ProfileProblems>;

    /// `fileName` is for the problems' text, and its folder is what relative paths start from.
    static Read read(const QByteArray& text, const QString& fileName);

    /// The same from disk. A file that cannot be read is one problem without a line.
    static Read readFile(const QString& fileName);
};

} // namespace stowage
