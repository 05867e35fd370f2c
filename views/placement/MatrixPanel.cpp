// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixPanel.h"

#include "models/fleet/PlacementFilter.h"
#include "models/ports/Clock.h"
#include "views/placement/ChangesChip.h"
#include "views/placement/MatrixLegend.h"
#include "views/placement/MatrixTwinModel.h"
#include "views/placement/MatrixTwinView.h"
#include "views/placement/MatrixView.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/ToolRow.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <unordered_set>

namespace stowage {

namespace {

QString sortText(MatrixSort sort)
{
    switch (sort) {
    case MatrixSort::Risk:
        return MatrixPanel::tr("sort: risk");
    case MatrixSort::Name:
        return MatrixPanel::tr("sort: name");
    case MatrixSort::Size:
        break;
    }
    return MatrixPanel::tr("sort: size");
}

QString groupingText(MatrixGrouping grouping)
{
    return grouping == MatrixGrouping::Image ? MatrixPanel::tr("group: image")
                                             : MatrixPanel::tr("group: none");
}

} // namespace

MatrixPanel::MatrixPanel(const Fleet& fleet, const PlacementExporter* exporter, const Clock& clock,
                         const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Layers × nodes"), parent), m_clock(clock), m_theme(theme), m_openedAt(clock.now()),
      m_model(new MatrixModel(fleet, this)), m_twinModel(new MatrixTwinModel(*m_model, clock, this)),
      m_view(new MatrixView(*m_model, clock, theme)), m_twin(new MatrixTwinView(*m_twinModel)),
      m_pages(new QStackedWidget), m_states(new StatefulView(theme, m_pages)),
      m_grouping(new Chip(theme, Chip::Kind::Control)), m_sort(new Chip(theme, Chip::Kind::Control)),
      m_table(new Chip(theme, Chip::Kind::Control)), m_changes(new ChangesChip(theme, m_baselines, clock)),
      m_export(new ExportChip(theme, exporter, clock,
                              {[this] { return extract(); },
                               [this] {
                                   return m_pages->currentWidget()->grab().toImage();
                               }})),
      m_filter(new FilterLine), m_foot(new QWidget), m_legend(new MatrixLegend(theme)),
      m_count(new TextLabel(theme, fonts::label(), Token::Text3))
{
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_twin);
    fillHead();
    setBody(makeBody());
    // From the matrix, Tab leads to the button that shows the table, and into the table when it is shown.
    setTabOrder(m_view, m_table);
    setTabOrder(m_twin, m_table);
    connectAll();
    sayWhatIsShown();
    judge();
}

void MatrixPanel::connectAll()
{
    connect(m_model, &MatrixModel::rebuilt, this, &MatrixPanel::judge);
    connect(m_model, &MatrixModel::rebuilt, this, &MatrixPanel::sayWhatIsShown);
    connect(m_model, &MatrixModel::changed, this, &MatrixPanel::shownChanged);
    connect(m_view, &MatrixView::currentChanged, this, &MatrixPanel::shownChanged);
    connect(m_view, &MatrixView::selectionChanged, this, &MatrixPanel::shownChanged);
    connect(m_view, &MatrixView::hoveredChanged, this, &MatrixPanel::shownChanged);
    connect(m_view, &MatrixView::activated, this, &MatrixPanel::activated);
    connect(m_twin, &QTableView::activated, this, &MatrixPanel::activated);
    connect(m_twin->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MatrixPanel::takeTwinCurrent);
    connect(m_changes, &ChangesChip::sinceChanged, this, &MatrixPanel::markChanges);
    connect(m_changes, &ChangesChip::nowRequested, this, &MatrixPanel::markFromNow);
    connect(m_export, &ExportChip::done, this, &MatrixPanel::sayExported);
    connect(m_states, &StatefulView::todoClicked, this, [this] {
        if (m_state) {
            Q_EMIT todoRequested(*m_state);
        }
    });
}

void MatrixPanel::fillHead()
{
    m_grouping->setToolTip(tr("Rows under their images, or each layer once (g)"));
    m_grouping->setText(groupingText(m_model->query().grouping));
    connect(m_grouping, &Chip::clicked, this, &MatrixPanel::nextGrouping);

    m_sort->setToolTip(tr("What comes first: risk, name or size (s)"));
    m_sort->setText(sortText(m_model->query().sort));
    connect(m_sort, &Chip::clicked, this, &MatrixPanel::nextSort);

    m_filter->setToolTip(
        tr("Words in repository, tag, digest or node; or repository:team copies<2 node:eu-b"));
    connect(m_filter, &FilterLine::textChanged, this, &MatrixPanel::applyFilter);
    connect(m_filter, &FilterLine::left, this, &MatrixPanel::focusContent);

    m_table->setText(tr("table"));
    m_table->setKey(QStringLiteral("v"));
    m_table->setCheckable(true);
    m_table->setToolTip(tr("The same in words, as a table"));
    connect(m_table, &Chip::clicked, this, &MatrixPanel::toggleTwin);

    auto* row = new ToolRow;
    row->add(m_grouping, 2);
    row->add(m_sort, 3);
    row->add(m_filter, 5);
    row->add(m_changes, 1);
    row->add(m_table, 4);
    row->add(m_export, 1);
    addToHead(row);
}

QWidget* MatrixPanel::makeBody()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_states, 1);
    column->addWidget(m_foot);
    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, metrics::Margin, 0);
    foot->addWidget(m_legend, 1);
    foot->addWidget(m_count);
    return body;
}

