// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Risk.h"
#include "views/theme/Token.h"

#include <QString>

namespace stowage {

QString riskWord(Risk risk); ///< "development", …, translated
Token riskToken(Risk risk);  ///< the colour of the top bar's lower edge

/// Which fleet the window shows.
struct Context
{
    QString name; ///< the profile's name: "eu-prod"
    Risk risk = Risk::Development;
};

} // namespace stowage
