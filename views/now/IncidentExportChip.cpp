// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/IncidentExportChip.h"

#include "models/ports/Clock.h"
#include "views/widgets/ExportJob.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>

#include <utility>

namespace stowage {

namespace {

QString endingOf(IncidentExporter::Format format)
{
    return format == IncidentExporter::Format::Csv ? QStringLiteral("csv") : QStringLiteral("json");
}

} // namespace

IncidentExportChip::IncidentExportChip(const Theme& theme, const IncidentExporter& exporter,
                                       const Clock& clock, Content content, QWidget* parent)
    : Chip(theme, Chip::Kind::Control, parent), m_exporter(exporter), m_clock(clock),
      m_content(std::move(content)), m_menu(new QMenu(this))
{
    setText(tr("export"));
    setKey(QStringLiteral("o"));
    setToolTip(tr("Save the incidents that are shown as CSV or JSON"));
    const auto add = [this](const QString& text, IncidentExporter::Format format) {
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, format] { choosePath(format); });
    };
    add(tr("CSV: a row an incident…"), IncidentExporter::Format::Csv);
    add(tr("JSON: with all alerts…"), IncidentExporter::Format::Document);
    connect(this, &Chip::clicked, this, &IncidentExportChip::openMenu);
}

void IncidentExportChip::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height())));
    m_menu->setActiveAction(m_menu->actions().constFirst());
}

void IncidentExportChip::choosePath(IncidentExporter::Format format)
{
    auto* dialog = new QFileDialog(this, tr("Save the incidents"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(endingOf(format));
    dialog->setNameFilter(QStringLiteral("*.%1").arg(endingOf(format)));
    dialog->selectFile(QStringLiteral("incidents.%1").arg(endingOf(format)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, format](const QString& path) { save(format, path); });
    dialog->open();
}

void IncidentExportChip::save(IncidentExporter::Format format, const QString& path)
{
    if (m_job != nullptr) {
        return;
    }
    m_job = new ExportJob(m_exporter.begin(format, m_content()), m_clock, path, this);
    setEnabled(false);
    connect(m_job, &ExportJob::finished, this, &IncidentExportChip::end);
    m_job->start();
}

void IncidentExportChip::end(const std::optional<Error>& error)
{
    setEnabled(true);
    ExportJob* job = std::exchange(m_job, nullptr);
    job->deleteLater();
    if (error) {
        Q_EMIT done(fail(*error));
    } else {
        Q_EMIT done(tr("Saved %Ln incidents: %1", nullptr, static_cast<int>(job->total()))
                        .arg(QDir::toNativeSeparators(job->path())));
    }
}

} // namespace stowage
