// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/plan/PlanView.h"

#include "models/placement/PrewarmSummary.h"
#include "views/placement/plan/PlanSide.h"
#include "views/placement/plan/PlanTiles.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/CellDelegate.h"
#include "views/widgets/Chip.h"
#include "views/widgets/Panel.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/Table.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QHBoxLayout>
#include <QHeaderView>

namespace stowage {

PlanView::PlanView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_tiles(new PlanTiles(theme)),
      m_panel(new Panel(theme, tr("Pulls by wave"))), m_table(new Table(theme)),
      m_view(new StatefulView(theme, m_table)), m_side(new PlanSide(theme)),
      m_hash(new TextLabel(theme, fonts::mono(), Token::Text2)),
      m_validity(new TextLabel(theme, fonts::secondary(), Token::Text2)),
      m_again(new Chip(theme, Chip::Kind::Control)), m_close(new Chip(theme, Chip::Kind::Primary))
{
    setUpTable();
    m_panel->setBody(m_view);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::Gap);
    row->addWidget(m_panel, 1);
    row->addWidget(m_side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::Margin, metrics::Margin, metrics::Margin, metrics::Margin);
    column->setSpacing(metrics::Gap);
    column->addWidget(m_tiles);
    column->addLayout(row, 1);
    column->addWidget(makeFoot());
    setFocusProxy(m_view);
    connect(m_view, &StatefulView::todoClicked, this, &PlanView::planRequested);
    connect(m_again, &Chip::clicked, this, &PlanView::planRequested);
    connect(m_close, &Chip::clicked, this, &PlanView::closeRequested);
    showPlanning();
}

void PlanView::setUpTable()
{
    const auto column = [this](const char* id) {
        return m_model.columnOf(QString::fromLatin1(id));
    };
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Pulls by wave"));
    auto* heading = new CellDelegate(m_theme, *m_table);
    heading->setFont(fonts::strong());
    m_table->setItemDelegateForColumn(column("wave"), heading);
    for (const char* quiet : {"zone", "platform", "layers", "from"}) {
        auto* delegate = new CellDelegate(m_theme, *m_table);
        delegate->setInk(Token::Text2);
        m_table->setItemDelegateForColumn(column(quiet), delegate);
    }
    m_table->setShown({
        {.column = column("wave"), .width = 28},
        {.column = column("node"), .width = 130},
        {.column = column("zone"), .width = 80, .dropFirst = 3},
        {.column = column("image"), .width = 160, .stretches = true},
        {.column = column("platform"), .width = 100, .dropFirst = 4},
        {.column = column("layers"), .width = 62, .dropFirst = 2},
        {.column = column("bytes"), .width = 86},
        {.column = column("from"), .width = 150, .dropFirst = 1},
    });
    // Waves are the order; another would mix them.
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    connect(m_table, &Table::currentRowChanged, this,
            [this](int row) { m_side->setStep(row < 0 ? nullptr : m_model.stepAt(row)); });
    connect(m_table, &Table::opened, this, [this](int row) {
        if (const PrewarmStep* step = m_model.stepAt(row)) {
            Q_EMIT stepOpened(step->image, step->node);
        }
    });
}

QWidget* PlanView::makeFoot()
{
    m_again->setText(tr("Plan again"));
    m_close->setText(tr("Close"));
    m_close->setKey(tr("Esc"));
    m_hash->setElideMode(Qt::ElideRight);
    m_validity->setKeepsSize(true);
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    row->addWidget(m_hash, 1);
    row->addWidget(m_validity);
    row->addWidget(m_again);
    row->addWidget(m_close);
    return foot;
}

void PlanView::showPlanning()
{
    m_isPlanning = true;
    m_model.setPlan({});
    m_tiles->setPlan({});
    m_side->setPlan({});
    m_side->hide();
    m_hash->setText({});
    m_validity->setText({});
    m_again->setEnabled(false);
    m_panel->setNote({});
    m_view->showInstead(
        {Status::NotSeen, tr("Planning…"), tr("from what is known of every node now"), {}, {}});
}

void PlanView::setPlan(const PrewarmPlan& plan, Timestamp now)
{
    m_isPlanning = false;
    m_model.setPlan(plan);
    spanHeadings();
    m_tiles->setPlan(plan);
    m_side->setPlan(plan);
    m_side->setVisible(!plan.isEmpty());
    m_again->setEnabled(true);
    //: %1 is a hash
    m_hash->setText(tr("plan %1").arg(plan.hash));
    m_panel->setNote(prewarmHeadline(plan));
    if (m_model.rowCount() > 1) {
        m_table->setCurrentIndex(m_model.index(1, m_model.columnOf(QStringLiteral("node"))));
    }
    showState(now);
}

void PlanView::judge(Timestamp now)
{
    if (!m_isPlanning) {
        showState(now);
    }
}

void PlanView::showState(Timestamp now)
{
    const PrewarmPlan& shown = plan();
    const bool isOld = now >= shown.expires;
    m_validity->setText(isOld ? tr("only a plan, made %1 ago").arg(formatDuration(now - shown.made))
                              : tr("only a plan, good until %1").arg(words::utcTime(shown.expires, now)));
    if (shown.isEmpty()) {
        m_view->showInstead({Status::Fine, tr("Nothing to warm"), prewarmNothingText(shown), {}, {}});
    } else if (shown.steps.empty()) {
        m_view->showInstead({Status::Warning,
                             tr("Nothing can be warmed"),
                             tr("the reasons stand beside, image by image"),
                             {},
                             {}});
    } else if (isOld) {
        m_view->showAbove({Status::Warning,
                           tr("This plan is too old to be relied on"),
                           tr("nodes and layers may have changed since"),
                           tr("Plan again"),
                           {}});
    } else {
        m_view->showContent();
    }
}

void PlanView::spanHeadings()
{
    m_table->clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.isHeading(row)) {
            m_table->setSpan(row, 0, 1, m_model.columnCount());
        }
    }
}

} // namespace stowage
