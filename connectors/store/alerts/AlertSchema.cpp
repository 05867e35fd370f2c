// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertSchema.h"

#include "models/alerts/AlertEvent.h"

#include <array>

namespace stowage {
namespace {

/// Rows lie in the order of their time (see AlertSlot), so that a page of the timeline lies in one piece and
/// a full-text search, which answers by row, comes to an end after one page. What an alert's events have in
/// common is a thing, kept once; its numbers never come again, for readers remember them. `words` keeps no
/// text, only which row has which term; `term` is what a search that is still being typed may become: the
/// words that searches know never go, they are few. `hour` counts, for the years of the timeline.
constexpr const char* FirstSchema = R"sql(
CREATE TABLE thing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE,
    alert TEXT NOT NULL,
    name TEXT NOT NULL,
    subject_kind INTEGER NOT NULL,
    subject TEXT NOT NULL,
    zone TEXT NOT NULL,
    touches TEXT NOT NULL,
    labels TEXT NOT NULL
) STRICT;
CREATE INDEX thing_alert ON thing (alert) WHERE alert <> '';

CREATE TABLE event (
    slot INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    severity INTEGER NOT NULL,
    at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    thing INTEGER NOT NULL REFERENCES thing,
    is_past INTEGER NOT NULL,
    until INTEGER NOT NULL,
    uid TEXT NOT NULL,
    source TEXT NOT NULL,
    summary TEXT NOT NULL,
    incident TEXT NOT NULL,
    other TEXT NOT NULL,
    actor TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_number ON event (number);
CREATE INDEX event_kind ON event (kind, slot, severity);
CREATE INDEX event_thing ON event (thing);
CREATE INDEX event_incident ON event (incident) WHERE incident <> '';

CREATE TABLE uid (
    hash BLOB PRIMARY KEY,
    slot INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (text, content = '', detail = none, tokenize = 'ascii');
CREATE TABLE term (
    text TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE hour (
    hour INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    severity INTEGER NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (hour, kind, severity)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    up_to INTEGER NOT NULL,
    state BLOB NOT NULL
) STRICT;
)sql";

// The numbers are on disks: whoever renumbers needs a migration.
static_assert(int(AlertEventKind::Fired) == 1 && int(AlertEventKind::Judged) == 15 &&
              int(AlertEventKind::Acknowledged) == 32 && int(AlertEventKind::Noted) == 39 &&
              int(AlertEventKind::TagMoved) == 64 && int(AlertEventKind::SourceLost) == 80 &&
              int(AlertEventKind::ActionDone) == 96 && int(AlertEventKind::NoticeFailed) == 113);
static_assert(int(AlertSeverity::Info) == 0 && int(AlertSeverity::Critical) == 2);
static_assert(int(SubjectKind::Unknown) == 0 && int(SubjectKind::Stowage) == 6);

constexpr std::array Migrations{FirstSchema};
constexpr std::array Tables{"thing", "event", "uid", "words", "term", "hour", "figure", "checkpoint"};

} // namespace

DatabaseSchema alertSchema()
{
    // Room that retention frees is given back in small steps.
    return {QStringLiteral("alerts.db"), AlertApplicationId, Migrations, Tables,
            "PRAGMA auto_vacuum = INCREMENTAL"};
}

} // namespace stowage
