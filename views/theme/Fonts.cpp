// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/Fonts.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QStringList>

namespace stowage::fonts {

namespace {

QFont sans(int pixels, QFont::Weight weight)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // A list, so that scripts which Inter lacks fall to the system's own choice; named last, or Chinese would
    // be drawn in the Japanese shapes that fontconfig prefers outside of a Chinese locale.
    font.setFamilies({QStringLiteral("Inter"), font.family(), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

QFont body()
{
    return sans(13, QFont::Normal);
}

QFont strong()
{
    return sans(13, QFont::DemiBold);
}

QFont secondary()
{
    return sans(12, QFont::Normal);
}

QFont label()
{
    return sans(11, QFont::Normal);
}

QFont value()
{
    return sans(20, QFont::DemiBold);
}

QFont mono()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setFamilies({QStringLiteral("JetBrains Mono"), font.family()});
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(12);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void load()
{
    for (const QFont& font : {body(), strong(), secondary(), label(), value()}) {
        QFontMetrics(font).horizontalAdvance(QStringLiteral("Stowage 0"));
    }
}

} // namespace stowage::fonts
