// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ports/Doctor.h"

namespace stowage {

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fine:
        return QStringLiteral("fine");
    case Verdict::Warning:
        return QStringLiteral("warning");
    case Verdict::Failed:
        return QStringLiteral("failed");
    case Verdict::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

} // namespace stowage