std::optional<MatrixPlace> MatrixPanel::shown() const
{
    const auto hovered = m_view->hovered();
    return hovered ? hovered : m_view->current();
}

bool MatrixPanel::goToRow(int row, std::optional<NodeId> node)
{
    if (row < 0 || m_model->columnCount() == 0) {
        return false;
    }
    const int column = node ? m_model->columnOf(*node) : 0;
    m_view->setCurrentCell(row, qMax(0, column));
    return true;
}

bool MatrixPanel::goTo(LayerId layer, std::optional<NodeId> node)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const MatrixLayer* at = m_model->layerOf(row); at && at->id == layer) {
            return goToRow(row, node);
        }
    }
    return false;
}

bool MatrixPanel::goTo(ImageId image, std::optional<NodeId> node)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->layerOf(row) && m_model->groupOf(row).image == image) {
            return goToRow(row, node);
        }
    }
    return false;
}

void MatrixPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void MatrixPanel::focusContent()
{
    if (m_states->isContentShown()) {
        m_pages->currentWidget()->setFocus();
    }
}

QString MatrixPanel::filter() const
{
    return m_filter->text();
}

void MatrixPanel::setFilter(const QString& text)
{
    m_filter->setText(text);
}

void MatrixPanel::applyFilter()
{
    const QString text = m_filter->text().trimmed();
    const auto parsed = PlacementFilter::parse(text, m_model->fleet());
    // Half a word typed is no reason to lose what is shown: say it, and keep the last filter that was one.
    QPalette palette;
    if (!parsed) {
        palette.setColor(QPalette::Text, m_theme.color(Token::Warning));
    }
    m_filter->setPalette(palette);
    const QString problem = parsed ? QString() : parsed.error().message;
    m_filter->setAccessibleDescription(problem);
    setNote(problem);
    if (parsed) {
        MatrixQuery query = m_model->query();
        query.filter = text;
        m_model->setQuery(query);
        sayWhatIsShown();
    }
}

void MatrixPanel::nextSort()
{
    MatrixQuery query = m_model->query();
    query.sort = static_cast<MatrixSort>((static_cast<int>(query.sort) + 1) % MatrixSortCount);
    m_sort->setText(sortText(query.sort));
    m_model->setQuery(query);
}

void MatrixPanel::nextGrouping()
{
    MatrixQuery query = m_model->query();
    const bool isGrouped = query.grouping == MatrixGrouping::Image;
    query.grouping = isGrouped ? MatrixGrouping::None : MatrixGrouping::Image;
    m_grouping->setText(groupingText(query.grouping));
    m_model->setQuery(query);
}

void MatrixPanel::openChanges()
{
    m_changes->openMenu();
}

void MatrixPanel::openExports()
{
    m_export->openMenu();
}

bool MatrixPanel::isTwinShown() const
{
    return m_pages->currentWidget() == m_twin;
}

