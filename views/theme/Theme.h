// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "views/theme/Token.h"

#include <QByteArrayView>
#include <QColor>
#include <QCoreApplication>
#include <QPalette>
#include <QString>
#include <QStringList>

#include <array>

namespace stowage {

/// The colours of the window, read from a theme file. A value: the application owns one and everybody else
/// holds a `const Theme&`, reads it while painting, and listens to QEvent::PaletteChange only if it keeps
/// what it painted.
class Theme
{
    Q_DECLARE_TR_FUNCTIONS(Theme)

public:
    static constexpr int SeriesCount = 7;

    /// Reads `stowage/theme/1`. `where` names the file in errors; these say which token is missing, unknown
    /// or not a colour (Malformed), or that the schema is another (Unsupported).
    static Result<Theme> parse(QByteArrayView json, const QString& where);

    /// Reads a file, or one of the built-in themes by its path in the resources; NotFound when it cannot be
    /// read.
    static Result<Theme> load(const QString& path);

    /// "dark", "light", …: those that are built in, in the order they are offered.
    static QStringList builtInNames();

    /// The path of a built-in theme: ":/themes/dark.json".
    static QString builtInPath(const QString& name);

    /// A built-in theme; the plain default colours should the resources be missing.
    static Theme builtIn(const QString& name);

    /// Grey on white, so that a default-made theme is still legible.
    Theme();

    const QString& name() const { return m_name; }
    bool isDark() const { return m_dark; }
    const QColor& color(Token token) const { return m_colors[static_cast<std::size_t>(token)]; }

    /// Chart colours in their order, safe for the colour-blind; wraps around.
    const QColor& series(int index) const { return m_series[static_cast<std::size_t>(index) % SeriesCount]; }

    /// `over` laid upon `base` with this opacity, opaque itself: for tints behind text.
    QColor blend(Token over, Token base, qreal opacity) const;

    /// What is legible upon `background`: the darker or the lighter end of this theme.
    QColor textOn(const QColor& background) const;

    /// The same for standard widgets.
    QPalette palette() const;

    bool operator==(const Theme&) const = default;

private:
    QString m_name;
    bool m_dark = false;
    std::array<QColor, TokenCount> m_colors;
    std::array<QColor, SeriesCount> m_series;
};

/// The contrast ratio of WCAG 2.1 (1.4.3), 1 to 21, of two opaque colours.
qreal contrastRatio(const QColor& a, const QColor& b);

} // namespace stowage
