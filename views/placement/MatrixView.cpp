// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixView.h"

#include "models/ports/Clock.h"
#include "views/placement/MatrixAccessible.h"
#include "views/placement/MatrixHeads.h"
#include "views/placement/PlacementWords.h"
#include "views/theme/Theme.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace stowage {

namespace {

constexpr Millis WholeCountAtOnce{4};

} // namespace

MatrixView::MatrixView(MatrixModel& model, const Clock& clock, const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_model(model), m_clock(clock), m_theme(theme), m_window(model),
      m_painter(theme)
{
    MatrixAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setCornerWidget(new QWidget); // else the style paints a box between the scroll bars
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Layers by nodes"));
    setAccessibleDescription(
        tr("Which node holds which layer. Arrow keys move from cell to cell; v shows a table."));
    connect(&model, &MatrixModel::rebuilt, this, &MatrixView::takeShape);
    connect(&model, &MatrixModel::changed, this, &MatrixView::takeChange);
    takeShape();
}

void MatrixView::setOverlay(MatrixOverlay overlay)
{
    m_window.setOverlay(std::move(overlay));
    m_painter.prepare(m_layout, m_scale, !m_window.overlay().isEmpty());
    viewport()->update();
}

QSize MatrixView::sizeHint() const
{
    return {760, 480};
}

void MatrixView::takeShape()
{
    std::vector<MatrixRowKind> kinds;
    kinds.reserve(m_model.shape().rows.size());
    for (const MatrixRow& row : m_model.shape().rows) {
        kinds.push_back(row.kind);
    }
    std::vector<int> zones;
    for (const MatrixZone& zone : m_model.shape().zones) {
        zones.push_back(zone.count);
    }
    m_layout.setRows(std::move(kinds));
    m_layout.setZones(zones);
    m_widestLabel = MatrixHeads::widestLabel(m_model);
    m_startCell = m_start ? m_model.find(*m_start) : std::nullopt;
    m_currentCell = m_current ? m_model.find(*m_current) : std::nullopt;
    if (m_current && !m_currentCell) {
        m_current.reset();
        Q_EMIT currentChanged();
    }
    m_window.reread();
    placeEverything();
    setHovered({});
}

void MatrixView::takeChange(const MatrixChange& change)
{
    if (change.layers.empty()) {
        m_window.reread(change.columns);
    } else {
        m_window.reread(); // what is the only copy may be another cell now, on any node
    }
    look();
}

MatrixMetrics MatrixView::metricsOf(const MatrixZoom& zoom) const
{
    MatrixMetrics metrics = zoom.metrics();
    const qreal cellWidth = metrics.cellWidth / zoom.scale();
    metrics.headHeight = qRound(MatrixHeads::height(m_widestLabel, cellWidth) * zoom.scale());
    return metrics;
}

void MatrixView::placeEverything()
{
    m_scale = devicePixelRatioF();
    m_zoom.setScale(m_scale);
    m_layout.setMetrics(metricsOf(m_zoom));
    m_layout.setViewport((QSizeF(viewport()->size()) * m_scale).toSize());
    m_painter.setWidestLabel(m_widestLabel);
    m_painter.prepare(m_layout, m_scale, !m_window.overlay().isEmpty());
    placeScrollBars();
}

void MatrixView::placeScrollBars()
{
    const QPoint most = m_layout.maxScroll();
    const QRect area = m_layout.cellsArea();
    horizontalScrollBar()->setRange(0, most.x());
    horizontalScrollBar()->setPageStep(area.width());
    horizontalScrollBar()->setSingleStep(qMax(m_layout.metrics().cellWidth, area.width() / 40));
    verticalScrollBar()->setRange(0, most.y());
    verticalScrollBar()->setPageStep(area.height());
    verticalScrollBar()->setSingleStep(qMax(m_layout.metrics().cellHeight, area.height() / 40));
    m_layout.setScroll({horizontalScrollBar()->value(), verticalScrollBar()->value()});
    look();
}

void MatrixView::look()
{
    m_window.show(m_layout.visibleRows(), m_layout.visibleColumns());
    countWhole();
    viewport()->update();
}

void MatrixView::countWhole()
{
    if (m_isCounting || m_zoom.isOverview() || m_model.query().grouping == MatrixGrouping::None) {
        return;
    }
    const Millis begin = m_clock.monotonic();
    const MatrixRange rows = m_layout.visibleRows();
    for (int row = rows.first; row < rows.end; ++row) {
        if (m_layout.kind(row) != MatrixRowKind::Image || !m_model.isWholeOld(row)) {
            continue;
        }
        if (m_clock.monotonic() - begin >= WholeCountAtOnce) {
            m_isCounting = true;
            m_clock.after(Millis{1}, this, [this] {
                m_isCounting = false;
                countWhole();
            });
            return;
        }
        m_model.countWhole(row);
        viewport()->update();
    }
}

void MatrixView::setZoom(const MatrixZoom& zoom, const QPointF& anchor)
{
    if (zoom == m_zoom) {
        return;
    }
    // Which share of which row and column lies at the anchor, to be put there again.
    const QPoint at = toDevice(anchor.toPoint());
    const MatrixLayout before = m_layout;
    m_zoom = zoom;
    placeEverything();
    const QPoint scroll = m_layout.scrollToKeep(before, at);
    horizontalScrollBar()->setValue(scroll.x());
    verticalScrollBar()->setValue(scroll.y());
}

void MatrixView::setZoom(const MatrixZoom& zoom)
{
    const QRect area = m_layout.cellsArea();
    const QRect cell =
        m_currentCell ? m_layout.cellRect(m_currentCell->first, m_currentCell->second) : QRect();
    const QPoint anchor = area.contains(cell.center()) ? cell.center() : area.center();
    setZoom(zoom, QPointF(anchor) / m_scale);
}

void MatrixView::zoomToFit()
{
    const std::vector<MatrixZoom> sizes = m_zoom.smaller();
    const auto fitting = std::ranges::find_if(sizes, [this](const MatrixZoom& zoom) {
        MatrixLayout layout = m_layout;
        layout.setMetrics(metricsOf(zoom));
        return layout.maxScroll().isNull();
    });
    setZoom(fitting == sizes.end() ? sizes.back() : *fitting);
}

MatrixBlock MatrixView::selection() const
{
    if (!m_currentCell) {
        return {};
    }
    const auto [row, column] = *m_currentCell;
    const auto [startRow, startColumn] = m_startCell.value_or(*m_currentCell);
    MatrixBlock block{{qMin(row, startRow), qMax(row, startRow) + 1},
                      {qMin(column, startColumn), qMax(column, startColumn) + 1}};
    if (m_span == Span::Rows) {
        block.columns = {0, m_model.columnCount()};
    } else if (m_span == Span::Columns) {
        block.rows = {0, m_model.rowCount()};
    }
    return block;
}

void MatrixView::setSelectionStart(const std::optional<MatrixPlace>& start)
{
    m_start = start;
    m_startCell = start ? m_model.find(*start) : std::nullopt;
}

void MatrixView::setCurrentCell(int row, int column, bool extend)
{
    const bool isCell = row >= 0 && row < m_model.rowCount() && column >= 0 &&
                        column < m_model.columnCount() && m_layout.kind(row) == MatrixRowKind::Layer;
    if (!isCell) {
        return;
    }
    if (extend && !m_startCell) {
        setSelectionStart(m_current);
    } else if (!extend) {
        setSelectionStart(std::nullopt);
        m_span = Span::Cells;
    }
    m_current = m_model.placeOf(row, column);
    m_currentCell = std::pair(row, column);
    const QPoint scroll = m_layout.scrollToShow(row, column);
    horizontalScrollBar()->setValue(scroll.x());
    verticalScrollBar()->setValue(scroll.y());
    viewport()->update();
    tellAccessibility();
    Q_EMIT currentChanged();
    Q_EMIT selectionChanged();
}

void MatrixView::selectRows(int first, int last)
{
    const int column = m_currentCell ? m_currentCell->second : 0;
    setCurrentCell(m_layout.stepLayerRow(first - 1, 1), column);
    setCurrentCell(m_layout.stepLayerRow(last + 1, -1), column, true);
    m_span = Span::Rows;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void MatrixView::selectColumns(int first, int last)
{
    const int row = m_currentCell ? m_currentCell->first : m_layout.stepLayerRow(-1, 1);
    setCurrentCell(row, first);
    setCurrentCell(row, last, true);
    m_span = Span::Columns;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void MatrixView::tellAccessibility()
{
    if (m_currentCell && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(MatrixAccessible::childIndex(m_model, m_currentCell->first, m_currentCell->second));
        QAccessible::updateAccessibility(&event);
    }
}

QString MatrixView::cellName(int row, int column) const
{
    const MatrixPlace place = m_model.placeOf(row, column);
    const QString name = words::cellName(m_model.fleet(), place.layer, place.node, m_clock.now());
    const QString mark =
        words::mark(overlay().marked(m_model.cell(row, column), place.layer, place.node).mark());
    return mark.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, mark);
}

QString MatrixView::textAt(const MatrixHit& hit) const
{
    if (hit.isCell()) {
        return cellName(hit.row, hit.column);
    }
    if (hit.area == MatrixArea::Head && hit.column >= 0) {
        const MatrixColumn& column = m_model.column(hit.column);
        const QString trouble = words::nodeTrouble(column.state);
        return trouble.isEmpty() ? column.name : tr("%1: %2").arg(column.name, trouble);
    }
    if (hit.area == MatrixArea::Frozen && hit.row >= 0) {
        const MatrixLayer* layer = m_model.layerOf(hit.row);
        return layer ? layer->digest.toString() : m_model.groupOf(hit.row).reference;
    }
    return {};
}

QPoint MatrixView::toDevice(const QPoint& at) const
{
    return {static_cast<int>(at.x() * m_scale), static_cast<int>(at.y() * m_scale)};
}

void MatrixView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    MatrixMarks marks;
    marks.hoverRow = m_hover.row;
    marks.hoverColumn = m_hover.column;
    marks.currentRow = m_currentCell ? m_currentCell->first : -1;
    marks.currentColumn = m_currentCell ? m_currentCell->second : -1;
    marks.focused = hasFocus();
    marks.selection = selection();
    m_painter.paint(painter, m_layout, m_model, m_window, marks);
}

void MatrixView::resizeEvent(QResizeEvent*)
{
    m_layout.setViewport((QSizeF(viewport()->size()) * m_scale).toSize());
    placeScrollBars();
}

void MatrixView::scrollContentsBy(int, int)
{
    m_layout.setScroll({horizontalScrollBar()->value(), verticalScrollBar()->value()});
    look();
    setHovered(viewport()->underMouse() ? m_layout.hit(toDevice(viewport()->mapFromGlobal(QCursor::pos())))
                                        : MatrixHit());
}

void MatrixView::setHovered(const MatrixHit& hit)
{
    if (hit == m_hover) {
        return;
    }
    m_hover = hit;
    const auto place = hit.isCell() ? std::optional(m_model.placeOf(hit.row, hit.column)) : std::nullopt;
    viewport()->update();
    if (place != m_hovered) {
        m_hovered = place;
        Q_EMIT hoveredChanged();
    }
}

} // namespace stowage
