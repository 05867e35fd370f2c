// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/MetricChips.h"

#include "views/hosts/MetricGroups.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"

#include <QGuiApplication>

namespace stowage {

MetricChips::MetricChips(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Metrics"));
}

void MetricChips::offer(const QStringList& groups)
{
    if (m_offered == groups) {
        return;
    }
    m_offered = groups;
    for (Chip* chip : m_chips) {
        chip->hide();
        chip->deleteLater(); // it may be the one that was pressed
    }
    m_chips.clear();
    for (const QString& id : groups) {
        const MetricGroup* group = metricGroup(id);
        auto* chip = new Chip(m_theme, Chip::Kind::Control, this);
        chip->setText(group == nullptr ? id : group->title);
        chip->setCheckable(true);
        chip->setToolTip(tr("Shows it alone; with Ctrl beside the others"));
        chip->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(chip, &Chip::clicked, this, [this, id] {
            constexpr Qt::KeyboardModifiers Beside = Qt::ControlModifier | Qt::ShiftModifier;
            press(id, (QGuiApplication::keyboardModifiers() & Beside) != Qt::NoModifier);
        });
        connect(chip, &QWidget::customContextMenuRequested, this, [this, id] { press(id, true); });
        m_chips.push_back(chip);
    }
    showChosen(m_chosen);
    layOut();
    updateGeometry();
}

void MetricChips::choose(const QStringList& groups)
{
    QStringList known;
    for (const MetricGroup& group : metricGroups()) {
        if (groups.contains(group.id) && known.size() < MostChosen) {
            known << group.id;
        }
    }
    if (known.isEmpty() || known == m_chosen) {
        showChosen(m_chosen);
        return;
    }
    m_chosen = known;
    showChosen(m_chosen);
    Q_EMIT chosenChanged();
}

void MetricChips::press(const QString& group, bool isBeside)
{
    if (!isBeside) {
        choose({group});
        return;
    }
    QStringList groups = m_chosen;
    if (!groups.removeOne(group)) {
        groups.prepend(group);
    }
    choose(groups);
}

void MetricChips::step(int by)
{
    if (m_offered.isEmpty()) {
        return;
    }
    const auto count = m_offered.size();
    const auto now = m_offered.indexOf(m_chosen.constFirst());
    choose({m_offered.at((now + by + count) % count)});
}

void MetricChips::showChosen(const QStringList& groups)
{
    for (size_t i = 0; i < m_chips.size(); ++i) {
        const bool isChosen = groups.contains(m_offered.at(static_cast<qsizetype>(i)));
        m_chips[i]->setChecked(isChosen);
        m_chips[i]->setInk(isChosen ? Token::Accent : Token::Text2);
    }
}

QSize MetricChips::sizeHint() const
{
    int width = 0;
    for (const Chip* chip : m_chips) {
        width += chip->sizeHint().width() + metrics::Gap;
    }
    return {width, metrics::Control};
}

QSize MetricChips::minimumSizeHint() const
{
    return {0, metrics::Control};
}

void MetricChips::resizeEvent(QResizeEvent* /*event*/)
{
    layOut();
}

void MetricChips::layOut()
{
    int x = 0;
    bool hasRoom = true;
    for (Chip* chip : m_chips) {
        const QSize size = chip->sizeHint();
        hasRoom = hasRoom && x + size.width() <= width();
        chip->setVisible(hasRoom);
        chip->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + metrics::Gap;
    }
}

} // namespace stowage
