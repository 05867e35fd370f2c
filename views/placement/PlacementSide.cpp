// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementSide.h"

#include "views/placement/CellDetails.h"
#include "views/placement/ProposalPanel.h"
#include "views/placement/RiskPanel.h"
#include "views/placement/WhatIfPanel.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"

#include <QEvent>
#include <QVBoxLayout>

namespace stowage {

namespace {

constexpr int LowestRisk = 150; // the list of risks with some rows

int heightOf(const QWidget& panel, int width)
{
    const int wanted = panel.layout() != nullptr && panel.layout()->hasHeightForWidth()
                           ? panel.layout()->totalHeightForWidth(width)
                           : panel.sizeHint().height();
    return wanted + metrics::Gap;
}

} // namespace

PlacementSide::PlacementSide(const Fleet& fleet, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_whatIf(new WhatIfPanel(theme)), m_details(new CellDetails(fleet, theme)),
      m_cell(new Panel(theme, tr("This cell"))), m_risk(new RiskPanel(fleet, theme)),
      m_proposal(new ProposalPanel(theme))
{
    setFixedWidth(metrics::SidePanel);
    m_cell->setBody(m_details);
    m_cell->addToHead(m_details->copyButton());
    m_cell->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Gap);
    column->addWidget(m_whatIf);
    column->addWidget(m_cell);
    column->addWidget(m_risk, 1);
    column->addWidget(m_proposal);
}

void PlacementSide::setLossShown(bool shown)
{
    m_hasLoss = shown;
    arrange();
}

void PlacementSide::setDetailsTitle(const QString& title)
{
    m_cell->setTitle(title);
}

bool PlacementSide::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange();
    }
    return QWidget::event(event);
}

void PlacementSide::resizeEvent(QResizeEvent*)
{
    arrange();
}

void PlacementSide::arrange()
{
    const int proposal = m_proposal->isHidden() ? 0 : heightOf(*m_proposal, width());
    int left = height() - LowestRisk - proposal;
    const int whatIf = heightOf(*m_whatIf, width());
    const int cell = heightOf(*m_cell, width());
    const bool showsWhatIf = m_hasLoss || left >= whatIf + cell;
    left -= showsWhatIf ? whatIf : 0;
    m_whatIf->setVisible(showsWhatIf);
    m_cell->setVisible(left >= cell);
}

} // namespace stowage
