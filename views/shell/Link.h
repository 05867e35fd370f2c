// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace stowage {

/// A place in the program: a page and what is looked at there. `stowage://fleet/eu-b-17`,
/// `stowage://placement/image/registry-1/team/web:2.0`, `stowage://sources`.
struct Link
{
    QString page; ///< Page::id()
    QString item; ///< in the page's own terms; empty: the page as it stands

    /// The link as it is copied, percent-encoded.
    QString toString() const;

    /// Reads what toString() wrote; nothing for another scheme or an empty page.
    static std::optional<Link> parse(const QString& text);

    bool operator==(const Link&) const = default;
};

} // namespace stowage
