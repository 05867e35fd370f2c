// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixPanel.h"

#include "models/ports/Clock.h"
#include "views/placement/MatrixFilter.h"
#include "views/placement/MatrixLegend.h"
#include "views/placement/MatrixTwinModel.h"
#include "views/placement/MatrixView.h"
#include "views/placement/PaddedDelegate.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

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

} // namespace

MatrixPanel::MatrixPanel(const Fleet& fleet, const Clock& clock, const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Layers × nodes"), parent), m_clock(clock), m_theme(theme),
      m_model(new MatrixModel(fleet, this)), m_twinModel(new MatrixTwinModel(*m_model, clock, this)),
      m_view(new MatrixView(*m_model, clock, theme)), m_twin(makeTwin()), m_pages(new QStackedWidget),
      m_states(new StatefulView(theme, m_pages)), m_sort(new Chip(theme, Chip::Kind::Control)),
      m_table(new Chip(theme, Chip::Kind::Control)), m_filter(new QLineEdit), m_foot(new QWidget),
      m_count(new TextLabel(theme, fonts::label(), Token::Text3))
{
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_twin);
    fillHead();
    setBody(makeBody());
    // From the matrix, Tab leads to the button that shows the table, and into the table when it is shown.
    setTabOrder(m_view, m_table);
    setTabOrder(m_twin, m_table);

    connect(m_model, &MatrixModel::rebuilt, this, &MatrixPanel::judge);
    connect(m_model, &MatrixModel::rebuilt, this, &MatrixPanel::sayWhatIsShown);
    connect(m_model, &MatrixModel::changed, this, &MatrixPanel::shownChanged);
    connect(m_view, &MatrixView::currentChanged, this, &MatrixPanel::shownChanged);
    connect(m_view, &MatrixView::hoveredChanged, this, &MatrixPanel::shownChanged);
    connect(m_view, &MatrixView::activated, this, &MatrixPanel::activated);
    connect(m_twin, &QTableView::activated, this, &MatrixPanel::activated);
    connect(m_twin->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MatrixPanel::takeTwinCurrent);
    connect(m_states, &StatefulView::todoClicked, this, [this] {
        if (m_state) {
            Q_EMIT todoRequested(*m_state);
        }
    });
    sayWhatIsShown();
    judge();
}

QTableView* MatrixPanel::makeTwin()
{
    auto* twin = new QTableView;
    twin->setModel(m_twinModel);
    twin->setFrameShape(QFrame::NoFrame);
    twin->setAccessibleName(tr("Layers by nodes, as a table"));
    twin->setTabKeyNavigation(false);
    twin->setShowGrid(false);
    twin->setWordWrap(false);
    twin->setItemDelegate(new PaddedDelegate(twin));
    twin->setCornerButtonEnabled(false);
    twin->setEditTriggers(QAbstractItemView::NoEditTriggers);
    twin->verticalHeader()->hide();
    twin->verticalHeader()->setMinimumSectionSize(metrics::DenseRow);
    twin->verticalHeader()->setDefaultSectionSize(metrics::DenseRow);
    twin->horizontalHeader()->setDefaultSectionSize(96);
    twin->horizontalHeader()->setHighlightSections(false);
    twin->setColumnWidth(MatrixTwinModel::ImageColumn, 190);
    twin->setColumnWidth(MatrixTwinModel::LayerColumn, 110);
    twin->setColumnWidth(MatrixTwinModel::SizeColumn, 80);
    twin->setColumnWidth(MatrixTwinModel::CopiesColumn, 64);
    return twin;
}

void MatrixPanel::fillHead()
{
    m_sort->setToolTip(tr("What comes first: risk, name or size (s)"));
    m_sort->setText(sortText(m_model->query().sort));
    connect(m_sort, &Chip::clicked, this, &MatrixPanel::nextSort);

    m_filter->setPlaceholderText(tr("/ filter"));
    m_filter->setToolTip(tr("Words in repository, tag, digest or node; copies<2, bytes>1GiB, zone:eu-b"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setFixedWidth(180);
    connect(m_filter, &QLineEdit::textChanged, this, &MatrixPanel::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, &MatrixPanel::focusContent);

    m_table->setText(tr("table"));
    m_table->setKey(QStringLiteral("v"));
    m_table->setCheckable(true);
    m_table->setToolTip(tr("The same in words, as a table"));
    connect(m_table, &Chip::clicked, this, &MatrixPanel::toggleTwin);

    for (QWidget* widget : std::initializer_list<QWidget*>{m_sort, m_filter, m_table}) {
        addToHead(widget);
    }
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
    foot->addWidget(new MatrixLegend(m_theme), 1);
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
    int column = 0;
    while (node && column < m_model->columnCount() && m_model->column(column).node != *node) {
        ++column;
    }
    m_view->setCurrentCell(row, column < m_model->columnCount() ? column : 0);
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

bool MatrixPanel::goTo(ImageId image)
{
    for (const MatrixGroup& group : m_model->shape().groups) {
        if (group.image == image) {
            return goToRow(m_view->matrixLayout().stepLayerRow(group.firstRow, 1), std::nullopt);
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
    if (!m_filter->text().isEmpty()) {
        // From here on only: for this one icon Qt reads the desktop's icon theme and every image plugin.
        m_filter->setClearButtonEnabled(true);
    }
    const auto parsed = MatrixFilter::parse(text, m_model->fleet());
    // Half a word typed is no reason to lose what is shown: say it, and keep the last filter that was one.
    QPalette palette;
    if (!parsed) {
        palette.setColor(QPalette::Text, m_theme.color(Token::Warning));
    }
    m_filter->setPalette(palette);
    m_filter->setAccessibleDescription(parsed ? QString() : parsed.error().message);
    setNote(parsed ? QString() : parsed.error().message);
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
    query.sort = static_cast<MatrixSort>((static_cast<int>(query.sort) + 1) % 3);
    m_sort->setText(sortText(query.sort));
    m_model->setQuery(query);
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
    const int layers = m_twinModel->rowCount();
    const QString nodes =
        m_model->columnCount() == 1 ? tr("1 node") : tr("%n nodes", nullptr, m_model->columnCount());
    const QString rows = layers == 1 ? tr("1 row") : tr("%n rows", nullptr, layers);
    m_count->setText(tr("%1 × %2").arg(rows, nodes));
}

void MatrixPanel::judge()
{
    const auto isLayer = [](const MatrixRow& row) {
        return row.kind == MatrixRowKind::Layer;
    };
    m_state = placementState(m_model->fleet(), m_model->query().filter,
                             std::ranges::any_of(m_model->shape().rows, isLayer), m_model->columnCount() > 0,
                             m_clock.now());
    m_foot->setVisible(!m_state || !m_state->insteadOfMatrix);
    if (!m_state) {
        m_states->showContent();
    } else if (m_state->insteadOfMatrix) {
        m_states->showInstead(m_state->notice);
    } else {
        m_states->showAbove(m_state->notice);
    }
}

} // namespace stowage
