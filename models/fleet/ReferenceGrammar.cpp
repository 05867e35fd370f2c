// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/ReferenceGrammar.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype MaxNameLength = 255;
constexpr qsizetype MaxTagLength = 128;

bool isLowerAlphaNumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isWord(char c)
{
    return isLowerAlphaNumeric(c) || (c >= 'A' && c <= 'Z') || c == '_';
}

/// `.`, `_`, `__` or any number of `-`.
bool isSeparator(QByteArrayView run)
{
    return run == "." || run == "_" || run == "__" ||
           std::all_of(run.begin(), run.end(), [](char c) { return c == '-'; });
}

/// `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*`
bool isComponent(QByteArrayView component)
{
    if (component.isEmpty() || !isLowerAlphaNumeric(component.front()) ||
        !isLowerAlphaNumeric(component.back())) {
        return false;
    }
    for (qsizetype at = 0; at < component.size();) {
        if (isLowerAlphaNumeric(component[at])) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (!isLowerAlphaNumeric(component[at])) {
            ++at; // ends: the last character is alphanumeric
        }
        if (!isSeparator(component.sliced(begin, at - begin))) {
            return false;
        }
    }
    return true;
}

} // namespace

bool isRepositoryName(QByteArrayView name)
{
    if (name.size() > MaxNameLength) {
        return false;
    }
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= name.size(); ++at) {
        if (at == name.size() || name[at] == '/') {
            if (!isComponent(name.sliced(begin, at - begin))) {
                return false;
            }
            begin = at + 1;
        }
    }
    return true;
}

bool isTag(QByteArrayView tag)
{
    return !tag.isEmpty() && tag.size() <= MaxTagLength && isWord(tag.front()) &&
           std::all_of(tag.begin(), tag.end(), [](char c) { return isWord(c) || c == '.' || c == '-'; });
}

} // namespace stowage
