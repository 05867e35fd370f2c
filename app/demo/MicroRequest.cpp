// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/MicroRequest.h"

namespace stowage {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isSameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

/// Calls `each` with the parts between separators, until it returns true.
template <class F>
void forEachPart(QByteArrayView text, char separator, F&& each)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(separator);
        if (each(end < 0 ? text : text.first(end)) || end < 0) {
            return;
        }
        text = text.sliced(end + 1);
    }
}

} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0) {
            return {};
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

bool MicroRequest::setTarget(QByteArrayView target)
{
    if (const auto scheme = target.indexOf("://"); !target.startsWith('/') && scheme >= 0) {
        const qsizetype slash = target.indexOf('/', scheme + 3);
        target = slash < 0 ? QByteArrayView("/") : target.sliced(slash);
    }
    const qsizetype mark = target.indexOf('?');
    query = mark < 0 ? QByteArray() : target.sliced(mark + 1).toByteArray();
    auto decoded = percentDecoded(mark < 0 ? target : target.first(mark));
    path = decoded.value_or(QByteArray());
    return decoded.has_value();
}

QByteArrayView MicroRequest::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (isSameName(key, name)) {
            return value;
        }
    }
    return {};
}

std::vector<QByteArrayView> MicroRequest::listHeader(QByteArrayView name) const
{
    std::vector<QByteArrayView> items;
    for (const auto& [key, value] : headers) {
        if (!isSameName(key, name)) {
            continue;
        }
        forEachPart(value, ',', [&items](QByteArrayView item) {
            const qsizetype parameters = item.indexOf(';');
            items.push_back((parameters < 0 ? item : item.first(parameters)).trimmed());
            return false;
        });
    }
    return items;
}

std::optional<QByteArray> MicroRequest::queryValue(QByteArrayView name) const
{
    std::optional<QByteArray> found;
    forEachPart(query, '&', [&](QByteArrayView pair) {
        const qsizetype equals = pair.indexOf('=');
        QByteArray key = (equals < 0 ? pair : pair.first(equals)).toByteArray();
        QByteArray value = equals < 0 ? QByteArray("") : pair.sliced(equals + 1).toByteArray();
        const auto decodedKey = percentDecoded(key.replace('+', ' '));
        const auto decodedValue = percentDecoded(value.replace('+', ' '));
        if (decodedKey && decodedValue && *decodedKey == name) {
            found = decodedValue;
        }
        return found.has_value();
    });
    return found;
}

} // namespace stowage
