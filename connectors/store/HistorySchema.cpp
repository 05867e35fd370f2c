// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/HistorySchema.h"

#include "models/core/Presence.h"

#include <array>

namespace stowage {
namespace {

/// Times are milliseconds since the epoch, 0 is never. `status` and `body` are JSON (HistoryJson.h): an image
/// is read and written whole and nobody searches in it, and the sqlite3 shell shows it. Sightings are many,
/// so they are numbers: presence and evidence as the enumerations count them. While the presence is unknown
/// (0), last_* keep what was answered before.
constexpr const char* FirstSchema = R"sql(
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    last_answer INTEGER NOT NULL DEFAULT 0,
    status TEXT
) STRICT;

CREATE TABLE image (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    repository TEXT NOT NULL,
    tag TEXT NOT NULL,
    seen INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (source, repository, tag)
) STRICT;

CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    name TEXT NOT NULL,
    observed INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'unseen',
    zone TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    identity TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    UNIQUE (source, name)
) STRICT;

CREATE TABLE digest (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL UNIQUE CHECK (length(bytes) = 32)
) STRICT;

CREATE TABLE sighting (
    node INTEGER NOT NULL REFERENCES node ON DELETE CASCADE,
    digest INTEGER NOT NULL REFERENCES digest,
    at INTEGER NOT NULL,
    presence INTEGER NOT NULL,
    evidence INTEGER NOT NULL,
    last_at INTEGER,
    last_presence INTEGER,
    last_evidence INTEGER,
    PRIMARY KEY (node, digest)
) STRICT, WITHOUT ROWID;
)sql";

// The numbers are on disks: whoever renumbers needs a migration.
static_assert(int(Presence::Unknown) == 0 && int(Presence::Held) == 1 && int(Presence::Absent) == 2);
static_assert(int(Evidence::NotAsked) == 0 && int(Evidence::LocalHit) == 1 && int(Evidence::JsonMiss) == 2 &&
              int(Evidence::BareMiss) == 3 && int(Evidence::ForwardedHit) == 4 &&
              int(Evidence::SizeMismatch) == 5 && int(Evidence::Silent) == 6 &&
              int(Evidence::Unreachable) == 7 && int(Evidence::Unauthorized) == 8 &&
              int(Evidence::ServerFault) == 9 && int(Evidence::Unintelligible) == 10 &&
              int(Evidence::NamespaceNotAsked) == 11 && int(Evidence::RateLimited) == 12 &&
              int(Evidence::SaysYesToAll) == 13 && int(Evidence::Listed) == 14 &&
              int(Evidence::NotListed) == 15);

constexpr std::array Migrations{FirstSchema};
constexpr std::array Tables{"source", "image", "node", "digest", "sighting"};

} // namespace

DatabaseSchema historySchema()
{
    return {QStringLiteral("stowage.db"), HistoryApplicationId, Migrations, Tables};
}

} // namespace stowage
