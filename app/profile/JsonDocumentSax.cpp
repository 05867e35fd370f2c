// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/JsonDocumentSax.h"

#include "app/profile/JsonSyntax.h"

#include <QCoreApplication>

#include <cstring>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonDocument)
};

} // namespace

JsonDocumentSax::JsonDocumentSax(JsonDocument& document, const qsizetype& consumed)
    : m_document(document), m_consumed(consumed), m_slot(&document.m_root)
{
}

json* JsonDocumentSax::put(json value, qsizetype offset)
{
    if (m_levels.empty()) {
        m_child.clear();
        m_document.m_root = std::move(value);
    } else if (Level& level = m_levels.back(); level.container->is_array()) {
        m_child = childPointer(m_path, level.nextIndex++);
        level.container->push_back(std::move(value));
        m_slot = &level.container->back();
    } else {
        m_child = childPointer(m_path, m_key);
        *m_slot = std::move(value);
    }
    JsonDocument::Place& place = m_document.m_places[m_child];
    if (place.value < 0) {
        place.value = offset;
    }
    return m_slot;
}

bool JsonDocumentSax::open(json container)
{
    const qsizetype offset = m_consumed - 1;
    if (m_levels.size() >= JsonDocument::MaxDepth) {
        m_document.m_problems.push_back(m_document.problemAtOffset(
            offset, Words::tr("the nesting is deeper than %1 levels").arg(JsonDocument::MaxDepth),
            Words::tr("Is this a profile?")));
        return false;
    }
    json* at = put(std::move(container), offset);
    m_levels.push_back({at, m_path.size()});
    m_path = m_child;
    return true;
}

bool JsonDocumentSax::close()
{
    m_path.resize(m_levels.back().pathLength);
    m_levels.pop_back();
    return true;
}

/// The string's closing quote was the last byte taken; within a string a quote has a backslash before it.
qsizetype JsonDocumentSax::stringStart() const
{
    const QByteArray& text = m_document.m_positions.text();
    for (qsizetype quote = m_consumed - 2; quote >= 0; --quote) {
        if (text[quote] != '"') {
            continue;
        }
        qsizetype backslashes = 0;
        while (quote - backslashes > 0 && text[quote - backslashes - 1] == '\\') {
            ++backslashes;
        }
        if (backslashes % 2 == 0) {
            return quote;
        }
    }
    return 0;
}

/// The parser has looked one byte past the number, unless the text ended with it.
qsizetype JsonDocumentSax::numberStart() const
{
    const QByteArray& text = m_document.m_positions.text();
    const auto isOfNumber = [](char c) {
        return std::strchr("0123456789+-.eE", c) != nullptr && c != '\0';
    };
    qsizetype last = m_consumed - 1;
    if (last > 0 && !isOfNumber(text[last])) {
        --last;
    }
    while (last > 0 && isOfNumber(text[last - 1])) {
        --last;
    }
    return last;
}

bool JsonDocumentSax::putNumber(json value)
{
    put(std::move(value), numberStart());
    return true;
}

bool JsonDocumentSax::null()
{
    put(nullptr, m_consumed - 4);
    return true;
}

bool JsonDocumentSax::boolean(bool value)
{
    put(value, m_consumed - (value ? 4 : 5));
    return true;
}

bool JsonDocumentSax::number_integer(number_integer_t value)
{
    return putNumber(value);
}

bool JsonDocumentSax::number_unsigned(number_unsigned_t value)
{
    return putNumber(value);
}

bool JsonDocumentSax::number_float(number_float_t value, const string_t&)
{
    return putNumber(value);
}

bool JsonDocumentSax::string(string_t& value)
{
    put(std::move(value), stringStart());
    return true;
}

bool JsonDocumentSax::binary(binary_t&)
{
    return false; // JSON text has none
}

bool JsonDocumentSax::start_object(std::size_t)
{
    return open(json::object());
}

bool JsonDocumentSax::key(string_t& name)
{
    m_key = name;
    json& object = *m_levels.back().container;
    JsonDocument::Place& place = m_document.m_places[childPointer(m_path, name)];
    const qsizetype offset = stringStart();
    if (!object.contains(name)) {
        place.key = offset;
        m_slot = &object[name];
        return true;
    }
    ProfileProblem problem =
        m_document.problemAtOffset(offset,
                                   Words::tr("\"%1\" stands twice in the same object, first on line %2")
                                       .arg(quotable(name))
                                       .arg(m_document.m_positions.at(place.key).line),
                                   Words::tr("Keep one of the two."));
    problem.pointer = QString::fromStdString(childPointer(m_path, name));
    m_document.m_problems.push_back(std::move(problem));
    m_discarded = nullptr;
    m_slot = &m_discarded;
    return true;
}

bool JsonDocumentSax::end_object()
{
    return close();
}

bool JsonDocumentSax::start_array(std::size_t)
{
    return open(json::array());
}

bool JsonDocumentSax::end_array()
{
    return close();
}

bool JsonDocumentSax::parse_error(std::size_t, const std::string&,
                                  const nlohmann::detail::exception& exception)
{
    const SyntaxFault fault = explainSyntax(exception.what(), m_document.m_positions.text(), m_consumed);
    m_document.m_problems.push_back(m_document.problemAtOffset(fault.offset, fault.what, fault.todo));
    return false;
}

} // namespace stowage
