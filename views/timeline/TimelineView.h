// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartWindow.h"
#include "views/timeline/TimelinePainter.h"

#include <QAbstractScrollArea>

namespace stowage {

/// The lanes of the timeline on the screen. The wheel changes the length of what is shown about the pointer,
/// dragging moves it; + - 0 and ← → do likewise. ↑ ↓ go to the entry above and below, with Shift ← → to the
/// one before and after, and where entries are only counted to a column of them. Enter opens and folds a
/// storm, and looks closer at a column. To assistive technology it is a list of entries.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(const Theme& theme, QWidget* parent = nullptr);

    void setContent(TimelineContent content);
    const TimelineContent& content() const { return m_content; }
    /// Time has gone on; what stands reaches up to here.
    void setNow(Timestamp now);
    const TimelineLayout& timelineLayout() const { return m_layout; }
    TimelineFrame frame() const;

    /// What can be shown at all, and what shows at first and after 0.
    void setWhole(const TimeRange& whole, bool isLive);
    void showWhole();
    void showRange(const TimeRange& range);
    const ChartWindow& window() const { return m_window; }

    /// The entry that is chosen: null while none is, or while it is not there.
    const TimelineEntry* current() const;
    RowId currentId() const { return m_current; } ///< 0: none
    /// Chooses an entry and brings it into sight.
    void setCurrent(RowId id);

    const TimelineEntry* hovered() const;

    /// The column that is chosen instead of an entry: how many it counts, and of when. Empty: none.
    QString columnInWords() const;

    /// The chosen one's time, else the pointer's.
    std::optional<Timestamp> cross() const;

    /// Entries in the order in which one reads them: by lane, row, time. What is only counted is not among
    /// them.
    const std::vector<quint32>& readingOrder() const { return m_order; }
    /// Where an entry is drawn, in the viewport; empty when it is not laid out.
    QRectF rectOf(quint32 entry) const;
    std::optional<quint32> entryAt(const QPointF& at) const;
    /// What there is to say of this place, for a tooltip.
    QString textAt(const QPointF& at) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void windowChanged();
    void currentChanged();
    void stormToggled(const QString& incident);
    void activated(); ///< Enter or a double click on what is no storm
    void laidOut();   ///< readingOrder() is another

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void move(const std::function<void(ChartWindow&)>& how);
    void layOut();
    void layOutIfNeeded();
    void keepInPlace(const std::optional<std::pair<RowId, int>>& anchor);
    std::optional<std::pair<RowId, int>> anchor() const;
    std::optional<quint32> indexOf(RowId id) const;
    void choose(quint32 entry);
    void reveal(quint32 entry);
    void scrollTo(int top, int height);
    std::optional<Timestamp> chosenTime() const;
    bool zoomByKey(const QKeyEvent& event);
    bool moveByKey(const QKeyEvent& event);
    /// What stands beside each other in a lane: entries, or columns that count them.
    struct Row
    {
        static constexpr int Older = -1; ///< TimelineLayout::Lane::older

        size_t lane = 0; ///< of the layout
        int band = Older;
    };
    std::vector<Row> rows() const;
    std::optional<size_t> chosenRow(const std::vector<Row>& rows) const;
    const std::vector<TimelineLayout::Column>& columnsOf(const Row& row) const;
    std::optional<quint32> nearestEntry(const Row& row, double x) const;
    const TimelineLayout::Column* nearestColumn(const Row& row, double x) const;
    void step(bool forward);
    bool stepColumn(bool forward);
    void stepRow(bool down);

    const TimelineLayout::Column* chosenColumn() const;
    QRectF rectOf(const Row& row, const TimelineLayout::Column& column) const;
    void choose(const Row& row, const TimelineLayout::Column& column);
    void forgetColumn();
    void lookCloser(const TimelineLayout::Column& column);
    QString inWords(const TimelineLayout::Column& column, bool isOlder) const;
    const TimelineLayout::Column* columnAt(const QPointF& at, bool* isOlder = nullptr) const;
    bool pressColumn(const QPointF& at);
    bool isChevron(quint32 entry, const QPointF& at) const;
    void activate();
    void tellAccessibility();

    const Theme& m_theme;
    TimelineContent m_content;
    QHash<RowId, quint32> m_places; ///< in m_content.entries
    ChartWindow m_window;
    TimelineLayout m_layout;
    TimelinePainter m_painter;
    std::vector<quint32> m_order;
    RowId m_current = 0;
    RowId m_hovered = 0;
    /// The chosen column, by what stays as it is when it is laid out anew.
    struct ColumnSpot
    {
        TimelineLane lane = TimelineLane::Alerts;
        int band = Row::Older;
        Timestamp at{}; ///< in its middle
    };
    std::optional<ColumnSpot> m_column;
    std::optional<Timestamp> m_pointer;
    std::optional<QPointF> m_pressed;
    TimeRange m_before; ///< what was shown when the drag began
    bool m_isDragging = false;
};

} // namespace stowage
