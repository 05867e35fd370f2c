// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/Token.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;

namespace stowage {

class TextLabel;
class Theme;

/// One line of details: a whispered name and its value.
struct Detail
{
    QString name;
    QString value;
    bool isCode = false; ///< an address or a digest: monospaced, elided in the middle
    Token ink = Token::Text;
    QString note; ///< the tooltip when the value is not elided

    bool operator==(const Detail&) const = default;
};

/// Names and values below each other. Keeps its widgets while the number of lines stays, so that updates are
/// cheap.
class DetailList : public QWidget
{
    Q_OBJECT

public:
    explicit DetailList(const Theme& theme, QWidget* parent = nullptr);

    void setDetails(const std::vector<Detail>& details);

    /// Values are short, and names give way to them; else it is the other way round. Before any detail.
    void setKeepsValues(bool keeps) { m_keepsValues = keeps; }

private:
    struct Row
    {
        TextLabel* name;
        TextLabel* value;
    };

    const Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    bool m_keepsValues = false;
    std::vector<Detail> m_details;
};

} // namespace stowage