void MatrixPanel::showTwin(bool shown)
{
    const bool hadFocus = m_view->hasFocus() || m_twin->hasFocus() || m_table->hasFocus();
    m_table->setChecked(shown);
    if (shown) {
        const auto cell = m_view->currentCell();
        const int row = cell ? m_twinModel->rowOf(cell->first) : 0;
        const int column = cell ? MatrixTwinModel::FirstNode + cell->second : 0;
        m_twin->setCurrentIndex(m_twinModel->index(row, column));
    }
    m_pages->setCurrentWidget(shown ? static_cast<QWidget*>(m_twin) : m_view);
    if (hadFocus) {
        m_pages->currentWidget()->setFocus();
    }
}

void MatrixPanel::takeTwinCurrent(const QModelIndex& index)
{
    if (isTwinShown() && index.isValid() && index.column() >= MatrixTwinModel::FirstNode) {
        m_view->setCurrentCell(m_twinModel->matrixRow(index.row()),
                               index.column() - MatrixTwinModel::FirstNode);
    }
}

void MatrixPanel::sayWhatIsShown()
{
    const auto counted = [](int count, const QString& one, const QString& many) {
        return count == 1 ? one : many.arg(QLocale(QLocale::English).toString(count));
    };
    const QString rows = counted(m_twinModel->rowCount(), tr("1 row"), tr("%1 rows"));
    const QString nodes = counted(m_model->columnCount(), tr("1 node"), tr("%1 nodes"));
    m_count->setText(tr("%1 × %2").arg(rows, nodes));
}

void MatrixPanel::sayExported(const Result<QString>& result)
{
    setNote(result ? *result : result.error().text());
}

void MatrixPanel::judge()
{
    const auto isLayer = [](const MatrixRow& row) {
        return row.kind == MatrixRowKind::Layer;
    };
    m_state = placementState(m_model->fleet(), m_model->query().filter,
                             std::ranges::any_of(m_model->shape().rows, isLayer), m_model->columnCount() > 0,
                             {m_openedAt, m_clock.now()});
    m_foot->setVisible(!m_state || !m_state->insteadOfMatrix);
    if (!m_state) {
        m_states->showContent();
    } else if (m_state->insteadOfMatrix) {
        m_states->showInstead(m_state->notice);
    } else {
        m_states->showAbove(m_state->notice);
    }
    const PresenceSets& sets = m_model->fleet().presences();
    if (sets.nodeBound() > 0 && m_baselines.isDue(m_clock.now())) {
        m_baselines.keep(sets, m_clock.now());
    }
}

void MatrixPanel::markChanges()
{
    MatrixOverlay overlay = m_view->overlay();
    const Baselines::Moment* moment = m_changes->since() ? m_baselines.find(*m_changes->since()) : nullptr;
    overlay.since = moment ? moment->sets : nullptr;
    setOverlay(overlay);
    m_legend->showChanges(moment != nullptr);
}

void MatrixPanel::setOverlay(const MatrixOverlay& overlay)
{
    m_view->setOverlay(overlay);
    m_twinModel->setOverlay(overlay);
}

void MatrixPanel::markFromNow()
{
    const Timestamp now = m_clock.now();
    m_baselines.keep(m_model->fleet().presences(), now);
    m_changes->setSince(now);
}

void MatrixPanel::setLoss(const std::vector<NodeId>& going, const Roaring& lost, const Roaring& mayBeLost)
{
    MatrixOverlay overlay = m_view->overlay();
    if (going.empty() && overlay.going.empty()) {
        return;
    }
    overlay.going = {going.begin(), going.end()};
    overlay.lost = lost;
    overlay.mayBeLost = mayBeLost;
    setOverlay(overlay);
    m_legend->showLoss(!going.empty());
}

PlacementExtract MatrixPanel::extract() const
{
    PlacementExtract extract;
    std::unordered_set<LayerId> told;
    for (const MatrixRow& row : m_model->shape().rows) {
        if (row.layer < 0) {
            continue;
        }
        const LayerId layer = m_model->shape().layers[static_cast<size_t>(row.layer)].id;
        if (told.insert(layer).second) {
            extract.layers.push_back(layer);
        }
    }
    for (const MatrixColumn& column : m_model->shape().columns) {
        extract.nodes.push_back(column.node);
    }
    return extract;
}

} // namespace stowage
