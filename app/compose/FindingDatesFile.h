// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/FindingDates.h"

namespace stowage {

/// Since when what is wrong has been wrong, in `finding-dates.json` of the data folder, so that a restart
/// makes no breach young again. A file that cannot be read or written costs the ages and nothing else.
class FindingDatesFile
{
public:
    /// What has not stood for so long is forgotten.
    static constexpr std::chrono::days Keep{30};

    explicit FindingDatesFile(const QString& folder);

    FindingDateBook read(Timestamp now) const;
    void write(const FindingDateBook& book) const;

private:
    QString m_path;
};

} // namespace stowage
