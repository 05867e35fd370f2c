// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/Token.h"
#include "views/timeline/TimelineFrame.h"

#include <QHash>
#include <QStaticText>

class QPainter;

namespace stowage {

class Theme;

/// Draws lanes: only what is to be seen.
class TimelinePainter
{
public:
    /// What lies upon the lanes.
    struct Marks
    {
        std::optional<quint32> current; ///< of TimelineContent::entries
        std::optional<quint32> hovered;
        std::optional<QRectF> column; ///< of the chosen one
        std::optional<Timestamp> cross;
        bool hasFocus = false;
    };

    explicit TimelinePainter(const Theme& theme) : m_theme(theme) {}

    void paint(QPainter& painter, const TimelineFrame& frame, const TimelineLayout& layout,
               const TimelineContent& content, const Marks& marks);

    /// Entries are others, or look otherwise.
    void forget() { m_texts.clear(); }

private:
    struct Text
    {
        QStaticText text;
        int room = 0;
    };

    void paintLane(const TimelineLayout::Lane& lane);
    void paintTicks();
    void paintAxis();
    void paintBand(const TimelineLayout::Band& band);
    void paintColumns(const std::vector<TimelineLayout::Column>& columns, int top, bool isOlder);
    void paintItem(const TimelineLayout::Item& item, const TimelineLayout::Band& band);
    void paintBar(const TimelineEntry& entry, const QRectF& bar, const QRectF& seen);
    void paintUnknown(const TimelineEntry& entry, const QRectF& bar);
    void paintMark(const TimelineEntry& entry, const QPointF& middle);
    void paintLabel(quint32 index, const QRectF& room);
    void paintRing(const QRectF& rect, bool isCurrent);
    void paintHeads();
    void paintNow();
    void paintCross();
    void writeTime(Timestamp at, Token ink, Token ground);
    void hatch(const QRectF& area, Token token, double opacity);
    QRectF clip() const;

    const Theme& m_theme;
    QHash<quint32, Text> m_texts;
    // While painting.
    QPainter* m_painter = nullptr;
    const TimelineFrame* m_frame = nullptr;
    const TimelineLayout* m_layout = nullptr;
    const TimelineContent* m_content = nullptr;
    Marks m_marks;
};

} // namespace stowage
