// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Context.h"

#include <QCoreApplication>

namespace stowage {

QString riskWord(Risk risk)
{
    switch (risk) {
    case Risk::Development:
        return QCoreApplication::translate("Context", "development");
    case Risk::Staging:
        return QCoreApplication::translate("Context", "staging");
    case Risk::Production:
        break;
    }
    return QCoreApplication::translate("Context", "production");
}

Token riskToken(Risk risk)
{
    switch (risk) {
    case Risk::Development:
        return Token::Unknown;
    case Risk::Staging:
        return Token::Accent;
    case Risk::Production:
        break;
    }
    return Token::Critical;
}

} // namespace stowage
