// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/hub/DemoHubFilter.h"

#include <algorithm>

namespace stowage {
namespace {

/// Splits at a separator outside of quotes.
QByteArrayList split(const QByteArray& text, QByteArrayView separator)
{
    QByteArrayList parts;
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && QByteArrayView(text).sliced(i).startsWith(separator)) {
            parts << text.mid(begin, i - begin);
            i += separator.size() - 1;
            begin = i + 1;
        }
    }
    return parts << text.mid(begin);
}

} // namespace

std::optional<DemoHubFilter> DemoHubFilter::parse(QByteArray text)
{
    DemoHubFilter filter;
    text = text.trimmed();
    if (text.isEmpty()) {
        return filter;
    }
    if (text.startsWith('(') && text.endsWith(')')) {
        text = text.mid(1, text.size() - 2);
    }
    for (const QByteArray& alternative : split(text, "||")) {
        std::vector<Comparison> all;
        for (const QByteArray& part : split(alternative, "&&")) {
            const auto one = comparison(part.trimmed());
            if (!one) {
                return std::nullopt;
            }
            all.push_back(*one);
        }
        filter.m_any.push_back(std::move(all));
    }
    return filter;
}

std::optional<DemoHubFilter::Comparison> DemoHubFilter::comparison(const QByteArray& text)
{
    const auto isName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '.';
    };
    const auto end = std::find_if_not(text.begin(), text.end(), isName) - text.begin();
    QByteArray rest = text.mid(end).trimmed();
    for (const char* operation : {"!=", ">=", "<=", "=", ">", "<", "~"}) {
        if (end == 0 || !rest.startsWith(operation)) {
            continue;
        }
        QByteArray value = rest.mid(static_cast<qsizetype>(qstrlen(operation))).trimmed();
        if (value.size() >= 2 && value.startsWith('\'') && value.endsWith('\'')) {
            return Comparison{text.left(end), operation, value.mid(1, value.size() - 2), false};
        }
        bool isNumber = false;
        value.toDouble(&isNumber);
        return isNumber ? std::optional(Comparison{text.left(end), operation, value, true}) : std::nullopt;
    }
    return std::nullopt;
}

bool DemoHubFilter::Comparison::holds(QByteArrayView actual) const
{
    if (operation == "~") {
        return actual.toByteArray().toLower().contains(value.toLower());
    }
    const double difference = isNumber ? actual.toByteArray().toDouble() - value.toDouble()
                                       : static_cast<double>(actual.compare(value));
    if (operation == "=") {
        return difference == 0;
    }
    if (operation == "!=") {
        return difference != 0;
    }
    return operation.startsWith('>') ? difference > 0 || (operation == ">=" && difference == 0)
                                     : difference < 0 || (operation == "<=" && difference == 0);
}

bool DemoHubFilter::matches(const Field& field) const
{
    return m_any.empty() || std::any_of(m_any.begin(), m_any.end(), [&](const auto& all) {
               return std::all_of(all.begin(), all.end(),
                                  [&](const Comparison& one) { return one.holds(field(one.field)); });
           });
}

bool DemoHubFilter::canMatch(QByteArrayView name, QByteArrayView value) const
{
    return m_any.empty() || std::any_of(m_any.begin(), m_any.end(), [&](const auto& all) {
               return std::all_of(all.begin(), all.end(), [&](const Comparison& one) {
                   return one.field != name || one.holds(value);
               });
           });
}

} // namespace stowage
