// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/ChangesChip.h"

#include "models/ports/Clock.h"
#include "views/widgets/Words.h"

#include <QMenu>

namespace stowage {

ChangesChip::ChangesChip(const Theme& theme, const Baselines& baselines, const Clock& clock, QWidget* parent)
    : Chip(theme, Kind::Control, parent), m_baselines(baselines), m_clock(clock), m_menu(new QMenu(this))
{
    setKey(QStringLiteral("c"));
    setToolTip(tr("Mark what changed since a chosen time"));
    setSince(std::nullopt);
    connect(this, &Chip::clicked, this, &ChangesChip::openMenu);
    connect(m_menu, &QMenu::aboutToShow, this, &ChangesChip::fillMenu);
}

void ChangesChip::setSince(std::optional<Timestamp> since)
{
    //: a chip: no changes are marked
    const QString off = tr("changes");
    //: a chip: changes since this time are marked
    const QString on = since ? tr("since %1").arg(words::utcTime(*since, m_clock.now())) : QString();
    setText(since ? on : off);
    setAccessibleName(since ? tr("Changes since %1 are marked").arg(words::utcTime(*since, m_clock.now()))
                            : tr("Mark changes since a chosen time"));
    setInk(since ? Token::Accent : Token::Text2);
    updateGeometry();
    update();
    if (since != m_since) {
        m_since = since;
        Q_EMIT sinceChanged();
    }
}

void ChangesChip::openMenu()
{
    m_menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

void ChangesChip::fillMenu()
{
    m_menu->clear();
    const Timestamp now = m_clock.now();
    const auto& moments = m_baselines.moments();
    const auto add = [&](const QString& text, std::optional<Timestamp> since) {
        QAction* action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(since == m_since);
        connect(action, &QAction::triggered, this, [this, since] { setSince(since); });
    };
    add(tr("No changes"), std::nullopt);
    m_menu->addSection(tr("Changes since"));
    for (auto it = moments.rbegin(); it != moments.rend(); ++it) {
        const QString time = words::utcTime(it->at, now);
        const QString age = words::age(it->at, now);
        const bool isFirst = &*it == &moments.front();
        //: a moment in a menu: its time and how long ago; there is none before
        const QString first = tr("%1 · %2 ago, when this window opened: nothing older is known");
        //: a moment in a menu: its time and how long ago
        const QString other = tr("%1 · %2 ago");
        add((isFirst ? first : other).arg(time, age), it->at);
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("From now on")), &QAction::triggered, this, &ChangesChip::nowRequested);
}

} // namespace stowage
