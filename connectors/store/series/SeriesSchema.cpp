// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SeriesSchema.h"

#include "models/metrics/SampleReason.h"

#include <array>

namespace stowage {
namespace {

/// Times and spans are milliseconds; `span` is what each point of a chunk stands for. A chunk's statistics
/// stand before its body, so that SQLite need not read that one; its `samples` are what its points sum up.
/// The index holds all that lists and retention ask for, so that they read no bodies either. Chunks of one
/// series and span do not overlap. `head` is a log: rows are only added, and deleted from the front once all
/// their samples are in chunks; AUTOINCREMENT, because a number must never come again.
constexpr const char* FirstSchema = R"sql(
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    subject TEXT NOT NULL,
    metric TEXT NOT NULL,
    UNIQUE (source, subject, metric)
) STRICT;

CREATE TABLE head (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    series INTEGER NOT NULL REFERENCES series,
    span INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    points INTEGER NOT NULL,
    samples INTEGER NOT NULL,
    min REAL NOT NULL,
    max REAL NOT NULL,
    sum REAL NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX chunk_place ON chunk (series, span, first_at, last_at, samples);

CREATE TABLE quarantine (
    series INTEGER NOT NULL REFERENCES series,
    at INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    value REAL,
    peak REAL,
    PRIMARY KEY (series, at, reason)
) STRICT, WITHOUT ROWID;
)sql";

// The numbers are on disks: whoever renumbers needs a migration.
static_assert(int(SampleReason::None) == 0 && int(SampleReason::NotANumber) == 1 &&
              int(SampleReason::Negative) == 2 && int(SampleReason::AboveWhole) == 3 &&
              int(SampleReason::AboveDevice) == 4 && int(SampleReason::FromTheFuture) == 5 &&
              int(SampleReason::Ancient) == 6 && int(SampleReason::Repeated) == 7 &&
              int(SampleReason::OutOfOrder) == 8 && int(SampleReason::FirstAfterGap) == 9 &&
              int(SampleReason::CounterReset) == 10 && int(SampleReason::UnitSlip) == 11 &&
              int(SampleReason::WentBack) == 12 && int(SampleReason::Contradicted) == 13);

constexpr std::array Migrations{FirstSchema};
constexpr std::array Tables{"series", "head", "chunk", "quarantine"};

} // namespace

DatabaseSchema seriesSchema()
{
    // Room that retention frees is given back in small steps.
    return {QStringLiteral("series.db"), SeriesApplicationId, Migrations, Tables,
            "PRAGMA auto_vacuum = INCREMENTAL"};
}

} // namespace stowage
