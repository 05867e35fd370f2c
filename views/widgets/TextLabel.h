// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/Token.h"

#include <QWidget>

namespace stowage {

class Theme;

/// A line of text in a theme's colour that ends in "…" when there is no room, and then tells the whole as its
/// tooltip. Or, with wrapping, a paragraph as high as it needs to be. Plain text always.
class TextLabel : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    TextLabel(const Theme& theme, const QFont& font, Token ink, QWidget* parent = nullptr);

    const QString& text() const { return m_text; }
    void setText(const QString& text);
    void setInk(Token ink);
    void setWrapping(bool wrapping);
    void setAlignment(Qt::Alignment alignment);
    void setElideMode(Qt::TextElideMode mode);

    /// Gives way to its neighbours last: it is elided only when nothing else can be.
    void setKeepsSize(bool keeps);

    /// Said when the text is not elided; an elided text comes first.
    void setNote(const QString& note);

    bool isElided() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_wrapping; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    void updateToolTip();

    const Theme& m_theme;
    QString m_text;
    QString m_note;
    qreal m_textWidth = 0;   ///< in one line; shaping is too dear to be done for each question of a layout
    mutable QSize m_wrapped; ///< the last answer to heightForWidth(); invalid when the text is another
    Token m_ink;
    bool m_wrapping = false;
    bool m_keepsSize = false;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

} // namespace stowage
