// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/PlacementGoal.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace stowage {

/// Another goal for the repositories that match.
struct CoverageRule
{
    QString repositories; ///< a name, or a pattern with `*`
    PlacementGoal goal;

    bool operator==(const CoverageRule&) const = default;
};

/// Images that must lie whole on every node that one of the lists names.
struct KeyRule
{
    QString name;
    QStringList images; ///< "team/api" (all its tags) or "team/api:1.0"; `*` stands for anything
    QStringList nodes;  ///< names or aliases
    QStringList zones;
    QStringList labels;

    bool operator==(const KeyRule&) const = default;
};

/// What the profile says of a node beside what the sources tell.
struct NodeEntry
{
    QString name;
    QStringList aliases;
    QStringList labels;

    bool operator==(const NodeEntry&) const = default;
};

/// How widely things should lie, as the profile says.
struct PlacementPolicies
{
    PlacementGoal base{2, 1};
    std::vector<CoverageRule> coverage; ///< the first that matches a repository counts
    std::vector<KeyRule> keys;
    std::vector<NodeEntry> nodes;

    bool operator==(const PlacementPolicies&) const = default;

    /// Which goal holds for a repository: the place in `coverage`, or -1 for `base`.
    int ruleFor(const QString& repository) const;
    const PlacementGoal& goalOf(int rule) const
    {
        return rule < 0 ? base : coverage[static_cast<size_t>(rule)].goal;
    }
    /// The entry of a node by name or alias, whatever the case; null when there is none.
    const NodeEntry* entryOf(const QString& nameOrAlias) const;
};

/// Whether the text is like the pattern, in which `*` stands for any run of characters, also of slashes.
bool matchesPattern(QStringView pattern, QStringView text);

/// Whether an image of this repository and tag is meant by "repository" or "repository:tag".
bool matchesImage(QStringView pattern, QStringView repository, QStringView tag);

} // namespace stowage
