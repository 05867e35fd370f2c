// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/Page.h"

#include <vector>

namespace stowage {

class Theme;

/// The keys, laid over the window: those that work everywhere and those of this page. Any key or click closes
/// it.
class HelpBox : public QWidget
{
    Q_OBJECT

public:
    struct Group
    {
        QString title;
        std::vector<KeyHelp> keys;
    };

    HelpBox(const Theme& theme, QWidget* parent);

    void openWith(std::vector<Group> groups);

    QSize sizeHint() const override;

    /// Goes away; does nothing when it is not there.
    void leave();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<Group> m_groups;
};

} // namespace stowage
