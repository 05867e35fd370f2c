// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementPolicies.h"

#include <algorithm>

namespace stowage {

int PlacementPolicies::ruleFor(const QString& repository) const
{
    const auto found = std::ranges::find_if(coverage, [&repository](const CoverageRule& rule) {
        return matchesPattern(rule.repositories, repository);
    });
    return found == coverage.end() ? -1 : static_cast<int>(found - coverage.begin());
}

const NodeEntry* PlacementPolicies::entryOf(const QString& nameOrAlias) const
{
    const auto found = std::ranges::find_if(nodes, [&nameOrAlias](const NodeEntry& entry) {
        return entry.name.compare(nameOrAlias, Qt::CaseInsensitive) == 0 ||
               entry.aliases.contains(nameOrAlias, Qt::CaseInsensitive);
    });
    return found == nodes.end() ? nullptr : &*found;
}

bool matchesPattern(QStringView pattern, QStringView text)
{
    // Greedy with one way back: a star that fits too little is tried one character longer.
    qsizetype at = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (at < pattern.size() && pattern[at] == u'*') {
            star = at++;
            resume = i;
        } else if (at < pattern.size() && pattern[at] == text[i]) {
            ++at;
            ++i;
        } else if (star >= 0) {
            at = star + 1;
            i = ++resume;
        } else {
            return false;
        }
    }
    while (at < pattern.size() && pattern[at] == u'*') {
        ++at;
    }
    return at == pattern.size();
}

bool matchesImage(QStringView pattern, QStringView repository, QStringView tag)
{
    const qsizetype colon = pattern.lastIndexOf(u':');
    return colon < 0 ? matchesPattern(pattern, repository)
                     : matchesPattern(pattern.first(colon), repository) &&
                           matchesPattern(pattern.sliced(colon + 1), tag);
}

} // namespace stowage
