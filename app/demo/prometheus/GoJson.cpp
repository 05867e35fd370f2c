// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/prometheus/GoJson.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace stowage::gojson {

QByteArray string(QByteArrayView text)
{
    QByteArray out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || c == '<' || c == '>' || c == '&') {
            out += "\\u" + QByteArray::number(byte, 16).rightJustified(4, '0');
        } else {
            out += c;
        }
    }
    return out + '"';
}

QByteArray value(double value)
{
    if (std::isnan(value)) {
        return "NaN";
    }
    return QByteArray::number(value == 0 ? 0 : value, 'f', QLocale::FloatingPointShortest);
}

QByteArray seconds(Timestamp at)
{
    const qint64 millis = at.time_since_epoch().count();
    QByteArray text = QByteArray::number(millis / 1000);
    if (millis % 1000 != 0) {
        text += '.' + QByteArray::number(millis % 1000).rightJustified(3, '0');
    }
    return text;
}

QByteArray labels(Labels labels)
{
    std::ranges::sort(labels);
    QByteArray out = "{";
    for (const auto& [name, text] : labels) {
        out += (out.size() > 1 ? "," : "") + string(name) + ':' + string(text);
    }
    return out + '}';
}

} // namespace stowage::gojson
