// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/ports/PlacementExporter.h"
#include "views/widgets/Chip.h"

#include <functional>

class QMenu;

namespace stowage {

class Clock;
class ExportJob;

/// Saves what the matrix shows: as CSV, JSON or a picture. Says how it goes in its own words, and is pressed
/// again to stop.
class ExportChip : public Chip
{
    Q_OBJECT

public:
    enum class Kind : quint8
    {
        Csv,
        Json,
        Png
    };

    /// What is to be written, asked when it is.
    struct Content
    {
        std::function<PlacementExtract()> extract;
        std::function<QImage()> picture;
    };

    /// The exporter may be null: then there are pictures only. What is given by reference outlives the chip.
    ExportChip(const Theme& theme, const PlacementExporter* exporter, const Clock& clock, Content content,
               QWidget* parent = nullptr);

    void openMenu();
    /// Writes to this path; the end is told by done().
    void save(Kind kind, const QString& path);

Q_SIGNALS:
    /// "Saved /home/ops/placement.csv", or what went wrong.
    void done(const stowage::Result<QString>& result);

private:
    void press();
    void choosePath(Kind kind);
    void savePicture(const QString& path);
    void saveText(PlacementExporter::Format format, const QString& path);
    void showProgress();
    void end(const std::optional<Error>& error, const QString& path);

    const PlacementExporter* m_exporter;
    const Clock& m_clock;
    Content m_content;
    QMenu* m_menu;
    ExportJob* m_job = nullptr; ///< the one under way
};

} // namespace stowage
