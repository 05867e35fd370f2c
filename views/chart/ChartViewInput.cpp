// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/Clock.h"
#include "models/ports/SeriesExporter.h"
#include "views/chart/BrushStrip.h"
#include "views/chart/ChartCanvas.h"
#include "views/chart/ChartCsv.h"
#include "views/chart/ChartReading.h"
#include "views/chart/ChartTwinModel.h"
#include "views/chart/ChartTwinView.h"
#include "views/chart/ChartView.h"
#include "views/widgets/ExportJob.h"

#include <QDir>
#include <QFileDialog>
#include <QImageWriter>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>

namespace stowage {

namespace {

constexpr double PanShare = 0.15;
constexpr double ZoomFactor = 0.7;

QString endingOf(ChartView::FileKind kind)
{
    switch (kind) {
    case ChartView::FileKind::Csv:
        return QStringLiteral("csv");
    case ChartView::FileKind::Json:
        return QStringLiteral("json");
    case ChartView::FileKind::Png:
        break;
    }
    return QStringLiteral("png");
}

std::vector<SeriesCut> cutsOf(std::vector<ChartSeries> series, const TimeRange& range)
{
    std::vector<SeriesCut> cuts;
    for (ChartSeries& one : series) {
        const QString host = one.host.isEmpty() ? one.data.key.subject.subject : one.host;
        cuts.push_back({host, range, std::move(one.data)});
    }
    return cuts;
}

} // namespace

bool ChartView::isTwinShown() const
{
    return m_pages->currentWidget() == m_twin;
}

void ChartView::toggleTwin()
{
    const bool hadFocus = m_pages->currentWidget()->hasFocus() || m_canvas->hasFocus() || m_twin->hasFocus();
    const bool show = !isTwinShown();
    if (show) {
        m_twinModel->show(m_window.shown());
        m_pages->setCurrentWidget(m_twin);
        if (const auto cross = m_canvas->cross()) {
            m_twin->setCurrentIndex(
                m_twinModel->index(m_twinModel->rowOf(*cross), ChartTwinModel::TimeColumn));
        }
    } else {
        m_pages->setCurrentIndex(0);
        m_twinModel->show({}); // a million times need not be kept for nobody
    }
    QWidget* shown = show ? static_cast<QWidget*>(m_twin) : m_canvas;
    setFocusProxy(shown);
    if (hadFocus) {
        shown->setFocus();
    }
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const bool isOurs = !m_window.isEmpty() && (zoomByKey(*event) || moveByKey(*event));
    event->setAccepted(isOurs);
}

bool ChartView::zoomByKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Up:
        move([](ChartWindow& window) { window.zoom(ZoomFactor); });
        return true;
    case Qt::Key_Minus:
    case Qt::Key_Down:
        move([](ChartWindow& window) { window.zoom(1 / ZoomFactor); });
        return true;
    case Qt::Key_0:
        move([](ChartWindow& window) { window.reset(); });
        return true;
    case Qt::Key_P:
        togglePin();
        return true;
    default:
        return false;
    }
}

bool ChartView::moveByKey(const QKeyEvent& event)
{
    const bool forward = event.key() == Qt::Key_Right;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if ((event.modifiers() & Qt::ShiftModifier) != 0) {
            stepCross(forward);
        } else {
            move([&](ChartWindow& window) { window.pan(forward ? PanShare : -PanShare); });
        }
        return true;
    case Qt::Key_Home:
        move([](ChartWindow& window) { window.toBegin(); });
        return true;
    case Qt::Key_End:
        move([](ChartWindow& window) { window.toEnd(); });
        return true;
    case Qt::Key_Escape:
        if (!m_canvas->cross()) {
            return false;
        }
        m_canvas->setCross(std::nullopt);
        describe();
        return true;
    default:
        return false;
    }
}

void ChartView::stepCross(bool forward)
{
    const TimeRange shown = m_window.shown();
    const Timestamp at = m_canvas->cross().value_or(forward ? shown.from : shown.to);
    Timestamp next = nextSample(m_content, at, forward);
    // Not less than a pixel: a key for each of ten samples upon it would lead nowhere.
    const Millis pixel = m_window.length() / std::max(1, static_cast<int>(m_canvas->plotArea().width()));
    if (next != at && std::chrono::abs(next - at) < pixel) {
        next = at + (forward ? pixel : -pixel);
    }
    if (next < shown.from || next > shown.to) {
        return;
    }
    m_canvas->setCross(next);
    m_canvas->setAccessibleDescription(m_canvas->crossLines().join(QStringLiteral("; ")));
}

void ChartView::setPins(std::vector<PinnedRange> pins)
{
    if (pins == m_pins) {
        return;
    }
    m_pins = std::move(pins);
    m_canvas->takePins();
    Q_EMIT pinsChanged();
}

void ChartView::pin(const TimeRange& range)
{
    std::vector<PinnedRange> pins = m_pins;
    pins.push_back({range, {}});
    setPins(std::move(pins));
}

void ChartView::unpin(size_t which)
{
    std::vector<PinnedRange> pins = m_pins;
    if (which < pins.size()) {
        pins.erase(pins.begin() + static_cast<ptrdiff_t>(which));
        setPins(std::move(pins));
    }
}

void ChartView::togglePin()
{
    const auto found = std::ranges::find(m_pins, m_window.shown(), &PinnedRange::range);
    if (found == m_pins.end()) {
        pin(m_window.shown());
    } else {
        unpin(static_cast<size_t>(found - m_pins.begin()));
    }
}

void ChartView::chooseFile(FileKind kind)
{
    auto* dialog = new QFileDialog(window(), tr("Save the chart"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(endingOf(kind));
    dialog->setNameFilter(QStringLiteral("*.%1").arg(endingOf(kind)));
    dialog->selectFile(QStringLiteral("chart.%1").arg(endingOf(kind)));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind](const QString& path) { save(kind, path); });
    dialog->open();
}

void ChartView::save(FileKind kind, const QString& path)
{
    if (kind == FileKind::Png) {
        QString problem;
        const bool isSaved = savePicture(path, problem);
        endSave(isSaved ? std::nullopt : std::optional(exportError(path, problem)), path);
        return;
    }
    if (!canSave(kind)) {
        return;
    }
    // A copy, as of now: the chart goes on while the file is written.
    std::vector<ChartSeries> series = cutSeries(m_content.series, m_window.shown());
    std::unique_ptr<FileExport> content;
    if (kind == FileKind::Csv) {
        content = std::make_unique<ChartCsv>(std::move(series));
    } else {
        content = m_exporter->begin(cutsOf(std::move(series), m_window.shown()));
    }
    auto* job = new ExportJob(std::move(content), m_clock, path, this);
    connect(job, &ExportJob::finished, this, [this, job, path](const std::optional<Error>& error) {
        job->deleteLater();
        endSave(error, path);
    });
    job->start();
}

bool ChartView::savePicture(const QString& path, QString& problem) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        problem = file.errorString();
        return false;
    }
    QImageWriter writer(&file, "png");
    if (!writer.write(m_pages->currentWidget()->grab().toImage())) {
        problem = writer.errorString();
        return false;
    }
    problem = file.commit() ? QString() : file.errorString();
    return problem.isEmpty();
}

void ChartView::endSave(const std::optional<Error>& error, const QString& path)
{
    if (error) {
        Q_EMIT saved(fail(*error));
    } else {
        Q_EMIT saved(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    }
}

void ChartView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        m_canvas->takeTheme();
        m_strip->takeContent();
    }
    QWidget::changeEvent(event);
}

} // namespace stowage
