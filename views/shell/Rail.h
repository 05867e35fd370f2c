// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace stowage {

class Page;
class RailButton;
class Theme;

/// The pages, one below the other, in the order of their keys.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(const Theme& theme, QWidget* parent = nullptr);

    void addPage(const Page& page);
    void setCurrent(const Page& page);

Q_SIGNALS:
    void chosen(const QString& pageId);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
    QHash<QString, RailButton*> m_buttons;
    std::vector<int> m_keys;
};

} // namespace stowage
