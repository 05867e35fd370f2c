// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <span>

namespace stowage {

/// What a database of ours is known by, and how its tables came to be.
struct DatabaseSchema
{
    QString fileName;
    int32_t applicationId = 0; ///< in the file's header (PRAGMA application_id): without it, it is not ours

    /// The steps from an empty file to the newest schema; step n leads to version n + 1 (PRAGMA
    /// user_version). Landed steps are never changed: add one.
    std::span<const char* const> migrations;
    std::span<const char* const> tables; ///< all that a whole database has
    const char* preamble = "";           ///< pragmas that only a blank file takes

    /// The newest schema that this program knows.
    int version() const { return static_cast<int>(migrations.size()); }
};

} // namespace stowage
