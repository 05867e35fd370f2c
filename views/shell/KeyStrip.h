// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/Page.h"

#include <vector>

namespace stowage {

class Theme;

/// The keys that work here and now, in one line. Those that have no room are left to the help, whose key
/// always stays.
class KeyStrip : public QWidget
{
    Q_OBJECT

public:
    explicit KeyStrip(const Theme& theme, QWidget* parent = nullptr);

    /// The last is the one that always stays.
    void setKeys(std::vector<KeyHelp> keys);

    QSize sizeHint() const override;

    /// How many of the keys this width has room for, the last among them.
    size_t fitting(int width) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int widthOf(const KeyHelp& key) const;

    const Theme& m_theme;
    std::vector<KeyHelp> m_keys;
};

} // namespace stowage
