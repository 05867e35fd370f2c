// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/ProposalPanel.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/Refit.h"
#include "views/widgets/Surface.h"
#include "views/widgets/TextLabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace stowage {

namespace {

QString imagesText(quint32 images)
{
    return images == 1 ? ProposalPanel::tr("1 image")
                       : ProposalPanel::tr("%n images", nullptr, static_cast<int>(images));
}

/// "≥ 3 copies in 2 zones"
QString goalText(const PlacementGoal& goal)
{
    const QString copies = goal.copies == 1
                               ? ProposalPanel::tr("≥ 1 copy")
                               : ProposalPanel::tr("≥ %n copies", nullptr, static_cast<int>(goal.copies));
    //: a goal: so many copies in so many zones
    return goal.zones < 2 ? copies : ProposalPanel::tr("%1 in %2 zones").arg(copies).arg(goal.zones);
}

QString pullsText(const PrewarmProposal& proposal)
{
    const quint32 count = proposal.pulls.value_or(0);
    const QString pulls = count == 1 ? ProposalPanel::tr("1 pull")
                                     : ProposalPanel::tr("%n pulls", nullptr, static_cast<int>(count));
    const QString time = formatDuration(proposal.time);
    if (proposal.upstreamBytes == 0) {
        //: pulls, bytes, time
        return ProposalPanel::tr("%1, %2, about %3 from peers").arg(pulls, formatBytes(proposal.bytes), time);
    }
    //: pulls, bytes, time, bytes
    return ProposalPanel::tr("%1, %2, about %3, of which %4 from upstream")
        .arg(pulls, formatBytes(proposal.bytes), time, formatBytes(proposal.upstreamBytes));
}

} // namespace

QString proposalText(const PrewarmProposal& proposal)
{
    const QString images = imagesText(proposal.images);
    const QString goal = goalText(proposal.goal);
    if (!proposal.pulls || (*proposal.pulls == 0 && proposal.refused == 0)) {
        //: images, goal, bytes
        return ProposalPanel::tr("Not at %2: %1 with %3 of layers below")
            .arg(images, goal, formatBytes(proposal.bytesBelow));
    }
    if (*proposal.pulls == 0) {
        return ProposalPanel::tr("Not at %2: %1, and no node can take more; the plan says why")
            .arg(images, goal);
    }
    const QString whole = ProposalPanel::tr("Prewarm %1 to %2: %3").arg(images, goal, pullsText(proposal));
    return proposal.refused == 0 ? whole : ProposalPanel::tr("%1. Not all of the goal can be met").arg(whole);
}

ProposalPanel::ProposalPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_text(new TextLabel(theme, fonts::body(), Token::Text)),
      m_preview(new Chip(theme, Chip::Kind::Primary))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::Margin, metrics::Gap + 2, metrics::Margin, metrics::Gap + 2);
    column->setSpacing(metrics::Gap);
    column->addWidget(m_text);
    column->addWidget(m_preview, 0, Qt::AlignLeft);
    m_text->setWrapping(true);
    m_preview->setText(tr("Preview prewarm…"));
    m_preview->setKey(QStringLiteral("p"));
    connect(m_preview, &Chip::clicked, this, &ProposalPanel::previewRequested);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void ProposalPanel::setProposal(const std::optional<PrewarmProposal>& proposal)
{
    setVisible(proposal.has_value());
    m_text->setText(proposal ? proposalText(*proposal) : QString());
    refit(m_text);
}

void ProposalPanel::setPreviewable(bool previewable)
{
    m_preview->setVisible(previewable);
}

QString ProposalPanel::text() const
{
    return m_text->text();
}

void ProposalPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawSurface(painter, rect(), m_theme);
}

} // namespace stowage
