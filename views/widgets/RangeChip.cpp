// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/RangeChip.h"

#include <QMenu>

#include <array>

namespace stowage {
namespace {

using std::chrono::hours;

struct Choice
{
    const char* word;
    Millis length;
    const char* title;
};

constexpr hours Day{24};

constexpr std::array Choices{
    Choice{"1h", hours(1), QT_TRANSLATE_NOOP("stowage::RangeChip", "Last 1 h")},
    Choice{"6h", hours(6), QT_TRANSLATE_NOOP("stowage::RangeChip", "Last 6 h")},
    Choice{"24h", Day, QT_TRANSLATE_NOOP("stowage::RangeChip", "Last 24 h")},
    Choice{"7d", 7 * Day, QT_TRANSLATE_NOOP("stowage::RangeChip", "Last 7 d")},
    Choice{"30d", 30 * Day, QT_TRANSLATE_NOOP("stowage::RangeChip", "Last 30 d")},
    Choice{"1y", 365 * Day, QT_TRANSLATE_NOOP("stowage::RangeChip", "Last 1 y")},
};

} // namespace

RangeChip::RangeChip(const Theme& theme, QWidget* parent)
    : Chip(theme, Chip::Kind::Control, parent), m_menu(new QMenu(this))
{
    setKey(QStringLiteral("t"));
    setAccessibleName(tr("Range of time"));
    for (size_t i = 0; i < Choices.size(); ++i) {
        QAction* action = m_menu->addAction(tr(Choices.at(i).title));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, i] {
            show(i);
            Q_EMIT chosen();
        });
    }
    connect(this, &Chip::clicked, this, &RangeChip::openMenu);
    show(m_chosen);
}

Millis RangeChip::length() const
{
    return Choices.at(m_chosen).length;
}

QString RangeChip::word() const
{
    return QString::fromLatin1(Choices.at(m_chosen).word);
}

void RangeChip::choose(const QString& word)
{
    for (size_t i = 0; i < Choices.size(); ++i) {
        if (word == QLatin1String(Choices.at(i).word)) {
            show(i);
            Q_EMIT chosen();
        }
    }
}

void RangeChip::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    m_menu->setActiveAction(m_menu->actions().at(static_cast<qsizetype>(m_chosen)));
}

void RangeChip::show(size_t which)
{
    m_chosen = which;
    setText(tr(Choices.at(which).title));
    for (size_t i = 0; i < Choices.size(); ++i) {
        m_menu->actions().at(static_cast<qsizetype>(i))->setChecked(i == which);
    }
    updateGeometry();
    update();
}

} // namespace stowage
