// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/ExportChip.h"

#include "models/ports/Clock.h"
#include "views/widgets/ExportJob.h"

#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QImageWriter>
#include <QMenu>
#include <QSaveFile>

#include <utility>

namespace stowage {

namespace {

QString endingOf(ExportChip::Kind kind)
{
    switch (kind) {
    case ExportChip::Kind::Csv:
        return QStringLiteral("csv");
    case ExportChip::Kind::Json:
        return QStringLiteral("json");
    case ExportChip::Kind::Png:
        break;
    }
    return QStringLiteral("png");
}

/// Nothing when it went well.
QString writePicture(const QImage& picture, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return file.errorString();
    }
    QImageWriter writer(&file, "png");
    if (!writer.write(picture)) {
        return writer.errorString();
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace

ExportChip::ExportChip(const Theme& theme, const PlacementExporter* exporter, const Clock& clock,
                       Content content, QWidget* parent)
    : Chip(theme, Chip::Kind::Control, parent), m_exporter(exporter), m_clock(clock),
      m_content(std::move(content)), m_menu(new QMenu(this))
{
    setKey(QStringLiteral("o"));
    setToolTip(tr("Save what is shown as CSV, JSON or a picture"));
    const auto add = [this](const QString& text, Kind kind) {
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, kind] { choosePath(kind); });
    };
    if (m_exporter != nullptr) {
        add(tr("CSV: a row a layer, a column a node…"), Kind::Csv);
        add(tr("JSON: stowage/placement/1…"), Kind::Json);
    }
    add(tr("PNG: the matrix as it looks now…"), Kind::Png);
    connect(this, &Chip::clicked, this, &ExportChip::press);
    showProgress();
}

void ExportChip::press()
{
    if (m_job == nullptr) {
        openMenu();
        return;
    }
    std::exchange(m_job, nullptr)->deleteLater();
    showProgress();
    Q_EMIT done(fail({ErrorKind::Cancelled, tr("the export was stopped; nothing was written"), {}, {}, {}}));
}

void ExportChip::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

void ExportChip::choosePath(Kind kind)
{
    auto* dialog = new QFileDialog(window(), tr("Save the placement"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(endingOf(kind));
    dialog->setNameFilter(QStringLiteral("*.%1").arg(endingOf(kind)));
    dialog->selectFile(QStringLiteral("placement.%1").arg(endingOf(kind)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind](const QString& path) { save(kind, path); });
    dialog->open();
}

void ExportChip::save(Kind kind, const QString& path)
{
    switch (kind) {
    case Kind::Csv:
        saveText(PlacementExporter::Format::Csv, path);
        break;
    case Kind::Json:
        saveText(PlacementExporter::Format::Document, path);
        break;
    case Kind::Png:
        savePicture(path);
        break;
    }
}

void ExportChip::savePicture(const QString& path)
{
    const QString problem = writePicture(m_content.picture(), path);
    end(problem.isEmpty() ? std::nullopt : std::optional(exportError(path, problem)), path);
}

void ExportChip::saveText(PlacementExporter::Format format, const QString& path)
{
    if (m_job != nullptr || m_exporter == nullptr) {
        return;
    }
    m_job = new ExportJob(m_exporter->begin(format, m_content.extract()), m_clock, path, this);
    connect(m_job, &ExportJob::progressed, this, &ExportChip::showProgress);
    connect(m_job, &ExportJob::finished, this,
            [this, path](const std::optional<Error>& error) { end(error, path); });
    m_job->start();
}

void ExportChip::showProgress()
{
    if (m_job == nullptr || m_job->total() == 0) {
        setText(tr("export"));
        setAccessibleName(tr("Export"));
    } else {
        const auto percent = static_cast<int>(m_job->done() * 100 / m_job->total());
        //: a chip while a file is written; pressing it stops that
        setText(tr("stop, %1 %").arg(percent));
        setAccessibleName(tr("Stop the export, %1 % are written").arg(percent));
    }
    updateGeometry();
    update();
}

void ExportChip::end(const std::optional<Error>& error, const QString& path)
{
    if (m_job != nullptr) {
        std::exchange(m_job, nullptr)->deleteLater();
    }
    showProgress();
    if (error) {
        Q_EMIT done(fail(*error));
    } else {
        Q_EMIT done(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    }
}

} // namespace stowage
