// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineExportChip.h"

#include "models/ports/Clock.h"
#include "views/widgets/ExportJob.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>

#include <utility>

namespace stowage {

namespace {

QString endingOf(TimelineExporter::Format format)
{
    return format == TimelineExporter::Format::Csv ? QStringLiteral("csv") : QStringLiteral("json");
}

} // namespace

TimelineExportChip::TimelineExportChip(const Theme& theme, const TimelineExporter& exporter,
                                       const Clock& clock, Content content, QWidget* parent)
    : Chip(theme, Chip::Kind::Control, parent), m_exporter(exporter), m_clock(clock),
      m_content(std::move(content)), m_menu(new QMenu(this))
{
    setText(tr("export"));
    setKey(QStringLiteral("o"));
    setToolTip(tr("Save the entries that are shown as CSV or JSON"));
    const auto add = [this](const QString& text, TimelineExporter::Format format) {
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, format] { choosePath(format); });
    };
    add(tr("CSV: a row an entry…"), TimelineExporter::Format::Csv);
    add(tr("JSON: with all labels…"), TimelineExporter::Format::Document);
    connect(this, &Chip::clicked, this, &TimelineExportChip::openMenu);
}

void TimelineExportChip::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height())));
    m_menu->setActiveAction(m_menu->actions().constFirst());
}

void TimelineExportChip::choosePath(TimelineExporter::Format format)
{
    auto* dialog = new QFileDialog(this, tr("Save the timeline"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(endingOf(format));
    dialog->setNameFilter(QStringLiteral("*.%1").arg(endingOf(format)));
    dialog->selectFile(QStringLiteral("timeline.%1").arg(endingOf(format)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString& path) { save(format, path); });
    dialog->open();
}

void TimelineExportChip::save(TimelineExporter::Format format, const QString& path)
{
    if (m_job != nullptr) {
        return;
    }
    m_job = new ExportJob(m_exporter.begin(format, m_content()), m_clock, path, this);
    setEnabled(false);
    connect(m_job, &ExportJob::finished, this, &TimelineExportChip::end);
    m_job->start();
}

void TimelineExportChip::end(const std::optional<Error>& error)
{
    setEnabled(true);
    ExportJob* job = std::exchange(m_job, nullptr);
    job->deleteLater();
    if (error) {
        Q_EMIT done(fail(*error));
    } else {
        Q_EMIT done(tr("Saved %Ln entries: %1", nullptr, static_cast<int>(job->total()))
                        .arg(QDir::toNativeSeparators(job->path())));
    }
}

} // namespace stowage
