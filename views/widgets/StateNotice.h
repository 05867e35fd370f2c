// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/Status.h"

#include <QWidget>

namespace stowage {

class Chip;
class StatusMark;
class TextLabel;
class Theme;

/// What a page says when it is not simply full and fresh: one line what, one line why, one thing to do.
struct Notice
{
    Status status = Status::NotSeen;
    QString what;
    QString why;
    QString todo;    ///< the words of the button; empty: nothing can be done but wait
    QString todoKey; ///< the key that does the same, if any

    bool operator==(const Notice&) const = default;
};

/// Shows a notice: in the middle of an empty place, or as a strip above what there is.
class StateNotice : public QWidget
{
    Q_OBJECT

public:
    enum class Shape : quint8
    {
        Centre,
        Strip
    };

    StateNotice(const Theme& theme, Shape shape, QWidget* parent = nullptr);

    const Notice& notice() const { return m_notice; }
    void setNotice(const Notice& notice);

Q_SIGNALS:
    void todoClicked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void layOutCentre();
    void layOutStrip();

    const Theme& m_theme;
    Shape m_shape;
    Notice m_notice;
    StatusMark* m_mark;
    TextLabel* m_what;
    TextLabel* m_why;
    Chip* m_todo;
};

} // namespace stowage
