// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"

namespace stowage {

/// Builds a JsonDocument from the events of nlohmann's parser, which does not recurse; its DOM forgets
/// positions.
class JsonDocumentSax final : public nlohmann::json::json_sax_t
{
public:
    /// `consumed` counts the bytes that the parser has taken.
    JsonDocumentSax(JsonDocument& document, const qsizetype& consumed);

    bool null() override;
    bool boolean(bool value) override;
    bool number_integer(number_integer_t value) override;
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t value, const string_t& text) override;
    bool string(string_t& value) override;
    bool binary(binary_t& value) override;
    bool start_object(std::size_t size) override;
    bool key(string_t& name) override;
    bool end_object() override;
    bool start_array(std::size_t size) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string& lastToken,
                     const nlohmann::detail::exception& exception) override;

private:
    struct Level
    {
        nlohmann::json* container;
        size_t pathLength; ///< of the enclosing container's pointer
        size_t nextIndex = 0;
    };

    nlohmann::json* put(nlohmann::json value, qsizetype offset);
    bool open(nlohmann::json container);
    bool close();
    qsizetype stringStart() const;
    qsizetype numberStart() const;
    bool putNumber(nlohmann::json value);

    JsonDocument& m_document;
    const qsizetype& m_consumed;
    std::string m_path;  ///< pointer of the innermost open container
    std::string m_child; ///< pointer of the value put last
    std::string m_key;
    nlohmann::json m_discarded; ///< takes the value of a key that comes twice
    nlohmann::json* m_slot;     ///< where the value of the last key goes
    std::vector<Level> m_levels;
};

} // namespace stowage
