// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace stowage {

/// A place in the program: a page and what is looked at there. `stowage://fleet/eu-b-17`,
/// `stowage://placement/image/registry-1/team/web:2.0`, `stowage://sources`. Or a thing, which lies on the
/// page that shows its kind: `stowage://layer/sha256:…`, `stowage://node/eu-b-17`.
struct Link
{
    QString page; ///< Page::id()
    QString item; ///< in the page's own terms; empty: the page as it stands

    /// The link as it is copied, percent-encoded.
    QString toString() const;

    /// Reads what toString() wrote, and links to things. Nothing for another scheme, an empty page, a layer
    /// whose digest is not one, and for what could not stand in a name: control characters, bad UTF-8.
    static std::optional<Link> parse(const QString& text);

    /// What links to things look like, for people: "stowage://node/NAME", …
    static QStringList forms();

    bool operator==(const Link&) const = default;
};

} // namespace stowage
