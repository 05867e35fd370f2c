// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixView.h"

#include "models/ports/Clock.h"
#include "views/placement/MatrixAccessible.h"
#include "views/placement/MatrixLabels.h"
#include "views/placement/PlacementWords.h"
#include "views/theme/Theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <array>

namespace stowage {

namespace {

/// Cell sizes in device-independent pixels, from small to such with a word in each.
constexpr std::array<QSize, 7> ZoomSizes{QSize(4, 4),   QSize(6, 6),   QSize(8, 8),  QSize(11, 11),
                                         QSize(15, 15), QSize(20, 20), QSize(36, 16)};
constexpr int DefaultZoom = 4;
constexpr int FrozenWidth = 232;
constexpr int ImageHead = 24;
constexpr int PlatformHead = 18;
constexpr int ZoneGap = 9;

} // namespace

MatrixView::MatrixView(MatrixModel& model, const Clock& clock, const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_model(model), m_clock(clock), m_theme(theme), m_painter(theme),
      m_zoom(DefaultZoom)
{
    MatrixAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setCornerWidget(new QWidget); // else the style paints a box between the scroll bars
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Layers by nodes"));
    setAccessibleDescription(
        tr("Which node holds which layer. Arrow keys move from cell to cell; v shows a table."));
    connect(&model, &MatrixModel::rebuilt, this, &MatrixView::takeShape);
    connect(&model, &MatrixModel::changed, viewport(), qOverload<>(&QWidget::update));
    takeShape();
}

int MatrixView::zoomCount()
{
    return static_cast<int>(ZoomSizes.size());
}

void MatrixView::setZoom(int zoom)
{
    const int wanted = qBound(0, zoom, zoomCount() - 1);
    if (wanted == m_zoom) {
        return;
    }
    m_zoom = wanted;
    placeEverything();
    if (const auto cell = currentCell()) {
        setCurrentCell(cell->first, cell->second);
    }
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
    if (m_current && !m_model.find(*m_current)) {
        m_current.reset();
        Q_EMIT currentChanged();
    }
    placeEverything();
    setHovered({});
}

void MatrixView::placeEverything()
{
    m_scale = devicePixelRatioF();
    const auto device = [this](int length) {
        return qMax(1, qRound(length * m_scale));
    };
    const QSize cell = ZoomSizes[static_cast<size_t>(m_zoom)];
    MatrixMetrics metrics;
    metrics.cellWidth = device(cell.width());
    metrics.cellHeight = device(cell.height());
    metrics.zoneGap = device(ZoneGap);
    metrics.imageHead = device(ImageHead);
    metrics.platformHead = device(PlatformHead);
    metrics.frozenWidth = device(FrozenWidth);
    metrics.headHeight = device(MatrixLabels::headHeight(m_model, cell.width()));
    m_layout.setMetrics(metrics);
    m_layout.setViewport((QSizeF(viewport()->size()) * m_scale).toSize());
    m_painter.prepare(m_layout, m_scale);
    placeScrollBars();
    viewport()->update();
}

void MatrixView::placeScrollBars()
{
    const QPoint most = m_layout.maxScroll();
    const QRect area = m_layout.cellsArea();
    horizontalScrollBar()->setRange(0, most.x());
    horizontalScrollBar()->setPageStep(area.width());
    horizontalScrollBar()->setSingleStep(m_layout.metrics().cellWidth);
    verticalScrollBar()->setRange(0, most.y());
    verticalScrollBar()->setPageStep(area.height());
    verticalScrollBar()->setSingleStep(m_layout.metrics().cellHeight);
    m_layout.setScroll({horizontalScrollBar()->value(), verticalScrollBar()->value()});
}

std::optional<std::pair<int, int>> MatrixView::currentCell() const
{
    return m_current ? m_model.find(*m_current) : std::nullopt;
}

void MatrixView::setCurrentCell(int row, int column)
{
    const bool isCell = row >= 0 && row < m_model.rowCount() && column >= 0 &&
                        column < m_model.columnCount() && m_layout.kind(row) == MatrixRowKind::Layer;
    if (!isCell) {
        return;
    }
    m_current = m_model.placeOf(row, column);
    const QPoint scroll = m_layout.scrollToShow(row, column);
    horizontalScrollBar()->setValue(scroll.x());
    verticalScrollBar()->setValue(scroll.y());
    viewport()->update();
    tellAccessibility();
    Q_EMIT currentChanged();
}

void MatrixView::tellAccessibility()
{
    const auto cell = currentCell();
    if (cell && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(MatrixAccessible::childIndex(m_model, cell->first, cell->second));
        QAccessible::updateAccessibility(&event);
    }
}

QString MatrixView::cellName(int row, int column) const
{
    const MatrixPlace place = m_model.placeOf(row, column);
    return words::cellName(m_model.fleet(), place.layer, place.node, m_clock.now());
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

bool MatrixView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = textAt(m_layout.hit(toDevice(help->pos())));
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        setHovered({});
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void MatrixView::paintEvent(QPaintEvent*)
{
    if (devicePixelRatioF() != m_scale) {
        placeEverything(); // moved to a screen of another scale
    }
    QPainter painter(viewport());
    const auto cell = currentCell();
    MatrixMarks marks;
    marks.hoverRow = m_hover.row;
    marks.hoverColumn = m_hover.column;
    marks.currentRow = cell ? cell->first : -1;
    marks.currentColumn = cell ? cell->second : -1;
    marks.focused = hasFocus();
    m_painter.paint(painter, m_layout, m_model, marks);
}

void MatrixView::resizeEvent(QResizeEvent*)
{
    m_layout.setViewport((QSizeF(viewport()->size()) * m_scale).toSize());
    placeScrollBars();
}

void MatrixView::scrollContentsBy(int, int)
{
    m_layout.setScroll({horizontalScrollBar()->value(), verticalScrollBar()->value()});
    setHovered(viewport()->underMouse() ? m_layout.hit(toDevice(viewport()->mapFromGlobal(QCursor::pos())))
                                        : MatrixHit());
    viewport()->update();
}

void MatrixView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    const bool looksOtherwise = event->type() == QEvent::PaletteChange ||
                                event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
                                event->type() == QEvent::LanguageChange;
    if (looksOtherwise) {
        placeEverything();
    }
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

void MatrixView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    // The keyboard needs a cell to begin with.
    if (!currentCell() && m_model.columnCount() > 0) {
        setCurrentCell(m_layout.stepLayerRow(-1, 1), 0);
    }
    viewport()->update();
    tellAccessibility();
}

void MatrixView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace stowage
