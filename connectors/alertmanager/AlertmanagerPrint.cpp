// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alertmanager/AlertmanagerPrint.h"

#include <QHashFunctions>

namespace stowage {

namespace dom = simdjson::dom;

void AlertmanagerPrint::add(dom::element alert, bool isOver)
{
    m_one = {isOver ? 1U : 2U, 3, 0};
    dom::object members;
    if (alert.get_object().get(members) == simdjson::SUCCESS) {
        for (const auto [name, value] : members) {
            if (name != "endsAt" && name != "updatedAt" && name != "receivers") {
                addText(name);
                addAny(value);
            }
        }
    } else {
        addAny(alert);
    }
    m_sum.one += m_one.one;
    m_sum.other += m_one.other;
    ++m_sum.count;
}

void AlertmanagerPrint::addText(std::string_view bytes)
{
    m_one.one = qHashBits(bytes.data(), bytes.size(), m_one.one + bytes.size());
    m_one.other = qHashBits(bytes.data(), bytes.size(), ~m_one.other + 31 * bytes.size());
}

/// As deep as the parser goes, and no deeper.
void AlertmanagerPrint::addAny(dom::element element)
{
    switch (element.type()) {
    case dom::element_type::OBJECT:
        addText("{");
        for (const auto [name, value] : dom::object(element)) {
            addText(name);
            addAny(value);
        }
        addText("}");
        break;
    case dom::element_type::ARRAY:
        addText("[");
        for (const dom::element value : dom::array(element)) {
            addAny(value);
        }
        addText("]");
        break;
    case dom::element_type::STRING:
        addText(std::string_view(element));
        break;
    default:
        addText(simdjson::minify(element));
        break;
    }
}

} // namespace stowage
