// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/Token.h"

#include <QString>

namespace stowage {

/// How much harm a mistake would do in this fleet, as its profile says.
enum class Risk : quint8
{
    Development,
    Staging,
    Production
};

QString riskWord(Risk risk); ///< "development", …, translated
Token riskToken(Risk risk);  ///< the colour of the top bar's lower edge

/// Which fleet the window shows.
struct Context
{
    QString name; ///< the profile's name: "eu-prod"
    Risk risk = Risk::Development;
};

} // namespace stowage
