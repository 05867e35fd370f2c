// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace stowage {

/// "stow" in ASCII, in the file's header (PRAGMA application_id): a database without it is somebody else's.
constexpr int32_t HistoryApplicationId = 0x73746f77;

/// The steps from an empty file to the newest schema; step n leads to version n + 1 (PRAGMA user_version).
/// Landed steps are never changed: add one.
std::span<const char* const> historyMigrations();

/// The newest schema that this program knows.
int historySchemaVersion();

} // namespace stowage
