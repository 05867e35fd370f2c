// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/alerts/AlertKeeper.h"

#include <algorithm>
#include <string>

namespace stowage {
namespace {

constexpr qint64 EventsAtOnce = 200;
constexpr double Kept = 0.9; ///< of the bound, so that it is not done for every event
constexpr qint64 PagesAtOnce = 128;
constexpr qint64 PagesKept = 256; ///< free ones, for what comes next

qint64 pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(std::string("PRAGMA ") + name).getInt64();
}

qint64 bytesInUse(SQLite::Database& database)
{
    const qint64 pages = pragma(database, "page_count") - pragma(database, "freelist_count");
    return pages * pragma(database, "page_size");
}

/// Gives a few pages back; false when no more than enough are free.
bool vacuum(SQLite::Database& database)
{
    const qint64 freePages = pragma(database, "freelist_count");
    if (freePages <= PagesKept) {
        return false;
    }
    database.exec("PRAGMA incremental_vacuum(" +
                  std::to_string(std::min(PagesAtOnce, freePages - PagesKept)) + ")");
    return true;
}

} // namespace

/// How many events are too many is reckoned once, from their mean size: the words of removed events lie on
/// disk until they are tidied up, so that looking at the size after each step would remove everything.
bool AlertKeeper::step(AlertTable& table)
{
    switch (m_stage) {
    case Stage::Look: {
        const qint64 used = bytesInUse(table.database());
        if (used <= m_retention.maxBytes) {
            return false;
        }
        const double share = 1 - Kept * static_cast<double>(m_retention.maxBytes) / static_cast<double>(used);
        m_toRemove = static_cast<qint64>(static_cast<double>(table.count()) * share);
        m_stage = Stage::Remove;
        return true;
    }
    case Stage::Remove:
        if (m_toRemove > 0) {
            const qint64 removed = table.removeOldest(std::min(EventsAtOnce, m_toRemove));
            m_toRemove = removed == 0 ? 0 : m_toRemove - removed;
        } else {
            table.words().beginToTidy();
            m_stage = Stage::Tidy;
        }
        return true;
    case Stage::Tidy:
        m_stage = table.words().tidy() ? Stage::Tidy : Stage::Vacuum;
        return true;
    case Stage::Vacuum:
        break;
    }
    if (vacuum(table.database())) {
        return true;
    }
    m_stage = Stage::Look;
    return false;
}

} // namespace stowage
