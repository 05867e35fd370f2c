// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertMatcher.h"

#include <algorithm>

namespace stowage {
namespace {

bool isSame(QChar a, QChar b)
{
    return a == b || a.toCaseFolded() == b.toCaseFolded();
}

/// With `*` and `?`, over the whole text.
bool isLike(QStringView pattern, QStringView text)
{
    constexpr qsizetype None = -1;
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = None;  // the last `*` that was met
    qsizetype taken = None; // how far the text is taken by it
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
            star = p++;
            taken = t;
        } else if (p < pattern.size() && (pattern[p] == QLatin1Char('?') || isSame(pattern[p], text[t]))) {
            ++p;
            ++t;
        } else if (star != None) {
            p = star + 1;
            t = ++taken;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
        ++p;
    }
    return p == pattern.size();
}

/// A pattern that is empty says nothing.
bool allows(QStringView pattern, QStringView text)
{
    return pattern.isEmpty() || isLike(pattern, text);
}

QStringView valueOf(const std::vector<AlertLabel>& labels, const QString& name)
{
    const auto found = std::ranges::find(labels, name, &AlertLabel::name);
    return found == labels.end() ? QStringView() : QStringView(found->value);
}

} // namespace

bool AlertMatcher::matches(const Alert& alert) const
{
    const auto isTheSource = [this](const AlertWitness& witness) {
        return witness.source == source;
    };
    const auto hasLabel = [&alert](const AlertLabel& wanted) {
        return isLike(wanted.value, valueOf(alert.labels, wanted.name));
    };
    return !(upTo && alert.severity > *upTo) && (!kind || alert.place.subject.kind == *kind) &&
           allows(name, alert.name) && allows(subject, alert.place.subject.name) &&
           allows(zone, alert.place.zone) &&
           (source.isEmpty() || std::ranges::any_of(alert.witnesses, isTheSource)) &&
           std::ranges::all_of(labels, hasLabel);
}

} // namespace stowage
