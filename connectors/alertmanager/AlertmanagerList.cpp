// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerList.h"

namespace stowage {
namespace {

namespace dom = simdjson::dom;
namespace ondemand = simdjson::ondemand;

/// What simdjson may read beyond the end lies behind the bytes already: an answer is received into more room
/// than it takes, and seldom has to be copied.
bool isPadded(const QByteArray& text)
{
    return text.capacity() - text.size() >= static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
}

simdjson::simdjson_result<std::string_view> rawText(ondemand::value item)
{
    ondemand::json_type type{};
    if (const auto error = item.type().get(type)) {
        return error;
    }
    if (type == ondemand::json_type::object) {
        ondemand::object object;
        const auto error = item.get_object().get(object);
        return error ? simdjson::simdjson_result<std::string_view>(error) : object.raw_json();
    }
    if (type == ondemand::json_type::array) {
        ondemand::array array;
        const auto error = item.get_array().get(array);
        return error ? simdjson::simdjson_result<std::string_view>(error) : array.raw_json();
    }
    return item.raw_json_token();
}

bool eachOfPadded(simdjson::padded_string_view text, const std::function<void(dom::element)>& take)
{
    ondemand::parser parser;
    ondemand::document document;
    ondemand::array list;
    if (parser.iterate(text).get(document) != simdjson::SUCCESS ||
        document.get_array().get(list) != simdjson::SUCCESS) {
        return false;
    }
    dom::parser itemParser;
    for (auto item : list) {
        ondemand::value value;
        std::string_view raw;
        dom::element element;
        if (item.get(value) != simdjson::SUCCESS || rawText(value).get(raw) != simdjson::SUCCESS ||
            itemParser.parse(raw.data(), raw.size(), false).get(element) != simdjson::SUCCESS) {
            return false;
        }
        take(element);
    }
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS; // nothing comes behind it
}

} // namespace

bool eachOfList(const QByteArray& text, const std::function<void(dom::element)>& take)
{
    const auto size = static_cast<size_t>(text.size());
    if (isPadded(text)) {
        const auto room = static_cast<size_t>(text.capacity());
        return eachOfPadded(simdjson::padded_string_view(text.constData(), size, room), take);
    }
    const simdjson::padded_string copy(text.constData(), size);
    return eachOfPadded(copy, take);
}

} // namespace stowage
