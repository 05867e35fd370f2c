// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

#include <QByteArrayView>
#include <QStringList>

namespace stowage {

/// One page of a list of names.
struct NamesPage
{
    QStringList names;   ///< that follow the grammar, in the server's order, repeats included
    QStringList refused; ///< that do not, escaped for display

    bool operator==(const NamesPage&) const = default;
};

/// Reads `{"repositories": […]}`; `null` is an empty list. Malformed for anything else.
Result<NamesPage> parseCatalogPage(QByteArrayView body);

/// Reads `{"name": …, "tags": […]}`; `null`, as an emptied repository of 2.8 answers, is an empty list.
Result<NamesPage> parseTagsPage(QByteArrayView body);

/// The first of the `errors` that a registry's JSON answer lists: `{"errors":[{"code","message","detail"}]}`.
/// All empty where the body is something else: unknown routes and bad names answer plain text (2.8.2
/// and 3.1.1).
struct RegistryFault
{
    QString code;    ///< "NAME_UNKNOWN"; only letters and `_`
    QString message; ///< escaped for display
    /// The detail carries another server's errors or its address: a pull-through proxy reports its upstream
    /// so (2.8.2: UNKNOWN around `errors` or a dial error's `URL`).
    bool tellsOfUpstream = false;

    bool operator==(const RegistryFault&) const = default;
};

RegistryFault parseFault(QByteArrayView body);

} // namespace stowage
