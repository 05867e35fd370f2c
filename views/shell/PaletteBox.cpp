// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/PaletteBox.h"

#include "views/shell/DestinationModel.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Surface.h"
#include "views/widgets/Words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace stowage {

namespace {

constexpr int Width = 520;
constexpr int VisibleRows = 11;
constexpr int KindWidth = 64;

/// Kind, title and detail in one line.
class DestinationDelegate final : public QStyledItemDelegate
{
public:
    DestinationDelegate(const Theme& theme, const DestinationModel& model, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {Width, metrics::Row};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Destination& destination = m_model.at(index.row());
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, m_theme.color(Token::Hover));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              m_theme.color(Token::Accent));
        }
        const QRect room = option.rect.adjusted(metrics::Margin, 0, -metrics::Margin, 0);
        const int detailWidth = room.width() / 3;
        const auto draw = [&](const QRect& rect, Qt::Alignment alignment, const QFont& font, Token ink,
                              const QString& text) {
            painter->setFont(font);
            painter->setPen(m_theme.color(ink));
            painter->drawText(
                rect, static_cast<int>(alignment | Qt::AlignVCenter),
                QFontMetrics(font).elidedText(words::visible(text), Qt::ElideMiddle, rect.width()));
        };
        draw(QRect(room.left(), room.top(), KindWidth, room.height()), Qt::AlignLeft, fonts::label(),
             Token::Text2, destinationWord(destination.kind));
        draw(room.adjusted(KindWidth, 0, -detailWidth - metrics::Gap, 0), Qt::AlignLeft, fonts::body(),
             Token::Text, destination.title);
        draw(room.adjusted(room.width() - detailWidth, 0, 0, 0), Qt::AlignRight, fonts::secondary(),
             Token::Text2, destination.detail);
    }

private:
    const Theme& m_theme;
    const DestinationModel& m_model;
};

} // namespace

PaletteBox::PaletteBox(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_model(new DestinationModel(this)), m_line(new QLineEdit),
      m_list(new QListView)
{
    setAccessibleName(tr("Go to anything"));
    m_line->setPlaceholderText(tr("Page, incident, node, source, image or digest"));
    m_line->setAccessibleName(tr("Go to anything"));
    m_line->setTextMargins(metrics::Grid, 0, metrics::Grid, 0);
    m_line->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DestinationDelegate(theme, *m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(VisibleRows * metrics::Row);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Found"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, metrics::Gap, 1, metrics::Gap);
    auto* lineRow = new QHBoxLayout;
    lineRow->setContentsMargins(metrics::Gap, 0, metrics::Gap, 0);
    lineRow->addWidget(m_line);
    column->addLayout(lineRow);
    column->addWidget(m_list);
    setFixedWidth(Width);
    adjustSize();
    hide();
    connect(m_line, &QLineEdit::textChanged, this, &PaletteBox::search);
    connect(m_list, &QListView::clicked, this, &PaletteBox::choose);
}

PaletteBox::~PaletteBox() = default;

void PaletteBox::openWith(Finder finder)
{
    m_finder = std::make_unique<Finder>(std::move(finder));
    m_line->clear();
    search({});
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void PaletteBox::search(const QString& typed)
{
    if (!m_finder) {
        return;
    }
    m_model->setDestinations(m_finder->find(typed));
    m_list->setCurrentIndex(m_model->index(0));
}

void PaletteBox::step(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last >= 0) {
        m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + rows, 0, last)));
    }
}

void PaletteBox::choose()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const Link link = m_model->at(current.row()).link;
    leave();
    Q_EMIT chosen(link);
}

void PaletteBox::leave()
{
    if (isHidden()) {
        return;
    }
    hide();
    m_finder.reset();
    Q_EMIT closed();
}

bool PaletteBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        leave();
    }
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        step(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(VisibleRows - 1);
        return true;
    case Qt::Key_PageUp:
        step(1 - VisibleRows);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void PaletteBox::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawSurface(painter, rect(), m_theme);
}

} // namespace stowage
