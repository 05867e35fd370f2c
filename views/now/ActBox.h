// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace stowage {

class Chip;
class TextLabel;
class Theme;

/// A line to type into, right where one looks, for what is to be done to an incident: it never stands in the
/// way of anything else. Enter does it, Esc leaves.
class ActBox : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;       ///< "Acknowledge"
        QString placeholder; ///< what is to be typed
        QString verb;        ///< on the button
    };

    ActBox(const Theme& theme, const Words& words, QWidget* parent = nullptr);

    /// Appears, empty, with the cursor in its line.
    void openWith(const QString& text = {});
    /// Disappears; left() is told.
    void leave();
    bool isOpen() const { return !isHidden(); }

    QString text() const;
    QLineEdit& line() { return *m_line; }

    /// Says why it was not done; empty: nothing is wrong.
    void setProblem(const QString& problem);

Q_SIGNALS:
    void accepted(const QString& text);
    void left();

protected:
    const Theme& theme() const { return m_theme; }

    /// Puts something below the line.
    void addBelow(QWidget* widget);

    /// A key in the line; true when it was made use of.
    virtual bool takeKey(int /*key*/) { return false; }

    /// Enter, or the button.
    virtual void accept();

    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_column;
    QLineEdit* m_line;
    Chip* m_do;
    TextLabel* m_problem;
};

} // namespace stowage
