// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/Status.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace stowage {

class Theme;
class TextLabel;

/// A bordered part of a page: a head with a title, and below it whatever the page puts there.
class Panel : public QWidget
{
    Q_OBJECT

public:
    Panel(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);

    /// A mark before the title, or none.
    void setStatus(std::optional<Status> status);

    /// The whisper at the head's right: "48, worst first".
    void setNote(const QString& note);

    /// Puts a control into the head, between title and note.
    void addToHead(QWidget* widget);

    /// Puts controls right behind the title, where they have all the room that the head has left.
    void addBesideTitle(QWidget* widget);

    /// Fills the panel below the head; takes the widget over.
    void setBody(QWidget* body);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Head;

    const Theme& m_theme;
    Head* m_head;
    QVBoxLayout* m_column;
    QWidget* m_body = nullptr;
};

} // namespace stowage
