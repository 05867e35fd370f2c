// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/MuteBox.h"

#include "views/now/MuteEnd.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"
#include "views/widgets/Words.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace stowage {

MuteBox::MuteBox(const Theme& theme, QWidget* parent)
    : ActBox(theme, {tr("Mute"), tr("until when: 45 min, 3 h, 08:00 …"), tr("Mute")}, parent),
      m_choices(new QWidget), m_unmute(new Chip(theme, Chip::Kind::Control))
{
    auto* row = new QHBoxLayout(m_choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::Gap);
    addChoice(tr("30 min"), QStringLiteral("30 min"));
    addChoice(tr("2 h"), QStringLiteral("2 h"));
    addChoice(tr("8 h"), QStringLiteral("8 h"));
    m_morning = addChoice(tr("tomorrow 08:00"), QStringLiteral("tomorrow 08:00"));
    m_unmute->setText(tr("Unmute"));
    row->addStretch(1);
    row->addWidget(m_unmute);
    addBelow(m_choices);
    connect(m_unmute, &Chip::clicked, this, &MuteBox::unmuted);
}

Chip* MuteBox::addChoice(const QString& text, const QString& typed)
{
    auto* chip = new Chip(theme(), Chip::Kind::Control);
    chip->setText(text);
    m_choices->layout()->addWidget(chip);
    connect(chip, &Chip::clicked, this, [this, typed] {
        line().setText(typed);
        accept();
    });
    return chip;
}

void MuteBox::openAt(Timestamp now, bool isMuted)
{
    m_now = now;
    m_unmute->setVisible(isMuted);
    m_morning->setToolTip(words::toolTip(tr("UTC; here: %1").arg(words::localTime(tomorrowMorning(now)))));
    openWith();
}

void MuteBox::accept()
{
    const Result<Timestamp> end = readMuteEnd(text(), m_now);
    if (end) {
        Q_EMIT muted(*end);
    } else {
        setProblem(words::sentence(end.error().message) + QLatin1Char(' ') + end.error().todo);
    }
}

} // namespace stowage
