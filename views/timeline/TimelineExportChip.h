// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/ports/TimelineExporter.h"
#include "views/widgets/Chip.h"

#include <functional>

class QMenu;

namespace stowage {

class Clock;
class ExportJob;

/// Saves the entries that are shown as CSV or JSON.
class TimelineExportChip : public Chip
{
    Q_OBJECT

public:
    /// Asked when something is to be written.
    using Content = std::function<std::vector<TimelineEntry>()>;

    /// All that is given by reference outlives the chip.
    TimelineExportChip(const Theme& theme, const TimelineExporter& exporter, const Clock& clock,
                       Content content, QWidget* parent = nullptr);

    void openMenu();
    /// Writes to this path; the end is told by done().
    void save(TimelineExporter::Format format, const QString& path);

Q_SIGNALS:
    /// "Saved 124 entries: /home/ops/timeline.csv", or what went wrong.
    void done(const stowage::Result<QString>& result);

private:
    void choosePath(TimelineExporter::Format format);
    void end(const std::optional<Error>& error);

    const TimelineExporter& m_exporter;
    const Clock& m_clock;
    Content m_content;
    QMenu* m_menu;
    ExportJob* m_job = nullptr; ///< the one under way
};

} // namespace stowage
