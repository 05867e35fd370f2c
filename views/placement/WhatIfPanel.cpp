// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/WhatIfPanel.h"

#include "views/placement/ChipFlow.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"
#include "views/widgets/Refit.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace stowage {

namespace {

constexpr qsizetype MostChips = 7; // more would push the answer out of sight

} // namespace

WhatIfPanel::WhatIfPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("What if these die?"), parent), m_theme(theme), m_body(new QWidget),
      m_hint(new TextLabel(theme, fonts::secondary(), Token::Text2)), m_chips(new ChipFlow),
      m_answer(new QWidget), m_grid(new QGridLayout(m_answer))
{
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(metrics::Margin, metrics::Gap, metrics::Margin, metrics::Grid);
    column->setSpacing(metrics::Gap);
    column->addWidget(m_hint);
    column->addWidget(m_chips);
    column->addWidget(m_answer);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::Margin);
    m_grid->setVerticalSpacing(metrics::Grid);
    m_grid->setColumnStretch(2, 1);
    m_hint->setWrapping(true);
    m_hint->setText(tr("Press the name of a node or zone above the cells, or w on a cell: here stands what "
                       "would be lost with it."));
    setBody(m_body);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_chips->hide();
    m_answer->hide();
}

void WhatIfPanel::show(const LossChoice& choice, const PlacementMap& map, const WhatIf& answer)
{
    const bool isAny = !choice.isEmpty();
    const auto count = static_cast<int>(answer.lost.nodes.size());
    //: in the head of "What if these die?": so many nodes
    const QString chosen = count == 1 ? tr("1 node") : tr("%n nodes", nullptr, count);
    setNote(isAny ? chosen : QString());
    m_hint->setVisible(!isAny);
    m_chips->setVisible(isAny);
    m_answer->setVisible(isAny);
    showChips(choice, map);
    showLines(isAny ? whatIfLines(map, answer) : std::vector<WhatIfLine>());
}

QWidget* WhatIfPanel::makeChip(const QString& text, const QString& toolTip)
{
    auto* chip = new Chip(m_theme, Chip::Kind::Control);
    chip->setText(text);
    chip->setToolTip(toolTip);
    chip->setAccessibleName(toolTip);
    m_texts << text;
    return chip;
}

void WhatIfPanel::showChips(const LossChoice& choice, const PlacementMap& map)
{
    if (choice == m_choice) {
        return;
    }
    m_choice = choice;
    m_texts.clear();
    std::vector<QWidget*> chips;
    const auto add = [&](const QString& text, const QString& toolTip, auto pressed) {
        QWidget* chip = makeChip(text, toolTip);
        connect(static_cast<Chip*>(chip), &Chip::clicked, this, pressed);
        chips.push_back(chip);
    };
    const auto zoneName = [](const QString& zone) {
        return zone.isEmpty() ? tr("no zone") : words::visible(zone);
    };
    for (const QString& zone : choice.zones()) {
        //: a chip that takes a zone out of the what-if: "zone eu-b ✕"
        add(tr("zone %1 ✕").arg(zoneName(zone)), tr("Zone %1 lives on").arg(zoneName(zone)),
            [this, zone] { Q_EMIT zoneToggled(zone); });
    }
    for (const QString& node : choice.nodes().mid(0, MostChips)) {
        add(QStringLiteral("%1 ✕").arg(words::visible(node)), tr("%1 lives on").arg(words::visible(node)),
            [this, node] { Q_EMIT nodeToggled(node); });
    }
    if (const qsizetype left = choice.nodes().size() - MostChips; left > 0) {
        //: a chip after some names: so many more nodes; pressing it clears all
        add(tr("%n more ✕", nullptr, static_cast<int>(left)), tr("All live on"),
            [this] { Q_EMIT cleared(); });
    }
    if (!choice.nodes().isEmpty()) {
        const auto node = map.findNode(choice.nodes().last());
        const QString zone =
            node ? map.zones().value(static_cast<qsizetype>(map.node(*node).zone)) : QString();
        if (!zone.isEmpty()) {
            //: a chip that adds the whole zone: "+ zone eu-b"
            add(tr("+ zone %1").arg(zoneName(zone)), tr("Add all of zone %1").arg(zoneName(zone)),
                [this, zone] { Q_EMIT zoneToggled(zone); });
        }
    }
    m_chips->setChips(chips);
}

QStringList WhatIfPanel::chipTexts() const
{
    return m_texts;
}

void WhatIfPanel::addLine()
{
    const int row = static_cast<int>(m_shown.size());
    const Line line{new TextLabel(m_theme, fonts::body(), Token::Text2),
                    new TextLabel(m_theme, fonts::strong(), Token::Text),
                    new TextLabel(m_theme, fonts::secondary(), Token::Text2)};
    line.name->setKeepsSize(true);
    line.value->setKeepsSize(true);
    line.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.note->setElideMode(Qt::ElideMiddle);
    m_grid->addWidget(line.name, row, 0);
    m_grid->addWidget(line.value, row, 1);
    m_grid->addWidget(line.note, row, 2);
    m_shown.push_back(line);
}

void WhatIfPanel::showLines(const std::vector<WhatIfLine>& lines)
{
    if (lines == m_lines) {
        return;
    }
    m_lines = lines;
    while (m_shown.size() < lines.size()) {
        addLine();
    }
    QStringList spoken;
    for (size_t i = 0; i < m_shown.size(); ++i) {
        const WhatIfLine line = i < lines.size() ? lines[i] : WhatIfLine();
        for (TextLabel* label : {m_shown[i].name, m_shown[i].value, m_shown[i].note}) {
            label->setVisible(i < lines.size());
        }
        m_shown[i].name->setText(line.name);
        m_shown[i].value->setText(line.value);
        m_shown[i].value->setInk(line.ink);
        m_shown[i].note->setText(line.note);
        m_shown[i].note->setNote(line.whole);
        if (i < lines.size()) {
            spoken << QStringLiteral("%1: %2 %3").arg(line.name, line.value, line.note).trimmed();
        }
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    refit(m_body);
}

} // namespace stowage
