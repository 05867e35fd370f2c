// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

#include <QString>

#include <vector>

namespace stowage {

/// One thing that is wrong with a profile. Never quotes what may be a secret.
struct ProfileProblem
{
    QString file;
    int line = 0;    ///< from 1; 0: it is not about a line
    int column = 0;  ///< from 1, in characters; 0: the whole line
    QString pointer; ///< JSON pointer (RFC 6901) of the value, or of the key that should not be there
    QString what;    ///< what is wrong, one sentence
    QString todo;    ///< what to do about it

    /// "profile.json:3:5: what. todo (/sources/0/url)", on one line, as compilers and editors know it.
    QString text() const;
    Error toError() const;

    bool operator==(const ProfileProblem&) const = default;
};

using ProfileProblems = std::vector<ProfileProblem>;

} // namespace stowage
