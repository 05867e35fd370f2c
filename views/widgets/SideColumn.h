// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace stowage {

class TextLabel;
class Theme;

/// What a side panel is made of: titled sections below each other, scrolling when there are too many.
class SideColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit SideColumn(const Theme& theme, QWidget* parent = nullptr);

    /// Takes the widget over; hiding it with setSectionVisible() hides the title too.
    void addSection(const QString& title, QWidget* content);
    void setSectionVisible(QWidget* content, bool visible);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
};

} // namespace stowage
