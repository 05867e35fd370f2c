// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <QByteArrayView>

#include <optional>

namespace stowage::json {

/// Whether some object in it has a key twice: readers would disagree on what it says.
bool isAmbiguous(simdjson::dom::element element);

/// Parses a whole document; nothing when it is not JSON, not UTF-8, nested deeper than 1,024, or ambiguous.
/// The element lives as long as the parser and until its next document.
std::optional<simdjson::dom::element> parse(simdjson::dom::parser& parser, QByteArrayView body);

/// The member of that name; nothing when it is absent or the element is no object.
inline std::optional<simdjson::dom::element> member(simdjson::dom::element element, std::string_view key)
{
    simdjson::dom::element found;
    return element.at_key(key).get(found) == simdjson::SUCCESS ? std::optional(found) : std::nullopt;
}

/// The string in that member; nothing when it is absent or of another type.
inline std::optional<QByteArrayView> text(simdjson::dom::element element, std::string_view key)
{
    std::string_view found;
    const bool isText = element.at_key(key).get_string().get(found) == simdjson::SUCCESS;
    return isText ? std::optional(QByteArrayView(found.data(), static_cast<qsizetype>(found.size())))
                  : std::nullopt;
}

} // namespace stowage::json
