// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/profile/Valijson.h"

#include <nlohmann/json.hpp>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Woverloaded-virtual"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace stowage::test {
namespace {

/// Removes the `format` annotations: at one beside a value that is no text, valijson 1.0 aborts.
void dropFormats(nlohmann::json& schema)
{
    if (schema.is_object() && schema.contains("format") && schema["format"].is_string()) {
        schema.erase("format");
    }
    for (nlohmann::json& child : schema) {
        if (child.is_structured()) {
            dropFormats(child);
        }
    }
}

} // namespace

bool valijsonAccepts(const std::string& schemaText, const std::string& text)
{
    auto schemaJson = nlohmann::json::parse(schemaText);
    dropFormats(schemaJson);
    const auto json = nlohmann::json::parse(text, nullptr, true, true);
    valijson::Schema schema;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schemaJson), schema);
    // Strong types: "5" is not 5.
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    return validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(json), nullptr);
}

} // namespace stowage::test
