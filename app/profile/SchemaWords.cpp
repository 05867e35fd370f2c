// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/SchemaWords.h"

#include "app/profile/JsonDocument.h"
#include "models/core/Listed.h"
#include "models/core/NearestName.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

using nlohmann::json;

struct SchemaWords
{
    Q_DECLARE_TR_FUNCTIONS(SchemaWords)
};

} // namespace

QString typeText(const json& value)
{
    switch (value.type()) {
    case json::value_t::object:
        return SchemaWords::tr("an object { }");
    case json::value_t::array:
        return SchemaWords::tr("a list [ ]");
    case json::value_t::string:
        return SchemaWords::tr("a text");
    case json::value_t::boolean:
        return SchemaWords::tr("true or false");
    case json::value_t::number_float:
        return SchemaWords::tr("a number with a fraction or too large");
    case json::value_t::number_integer:
    case json::value_t::number_unsigned:
        return SchemaWords::tr("a number");
    default:
        return SchemaWords::tr("null");
    }
}

QString wantedTypeText(const std::string& schemaType)
{
    if (schemaType == "object") {
        return SchemaWords::tr("an object { }");
    }
    if (schemaType == "array") {
        return SchemaWords::tr("a list [ ]");
    }
    if (schemaType == "string") {
        return SchemaWords::tr("a text in double quotes");
    }
    if (schemaType == "integer") {
        return SchemaWords::tr("a whole number");
    }
    return schemaType == "boolean" ? SchemaWords::tr("true or false") : SchemaWords::tr("a number");
}

bool hasType(const json& value, const std::string& schemaType)
{
    if (schemaType == "object") {
        return value.is_object();
    }
    if (schemaType == "array") {
        return value.is_array();
    }
    if (schemaType == "string") {
        return value.is_string();
    }
    if (schemaType == "integer") {
        return value.is_number_integer();
    }
    return schemaType == "boolean" ? value.is_boolean() : value.is_number();
}

QString nameOf(const std::string& pointer)
{
    const size_t slash = pointer.rfind('/');
    if (slash == std::string::npos) {
        return SchemaWords::tr("the profile");
    }
    const std::string last = pointer.substr(slash + 1);
    const bool isIndex =
        !last.empty() && std::all_of(last.cbegin(), last.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isIndex || slash == 0) {
        return QLatin1Char('"') + quotable(last) + QLatin1Char('"');
    }
    const size_t before = pointer.rfind('/', slash - 1);
    return quotable(pointer.substr(before + 1, slash - before - 1)) + QLatin1Char('[') +
           QString::fromStdString(last) + QLatin1Char(']');
}

QString suggestion(const QString& name, const QStringList& known)
{
    const QString nearest = nearestName(name, known);
    return nearest.isEmpty() ? SchemaWords::tr("Known here: %1.").arg(listed(known))
                             : SchemaWords::tr("Did you mean \"%1\"?").arg(nearest);
}

QStringList keysOf(const json& object)
{
    QStringList keys;
    for (const auto& [key, value] : object.items()) {
        keys << QString::fromStdString(key);
    }
    return keys;
}

QStringList strings(const json& array)
{
    QStringList texts;
    for (const json& item : array) {
        texts << QString::fromStdString(item.get<std::string>());
    }
    return texts;
}

} // namespace stowage
