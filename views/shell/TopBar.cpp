// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/TopBar.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/widgets/Chip.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QHBoxLayout>
#include <QPainter>

namespace stowage {

namespace {

constexpr int Edge = 2;
constexpr int NameWidth = 320;

} // namespace

TopBar::TopBar(const Context& context, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_risk(riskToken(context.risk)),
      m_name(new TextLabel(theme, fonts::strong(), Token::Text)), m_live(new Chip(theme, Chip::Kind::Control))
{
    setFixedHeight(metrics::TopBar);
    m_name->setText(context.name);
    m_name->setMaximumWidth(NameWidth);
    auto* risk = new Chip(theme, Chip::Kind::Fact);
    risk->setText(riskWord(context.risk));
    risk->setInk(m_risk);
    risk->setAccessibleName(tr("Risk: %1").arg(riskWord(context.risk)));
    auto* lock = new TextLabel(theme, fonts::body(), Token::Text2);
    //: the state of the lock: nothing can be changed
    lock->setText(tr("read-only"));
    lock->setKeepsSize(true);
    lock->setNote(tr("This window only reads: it cannot change anything in the fleet."));
    auto* palette = new Chip(theme, Chip::Kind::Control);
    palette->setText(tr("go to anything"));
    palette->setKey(QStringLiteral(":"));
    palette->setAccessibleName(tr("Go to anything"));
    m_live->setInk(Token::Text);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::Margin, 0, metrics::Margin, Edge);
    row->setSpacing(metrics::Margin);
    row->addWidget(m_name);
    row->addWidget(risk);
    row->addWidget(lock);
    row->addStretch(1);
    row->addWidget(palette);
    row->addWidget(m_live);
    connect(palette, &Chip::clicked, this, &TopBar::paletteRequested);
    connect(m_live, &Chip::clicked, this, &TopBar::freezeToggled);
}

void TopBar::setTime(Timestamp now, const Liveness& liveness)
{
    const Status status = statusOf(liveness.kind);
    const bool isQuiet = liveness.kind == Liveness::Kind::Live || liveness.kind == Liveness::Kind::Connecting;
    m_live->setStatus(status);
    m_live->setInk(isQuiet ? Token::Text : statusToken(status));
    //: %1 is "Live", "Frozen", "3 of 5 live"; %2 is the time: "03:12:41 UTC"
    m_live->setText(tr("%1 · %2").arg(livenessWord(liveness), words::utcTime(now, now)));
    m_live->setAccessibleDescription(livenessMeaning(liveness));
    m_live->setToolTip(
        words::toolTip(livenessMeaning(liveness) + QLatin1Char(' ') +
                       tr("%1 where you are. Space: live or frozen.").arg(words::localTime(now))));
}

void TopBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Panel));
    painter.fillRect(QRect(0, height() - Edge, width(), Edge), m_theme.color(m_risk));
}

} // namespace stowage
