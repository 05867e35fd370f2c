// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/Exposition.h"

namespace stowage {

ExpositionForm expositionForm(QByteArrayView contentType)
{
    const QByteArray type = contentType.toByteArray().trimmed().toLower();
    return type.startsWith("application/openmetrics-text") ? ExpositionForm::OpenMetrics
                                                           : ExpositionForm::Prometheus;
}

QByteArray unescapedLabel(std::string_view value)
{
    QByteArray plain;
    plain.reserve(static_cast<qsizetype>(value.size()));
    for (size_t i = 0; i < value.size(); ++i) {
        const bool isEscape = value[i] == '\\' && i + 1 < value.size();
        const char c = isEscape ? value[++i] : value[i];
        plain += isEscape && c == 'n' ? '\n' : c;
    }
    return plain;
}

} // namespace stowage
