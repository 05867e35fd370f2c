// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/LossChoice.h"
#include "views/placement/WhatIfWords.h"
#include "views/widgets/Panel.h"

class QGridLayout;

namespace stowage {

class Chip;
class ChipFlow;
class TextLabel;

/// "What if these die?": what is imagined lost, as chips that take it back, and what would be lost with it.
class WhatIfPanel : public Panel
{
    Q_OBJECT

public:
    explicit WhatIfPanel(const Theme& theme, QWidget* parent = nullptr);

    /// Shows the choice and, for a choice, the answer.
    void show(const LossChoice& choice, const PlacementMap& map, const WhatIf& answer);

    const std::vector<WhatIfLine>& lines() const { return m_lines; }
    /// The texts of the chips, in order.
    QStringList chipTexts() const;

Q_SIGNALS:
    void nodeToggled(const QString& name);
    void zoneToggled(const QString& zone);
    void cleared();

private:
    struct Line
    {
        TextLabel* name;
        TextLabel* value;
        TextLabel* note;
    };

    void showChips(const LossChoice& choice, const PlacementMap& map);
    void showLines(const std::vector<WhatIfLine>& lines);
    void addLine();
    QWidget* makeChip(const QString& text, const QString& toolTip);

    const Theme& m_theme;
    QWidget* m_body;
    TextLabel* m_hint;
    ChipFlow* m_chips;
    QWidget* m_answer;
    QGridLayout* m_grid;
    LossChoice m_choice;
    QStringList m_texts;
    std::vector<Line> m_shown;
    std::vector<WhatIfLine> m_lines;
};

} // namespace stowage
