// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/PlainText.h"

namespace stowage {
namespace {

bool isUnseen(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional overrides, joiners, the soft hyphen
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return true;
    default:
        return false;
    }
}

} // namespace

QString plainLine(const QString& text, qsizetype longest)
{
    QString line;
    line.reserve(std::min(text.size(), longest));
    bool isGap = false;
    for (const QChar c : text) {
        if (isUnseen(c)) {
            isGap = true;
            continue;
        }
        if (isGap && !line.isEmpty()) {
            line += QLatin1Char(' ');
        }
        isGap = false;
        line += c;
        if (line.size() > longest) {
            line.truncate(longest - 1);
            if (line.back().isHighSurrogate()) {
                line.chop(1);
            }
            return line + QChar(0x2026);
        }
    }
    return line;
}

} // namespace stowage
