// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/translation/StrictTranslator.h"

namespace stowage::test {

QString StrictTranslator::translate(const char* context, const char* source, const char* disambiguation,
                                    int n) const
{
    const QString found = QTranslator::translate(context, source, disambiguation, n);
    const QString asked = QString::fromUtf8(context);
    const bool isOurs = !asked.startsWith(QLatin1Char('Q')) && asked != QLatin1String("CloseButton");
    if (found.isEmpty() && isOurs && *source != '\0') {
        m_missing << asked + QStringLiteral(" | ") + QString::fromUtf8(source);
    }
    return found;
}

} // namespace stowage::test
