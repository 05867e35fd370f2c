// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/MetricInfo.h"
#include "models/metrics/SeriesData.h"
#include "views/widgets/Status.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace stowage {

class Theme;

/// One small chart of several below each other.
struct EvidenceLane
{
    QString label; ///< "CPU of limit"
    MetricUnit unit = MetricUnit::Number;
    SeriesData data;
};

/// What the evidence is of.
struct EvidenceContent
{
    std::vector<EvidenceLane> lanes;
    TimeRange range;
    Timestamp openedAt{};
    Status status = Status::Critical; ///< of the incident, for the mark of its opening
    bool isLoading = false;           ///< what is there stays while more comes
    QString note;                     ///< why there is nothing, or not all of it; empty: nothing to say
};

/// Small charts below each other on one axis of time, with the moment at which an incident was opened. Gaps
/// are gaps. The pointer, or left and right, read the values of a moment.
class EvidenceView : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceView(const Theme& theme, QWidget* parent = nullptr);

    const EvidenceContent& content() const { return m_content; }
    void setContent(EvidenceContent content);

    /// The moment whose values are read.
    std::optional<Timestamp> cross() const { return m_cross; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRect plot() const; ///< of all lanes together
    QRect lane(size_t index) const;
    void setCross(std::optional<Timestamp> at);
    void describe();
    void paintCharts(QPainter& painter);
    void paintNote(QPainter& painter) const;

    const Theme& m_theme;
    EvidenceContent m_content;
    std::optional<Timestamp> m_cross;
    QImage m_picture; ///< the lines, for the size and the theme that there are
};

/// The value of a series at a moment; nothing in a gap, and before and after all of it.
std::optional<double> valueAt(const SeriesData& series, Timestamp at);

} // namespace stowage
