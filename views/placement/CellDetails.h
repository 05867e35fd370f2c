// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "views/widgets/DetailList.h"

#include <QWidget>

class QGridLayout;

namespace stowage {

class Chip;
class TextLabel;
class Theme;

/// Everything known of one cell in words: the layer whole, the node, and what presence rests on.
class CellDetails : public QWidget
{
    Q_OBJECT

public:
    CellDetails(const Fleet& fleet, const Theme& theme, QWidget* parent = nullptr);

    /// Says what is known at `now`; without a cell, how to choose one.
    void show(std::optional<std::pair<LayerId, NodeId>> cell, Timestamp now);

    /// Says what several cells amount to instead.
    void showSelection(const std::vector<Detail>& details);

    /// The button that copies the digest, for the panel's head; hidden while there is no cell.
    Chip* copyButton() const { return m_copy; }

    /// All of it as lines "label: value", as it is read aloud.
    QString plainText() const;

private:
    struct Line
    {
        TextLabel* label;
        TextLabel* value;
    };

    Line addLine(const QString& label, bool mono = false);
    void setLine(const Line& line, const QString& text, int token = -1);
    void showLayer(const Layer& layer);
    void showNode(const Node& node, Timestamp now);
    void showCell(const Layer& layer, const Node& node, Timestamp now);

    const Fleet& m_fleet;
    const Theme& m_theme;
    TextLabel* m_hint;
    DetailList* m_selection;
    QWidget* m_lines;
    QGridLayout* m_grid;
    std::vector<Line> m_all;
    Line m_here, m_evidence, m_digest, m_size, m_copies, m_images, m_node, m_state;
    Chip* m_copy;
    QString m_wholeDigest;
    QString m_selectionText;
};

} // namespace stowage
