// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/fleet/SourceStatus.h"
#include "views/shell/Page.h"

#include <span>

namespace stowage {

class KeyStrip;
class SourceMark;
class TextLabel;
class Theme;

/// Every source with its state and age, then the keys that work here and now. Where there is no room for all
/// sources, those that need a look stay and the rest are counted.
class Foot : public QWidget
{
    Q_OBJECT

public:
    explicit Foot(const Theme& theme, QWidget* parent = nullptr);

    void setSources(const std::vector<SourceStatus>& sources, Timestamp now);
    void setKeys(std::vector<KeyHelp> keys);

    /// Says this instead of the sources, until say({}) or other words.
    void say(const QString& words);

Q_SIGNALS:
    void sourceChosen(const QString& sourceId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    int placeMarks(int left, int right);

    const Theme& m_theme;
    TextLabel* m_label;
    TextLabel* m_more;
    KeyStrip* m_keys;
    std::vector<SourceMark*> m_marks;
    QString m_said;
};

/// Which of `widths` are shown in `room`, in their order: all when they fit; else the `urgent` first, then
/// others while there is room, keeping `moreWidth` free for the words that count the rest.
std::vector<bool> chooseShown(std::span<const int> widths, const std::vector<bool>& urgent, int room, int gap,
                              int moreWidth);

} // namespace stowage
