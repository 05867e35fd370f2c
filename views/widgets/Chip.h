// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/Token.h"
#include "views/widgets/Status.h"

#include <QAbstractButton>

#include <optional>

namespace stowage {

class Theme;

/// A word or two in a rounded border: a fact ("production"), or a thing to press (": go to anything").
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind : quint8
    {
        Fact,    ///< cannot be pressed, bordered in its ink
        Control, ///< can be pressed, raised
        Primary, ///< can be pressed, bordered in accent: the one thing to do
    };

    Chip(const Theme& theme, Kind kind, QWidget* parent = nullptr);

    /// The colour of its words, and of its border when it is a fact.
    void setInk(Token ink);

    /// A mark before the words, or none.
    void setStatus(std::optional<Status> status);
    std::optional<Status> status() const { return m_status; }

    /// The key that does the same, shown in a small box behind the words.
    void setKey(const QString& key);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    const Theme& m_theme;
    Kind m_kind;
    Token m_ink = Token::Text2;
    std::optional<Status> m_status;
    QString m_key;
};

} // namespace stowage
