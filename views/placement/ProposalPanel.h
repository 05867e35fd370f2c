// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/fleet/PlacementGoal.h"

#include <QWidget>

#include <optional>

namespace stowage {

class Chip;
class TextLabel;
class Theme;

/// What could be pulled so that the goal is met, in figures.
struct PrewarmProposal
{
    PlacementGoal goal;
    quint32 images = 0;    ///< that do not meet their goal
    qint64 bytesBelow = 0; ///< of their layers that do not

    // Of the plan, where one was computed.
    std::optional<quint32> pulls;
    qint64 bytes = 0;
    qint64 upstreamBytes = 0;
    Millis time{0};
    quint32 refused = 0; ///< parts of the goal that no plan can meet

    bool operator==(const PrewarmProposal&) const = default;
};

/// "Prewarm 3 images to ≥ 3 copies in 2 zones: 14 pulls, 9.6 GiB, about 4 min from peers".
QString proposalText(const PrewarmProposal& proposal);

/// The proposal at the foot of the side panel; hidden while there is none.
class ProposalPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProposalPanel(const Theme& theme, QWidget* parent = nullptr);

    void setProposal(const std::optional<PrewarmProposal>& proposal);
    QString text() const;

    /// Whether there is a place where the plan can be looked at.
    void setPreviewable(bool previewable);

Q_SIGNALS:
    void previewRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextLabel* m_text;
    Chip* m_preview;
};

} // namespace stowage
