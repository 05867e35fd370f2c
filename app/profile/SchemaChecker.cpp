// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/SchemaChecker.h"

#include "app/profile/SchemaFormats.h"
#include "app/profile/SchemaWords.h"
#include "models/core/Listed.h"
#include "models/core/NearestName.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SchemaChecker)
};

QString numberText(const json& value)
{
    return QString::fromStdString(value.dump());
}

} // namespace

SchemaChecker::SchemaChecker(const json& schema, const JsonDocument& document)
    : m_schema(schema), m_document(document)
{
}

QStringList SchemaChecker::supportedKeywords()
{
    static constexpr const char* Keywords = "$schema title description examples default definitions $ref "
                                            "type const enum pattern format minLength maxLength "
                                            "minimum maximum exclusiveMinimum properties required "
                                            "additionalProperties dependencies items minItems maxItems "
                                            "uniqueItems oneOf writeOnly";
    return QString::fromLatin1(Keywords).split(QLatin1Char(' '));
}

ProfileProblems SchemaChecker::check()
{
    m_problems.clear();
    checkValue(m_schema, m_document.root(), {});
    return std::move(m_problems);
}

void SchemaChecker::checkValue(const json& unresolved, const json& value, Spot spot)
{
    const json& schema = resolved(unresolved);
    spot.isSecret = spot.isSecret || schema.value("writeOnly", false);
    if (schema.contains("oneOf")) {
        checkAlternatives(schema, value, spot);
        return;
    }
    if (!checkType(schema, value, spot)) {
        return;
    }
    checkConstant(schema, value, spot);
    if (value.is_string()) {
        checkString(schema, value.get_ref<const std::string&>(), spot);
    } else if (value.is_number()) {
        checkNumber(schema, value, spot);
    } else if (value.is_array()) {
        checkArray(schema, value, spot);
    } else if (value.is_object()) {
        checkObject(schema, value, spot);
    }
}

bool SchemaChecker::checkType(const json& schema, const json& value, const Spot& spot)
{
    const auto type = schema.find("type");
    if (type == schema.end() || hasType(value, type->get_ref<const std::string&>())) {
        return true;
    }
    if (spot.isSecret && value.is_string() && *type == "object") {
        tell(spot,
             Words::tr("%1 must not be written here in plain text: profiles are copied, shared and backed up")
                 .arg(nameOf(spot.pointer)),
             example(schema));
        return false;
    }
    tell(spot,
         Words::tr("%1 must be %2, not %3")
             .arg(nameOf(spot.pointer), wantedTypeText(type->get_ref<const std::string&>()), typeText(value)),
         example(schema));
    return false;
}

void SchemaChecker::checkConstant(const json& schema, const json& value, const Spot& spot)
{
    if (const auto constant = schema.find("const"); constant != schema.end() && *constant != value) {
        tell(spot,
             Words::tr("%1 must be %2").arg(nameOf(spot.pointer), QString::fromStdString(constant->dump())));
    }
    const auto known = schema.find("enum");
    if (known == schema.end() || std::find(known->cbegin(), known->cend(), value) != known->cend()) {
        return;
    }
    const std::string& text = value.get_ref<const std::string&>();
    tell(spot, Words::tr("%1 cannot be %2").arg(nameOf(spot.pointer), quoted(text, spot)),
         suggestion(QString::fromStdString(text), strings(*known)));
}

void SchemaChecker::checkString(const json& schema, const std::string& value, const Spot& spot)
{
    const QString text = QString::fromStdString(value);
    if (std::any_of(text.cbegin(), text.cend(),
                    [](QChar c) { return c.category() == QChar::Other_Control; })) {
        tell(spot, Words::tr("%1 contains a control character").arg(nameOf(spot.pointer)),
             Words::tr("Remove it."));
        return;
    }
    const auto length = static_cast<size_t>(text.toUcs4().size());
    if (length < schema.value("minLength", size_t{0})) {
        tell(spot, Words::tr("%1 is empty").arg(nameOf(spot.pointer)), example(schema));
        return;
    }
    if (const size_t longest = schema.value("maxLength", SIZE_MAX); length > longest) {
        tell(spot, Words::tr("%1 is longer than %2 characters").arg(nameOf(spot.pointer)).arg(longest));
        return;
    }
    const auto pattern = schema.find("pattern");
    if (pattern != schema.end() && !patternOf(*pattern).match(text).hasMatch()) {
        tell(spot, Words::tr("%1 cannot be %2").arg(nameOf(spot.pointer), quoted(value, spot)),
             example(schema));
    }
    if (const auto format = schema.find("format"); format != schema.end()) {
        if (const QString fault = formatFault(QString::fromStdString(*format), text); !fault.isEmpty()) {
            tell(spot, Words::tr("%1 %2").arg(nameOf(spot.pointer), fault), example(schema));
        }
    }
}

