// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/JsonFields.h"

#include <QCoreApplication>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JsonFields)
};

} // namespace

const json& memberOf(const json& object, const char* key)
{
    static const json none;
    if (!object.is_object()) {
        return none;
    }
    const auto found = object.find(key);
    return found != object.end() ? *found : none;
}

QString textOf(const json& object, const char* key)
{
    const json& found = memberOf(object, key);
    return found.is_string() ? QString::fromStdString(found) : QString();
}

const json& listOf(const json& object, const char* key)
{
    static const json none = json::array();
    const json& found = memberOf(object, key);
    return found.is_array() ? found : none;
}

std::optional<ProfileProblem> claimName(ClaimedNames& names, const QString& name, const QString& key,
                                        const std::string& pointer, const JsonDocument& document,
                                        const QString& todo)
{
    if (name.isEmpty()) {
        return std::nullopt;
    }
    const auto first = names.constFind(key);
    if (first == names.cend()) {
        names.insert(key, pointer);
        return std::nullopt;
    }
    return document.problemAt(
        pointer,
        Words::tr("\"%1\" is taken: line %2").arg(quotable(name.toStdString())).arg(document.lineOf(*first)),
        todo);
}

} // namespace stowage
