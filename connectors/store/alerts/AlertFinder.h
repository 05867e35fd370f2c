// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/alerts/AlertCandidates.h"

namespace stowage {

/// A page of the log being looked for, in pieces of a few milliseconds. Throws SQLite::Exception.
class AlertFinder
{
public:
    static constexpr quint32 MostEvents = 10'000; ///< in one page
    static constexpr size_t MostBytes = size_t{32} << 20;

    AlertFinder(quint64 request, const AlertLogQuery& query);

    /// Does a piece; true when the page is whole.
    bool step(AlertTable& table);

    AlertLogPage take() { return std::move(m_page); }

private:
    AlertLogQuery m_query;
    std::optional<AlertCandidates> m_candidates;
    std::vector<qint64> m_slots; ///< candidates that are still to be looked at, the next one last
    bool m_areAll = false;       ///< no others come behind them
    AlertLogPage m_page;
    size_t m_bytes = 0;
};

} // namespace stowage
