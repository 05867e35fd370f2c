// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/Json.h"

#include <algorithm>
#include <vector>

namespace stowage::json {

bool isAmbiguous(simdjson::dom::element element)
{
    simdjson::dom::array array;
    if (element.get_array().get(array) == simdjson::SUCCESS) {
        return std::any_of(array.begin(), array.end(), isAmbiguous);
    }
    simdjson::dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) {
        return false;
    }
    std::vector<std::string_view> keys;
    for (const auto [key, value] : object) {
        keys.push_back(key);
        if (isAmbiguous(value)) {
            return true;
        }
    }
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

std::optional<simdjson::dom::element> parse(simdjson::dom::parser& parser, QByteArrayView body)
{
    if (body.isEmpty()) {
        return std::nullopt; // its data may be null, which the parser's memcpy must not see
    }
    simdjson::dom::element root;
    // The parser copies into a padded buffer of its own.
    const auto error = parser.parse(body.data(), static_cast<size_t>(body.size()), true).get(root);
    return error == simdjson::SUCCESS && !isAmbiguous(root) ? std::optional(root) : std::nullopt;
}

} // namespace stowage::json
