// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/RiskPanel.h"

#include "views/placement/HolderDelegate.h"
#include "views/placement/RiskDelegate.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"
#include "views/widgets/LineList.h"
#include "views/widgets/Table.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace stowage {

namespace {

constexpr size_t MostFindings = 40; // a side panel is no archive: the gravest come first

LineItem itemOf(const PlacementFinding& finding, Timestamp now)
{
    LineItem item;
    item.status = finding.severity == FindingSeverity::Critical ? Status::Critical : Status::Warning;
    item.text = words::visible(placementFindingText(finding.kind));
    if (finding.since != Timestamp{}) {
        //: at least so old: found when the program began to look
        item.right = finding.isSinceExact ? words::age(finding.since, now)
                                          : RiskPanel::tr("≥ %1").arg(words::age(finding.since, now));
    }
    item.detail = words::visible(finding.title);
    if (!finding.isCertain) {
        //: a finding, with the reason why it may not be one
        item.detail = RiskPanel::tr("%1. Not certain: some nodes do not answer.").arg(item.detail);
    }
    return item;
}

} // namespace

RiskPanel::RiskPanel(const Fleet& fleet, const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Most at risk"), parent), m_theme(theme), m_model(new RiskModel(fleet, this)),
      m_table(new Table(theme)), m_findings(new LineList(theme)),
      m_none(new TextLabel(theme, fonts::secondary(), Token::Text2)), m_pages(new QStackedWidget),
      m_switch(new Chip(theme, Chip::Kind::Control))
{
    setUpTable();
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(metrics::Margin, metrics::Gap, metrics::Margin, metrics::Gap);
    column->addWidget(m_none);
    column->addWidget(m_findings);
    column->addStretch(1);
    m_none->setWrapping(true);
    m_none->setText(tr("Still looking whether anything is wrong."));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Findings"));
    scroll->setWidget(list);
    m_pages->addWidget(m_table);
    m_pages->addWidget(scroll);
    setBody(m_pages);
    addToHead(m_switch);
    m_switch->setCheckable(true);
    connect(m_switch, &Chip::clicked, this, &RiskPanel::showFindings);
    sayWhatIsShown();
}

void RiskPanel::setUpTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Layers most at risk"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto column = [this](const char* id) {
        return m_model->columnOf(QString::fromLatin1(id));
    };
    m_table->setShown({{column("digest"), 104},
                       {column("bytes"), 70, false, 0, -1, Qt::DescendingOrder},
                       {column("copies"), 58},
                       {column("node"), 90, true}});
    auto* digest = new CellDelegate(m_theme, *m_table);
    digest->setFont(fonts::mono());
    m_table->setItemDelegateForColumn(column("digest"), digest);
    m_table->setItemDelegateForColumn(column("copies"), new RiskDelegate(m_theme, *m_table));
    m_table->setItemDelegateForColumn(column("node"), new HolderDelegate(m_theme, *m_table, *m_model));
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    const auto choose = [this](int row) {
        if (row >= 0 && row < m_model->rowCount()) {
            Q_EMIT layerChosen(m_model->layerAt(row));
        }
    };
    connect(m_table, &Table::clicked, this, [choose](const QModelIndex& index) { choose(index.row()); });
    connect(m_table, &Table::opened, this, choose);
}

void RiskPanel::setFindings(const std::vector<PlacementFinding>& findings, Timestamp now)
{
    m_count = findings.size();
    std::vector<LineItem> items;
    for (const PlacementFinding& finding : findings) {
        if (items.size() < MostFindings) {
            items.push_back(itemOf(finding, now));
        }
    }
    if (findings.size() > MostFindings) {
        LineItem more;
        const auto left = static_cast<int>(findings.size() - MostFindings);
        more.detail = tr("%n more are told by stowage risk.", nullptr, left);
        items.push_back(more);
    }
    m_findings->setItems(items);
    m_none->setVisible(items.empty());
    m_none->setText(tr("Nothing is wrong with how things lie, as far as the nodes have answered."));
    const bool isGrave = std::ranges::any_of(findings, [](const PlacementFinding& finding) {
        return finding.severity == FindingSeverity::Critical;
    });
    m_worst.reset();
    if (!findings.empty()) {
        m_worst = isGrave ? Status::Critical : Status::Warning;
    }
    sayWhatIsShown();
}

bool RiskPanel::areFindingsShown() const
{
    return m_pages->currentIndex() == 1;
}

void RiskPanel::showFindings(bool shown)
{
    m_switch->setChecked(shown);
    m_pages->setCurrentIndex(shown ? 1 : 0);
    sayWhatIsShown();
}

void RiskPanel::setAge(const QString& age)
{
    m_age = age;
    setStatus(age.isEmpty() ? std::optional<Status>() : Status::Warning);
    sayWhatIsShown();
}

void RiskPanel::sayWhatIsShown()
{
    const bool findings = areFindingsShown();
    setTitle(findings ? tr("Findings") : tr("Most at risk"));
    const QString other = !m_count        ? tr("findings")
                          : *m_count == 1 ? tr("1 finding")
                                          : tr("%n findings", nullptr, static_cast<int>(*m_count));
    m_switch->setText(findings ? tr("at risk") : other);
    m_switch->setStatus(findings ? std::nullopt : m_worst);
    m_switch->updateGeometry();
    m_switch->update();
    //: by what the list is ordered
    setNote(!m_age.isEmpty() ? m_age : findings ? QString() : tr("bytes × images"));
}

void RiskPanel::select(std::optional<LayerId> layer)
{
    const int row = layer ? m_model->rowOf(layer->value) : -1;
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
    } else {
        m_table->setCurrentIndex({});
    }
}

} // namespace stowage