void SchemaChecker::checkNumber(const json& schema, const json& value, const Spot& spot)
{
    const auto minimum = schema.find("minimum");
    const auto maximum = schema.find("maximum");
    const auto above = schema.find("exclusiveMinimum");
    if (minimum != schema.end() && value < *minimum) {
        tell(spot, Words::tr("%1 must be at least %2").arg(nameOf(spot.pointer), numberText(*minimum)),
             example(schema));
    } else if (above != schema.end() && value <= *above) {
        tell(spot, Words::tr("%1 must be more than %2").arg(nameOf(spot.pointer), numberText(*above)),
             example(schema));
    } else if (maximum != schema.end() && value > *maximum) {
        tell(spot, Words::tr("%1 must be at most %2").arg(nameOf(spot.pointer), numberText(*maximum)),
             example(schema));
    }
}

void SchemaChecker::checkArray(const json& schema, const json& value, const Spot& spot)
{
    if (value.size() < schema.value("minItems", size_t{0})) {
        tell(spot, Words::tr("%1 is empty").arg(nameOf(spot.pointer)), example(schema));
    }
    if (const size_t most = schema.value("maxItems", SIZE_MAX); value.size() > most) {
        tell(spot, Words::tr("%1 has more than %2 entries").arg(nameOf(spot.pointer)).arg(most));
        return;
    }
    const bool isUnique = schema.value("uniqueItems", false);
    std::set<json> seen;
    for (size_t i = 0; i < value.size(); ++i) {
        const Spot child{childPointer(spot.pointer, i), spot.isSecret};
        if (isUnique && !seen.insert(value[i]).second) {
            tell(child, Words::tr("%1 stands in the list before").arg(nameOf(child.pointer)),
                 Words::tr("Remove it."));
        }
        checkValue(schema["items"], value[i], child);
    }
}

void SchemaChecker::checkObject(const json& schema, const json& value, const Spot& spot)
{
    const QStringList meant = checkUnknownKeys(schema, value, spot);
    checkMissingKeys(schema, value, spot, meant);
    for (const auto& [key, property] : schema["properties"].items()) {
        if (const auto found = value.find(key); found != value.end()) {
            checkValue(property, *found, {childPointer(spot.pointer, key), spot.isSecret});
        }
    }
}

/// Returns the known keys that the unknown ones were probably meant to be.
QStringList SchemaChecker::checkUnknownKeys(const json& schema, const json& value, const Spot& spot)
{
    const json& properties = schema["properties"];
    QStringList free;
    for (const QString& key : keysOf(properties)) {
        if (!value.contains(key.toStdString())) {
            free << key;
        }
    }
    QStringList meant;
    for (const auto& [key, ignored] : value.items()) {
        if (properties.contains(key)) {
            continue;
        }
        const QString name = QString::fromStdString(key);
        const QString nearest = nearestName(name, free);
        const bool isDouble = nearest.isEmpty() && !nearestName(name, keysOf(properties)).isEmpty();
        tellAtKey(childPointer(spot.pointer, key),
                  Words::tr("the key \"%1\" is not known here").arg(quotable(key)),
                  isDouble ? suggestion(name, keysOf(properties))
                           : suggestion(name, free.isEmpty() ? keysOf(properties) : free));
        meant << nearest;
    }
    return meant;
}

void SchemaChecker::checkMissingKeys(const json& schema, const json& value, const Spot& spot,
                                     const QStringList& meant)
{
    QStringList missing;
    for (const QString& key : strings(schema.value("required", json::array()))) {
        if (!value.contains(key.toStdString()) && !meant.contains(key)) {
            missing << key;
        }
    }
    const json dependencies = schema.value("dependencies", json::object());
    for (const auto& [key, others] : dependencies.items()) {
        for (const QString& other : strings(others)) {
            if (value.contains(key) && !value.contains(other.toStdString()) && !meant.contains(other)) {
                missing << other;
            }
        }
    }
    for (const QString& key : std::as_const(missing)) {
        const std::string name = key.toStdString();
        const QString todo = example(schema["properties"][name], name);
        tell(spot,
             spot.pointer.empty() ? Words::tr("\"%1\" is missing").arg(key)
                                  : Words::tr("\"%1\" is missing in %2").arg(key, nameOf(spot.pointer)),
             todo);
    }
}

void SchemaChecker::checkAlternatives(const json& schema, const json& value, const Spot& spot)
{
    json object = {{"type", "object"}};
    if (schema.contains("examples")) {
        object["examples"] = schema["examples"];
    }
    if (!checkType(object, value, spot)) {
        return;
    }
    const json& branches = schema["oneOf"];
    if (resolved(branches[0])["properties"].contains("kind")) {
        checkByKind(branches, value, spot);
    } else {
        checkByOnlyKey(branches, value, spot);
    }
}

/// The alternatives are told apart by the constant of their "kind".
void SchemaChecker::checkByKind(const json& branches, const json& value, const Spot& spot)
{
    QStringList kinds;
    for (const json& branch : branches) {
        kinds << QString::fromStdString(resolved(branch)["properties"]["kind"]["const"]);
    }
    const auto kind = value.find("kind");
    if (kind == value.end()) {
        tellKindIsMissing(branches, value, spot, kinds);
        return;
    }
    const Spot child{childPointer(spot.pointer, "kind"), spot.isSecret};
    if (!kind->is_string()) {
        tell(child,
             Words::tr("%1 must be %2, not %3")
                 .arg(nameOf(child.pointer), Words::tr("a text in double quotes"), typeText(*kind)),
             Words::tr("Known: %1.").arg(listed(kinds)));
        return;
    }
    const std::string& name = kind->get_ref<const std::string&>();
    const qsizetype index = kinds.indexOf(QString::fromStdString(name));
    if (index < 0) {
        tell(child, Words::tr("%1 is not a kind of source that is known").arg(quoted(name, child)),
             suggestion(QString::fromStdString(name), kinds));
        return;
    }
    checkValue(branches[static_cast<size_t>(index)], value, spot);
}

void SchemaChecker::tellKindIsMissing(const json& branches, const json& value, const Spot& spot,
                                      const QStringList& kinds)
{
    const QString known = Words::tr("Known: %1.").arg(listed(kinds));
    for (const auto& [key, ignored] : value.items()) {
        const bool isKnown = resolved(branches[0])["properties"].contains(key);
        if (!isKnown && !nearestName(QString::fromStdString(key), {QStringLiteral("kind")}).isEmpty()) {
            tellAtKey(childPointer(spot.pointer, key),
                      Words::tr("the key \"%1\" is not known here").arg(quotable(key)),
                      Words::tr("Did you mean \"%1\"?").arg(QStringLiteral("kind")));
            return;
        }
    }
    tell(spot, Words::tr("\"%1\" is missing in %2").arg(QStringLiteral("kind"), nameOf(spot.pointer)), known);
}

/// Each alternative has one required key of its own; exactly one of these keys may be there.
void SchemaChecker::checkByOnlyKey(const json& branches, const json& value, const Spot& spot)
{
    QStringList keys;
    QStringList present;
    const json* chosen = nullptr;
    for (const json& branch : branches) {
        const std::string& key = resolved(branch)["required"][0].get_ref<const std::string&>();
        keys << QString::fromStdString(key);
        if (value.contains(key)) {
            present << keys.back();
            chosen = &branch;
        }
    }
    if (present.isEmpty()) {
        checkOnlyKeyIsMissing(value, spot, keys);
    } else if (present.size() > 1) {
        tell(spot,
             Words::tr("%1 has %2, of which only one can be").arg(nameOf(spot.pointer), listed(present)),
             Words::tr("Keep one of them."));
    } else {
        checkValue(*chosen, value, spot);
    }
}

void SchemaChecker::checkOnlyKeyIsMissing(const json& value, const Spot& spot, const QStringList& keys)
{
    if (value.empty()) {
        tell(spot, Words::tr("%1 is empty").arg(nameOf(spot.pointer)),
             Words::tr("It needs one of: %1.").arg(listed(keys)));
        return;
    }
    for (const auto& [key, ignored] : value.items()) {
        tellAtKey(childPointer(spot.pointer, key),
                  Words::tr("the key \"%1\" is not known here").arg(quotable(key)),
                  suggestion(QString::fromStdString(key), keys));
    }
}

const QRegularExpression& SchemaChecker::patternOf(const json& pattern)
{
    // Compiled once: a profile has the same few patterns for hundreds of peers.
    QRegularExpression& expression = m_patterns[&pattern];
    if (expression.pattern().isEmpty()) {
        expression.setPattern(QString::fromStdString(pattern.get_ref<const std::string&>()));
    }
    return expression;
}

const json& SchemaChecker::resolved(const json& schema) const
{
    const json* at = &schema;
    for (auto reference = at->find("$ref"); reference != at->end(); reference = at->find("$ref")) {
        // "#/definitions/NAME": the only form that this schema uses.
        at = &m_schema.at(json::json_pointer(reference->get_ref<const std::string&>().substr(1)));
    }
    return *at;
}

QString SchemaChecker::example(const json& unresolved, const std::string& key) const
{
    const json& schema = resolved(unresolved);
    const auto examples = schema.find("examples");
    if (examples == schema.end()) {
        return {};
    }
    const QString prefix =
        key.empty() ? QString() : QLatin1Char('"') + QString::fromStdString(key) + QStringLiteral("\": ");
    QStringList texts;
    for (const json& item : *examples) {
        texts << prefix + QString::fromStdString(item.dump());
    }
    //: %1 is JSON, several separated by "or"
    return Words::tr("For example %1.").arg(texts.join(Words::tr(" or ")));
}

QString SchemaChecker::quoted(const std::string& value, const Spot& spot) const
{
    return spot.isSecret ? Words::tr("what stands there")
                         : QLatin1Char('"') + quotable(value) + QLatin1Char('"');
}

void SchemaChecker::tell(const Spot& spot, const QString& what, const QString& todo)
{
    m_problems.push_back(m_document.problemAt(spot.pointer, what, todo));
}

void SchemaChecker::tellAtKey(const std::string& pointer, const QString& what, const QString& todo)
{
    m_problems.push_back(m_document.problemAtKey(pointer, what, todo));
}

} // namespace stowage
