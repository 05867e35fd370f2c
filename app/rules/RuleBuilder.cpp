// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/RuleBuilder.h"

#include "app/rules/RuleWords.h"
#include "models/core/NearestName.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RuleReader)
};

using Json = nlohmann::json;

QString text(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(*found) : QString();
}

std::optional<double> number(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

Millis seconds(const Json& object, const char* key, Millis fallback)
{
    const auto told = number(object, key);
    return told ? Millis(static_cast<qint64>(*told * 1000)) : fallback;
}

QStringList texts(const Json& list)
{
    QStringList words;
    for (const Json& word : list) {
        words << (word.is_string() ? QString::fromStdString(word) : QString());
    }
    return words;
}

} // namespace

void RuleBuilder::refuse(const std::string& pointer, const QString& what, const QString& todo)
{
    m_problems.push_back(m_document.problemAt(pointer, what, todo));
}

AlertRule RuleBuilder::build(const Json& rule, const std::string& pointer)
{
    constexpr Millis Cooldown{300'000};
    AlertRule read;
    read.id = text(rule, "id");
    const auto enabled = rule.find("enabled");
    read.isOn = enabled == rule.end() || !enabled->is_boolean() || enabled->get<bool>();
    if (!read.isOn && !rule.contains("about")) {
        return read; // it turns another off and says no more
    }
    if (!readKind(rule, pointer)) {
        return read;
    }
    read.facts = *m_facts;
    read.title = readTemplate(rule, "title", pointer);
    read.summary = rule.contains("summary") ? readTemplate(rule, "summary", pointer) : read.title;
    read.severity = rule.contains("severity") ? severityOf(text(rule, "severity")) : AlertSeverity::Warning;
    read.when = readConditions(rule, pointer);
    readSteps(rule, pointer, read);
    read.wait = seconds(rule, "forSeconds", Millis{0});
    read.cooldown = seconds(rule, "cooldownSeconds", Cooldown);
    readLabels(rule, pointer, read);
    return read;
}

bool RuleBuilder::readKind(const Json& rule, const std::string& pointer)
{
    m_facts = nullptr;
    const QString name = text(rule, "about");
    if (name.isEmpty()) {
        refuse(pointer, Words::tr("the rule does not say what it is about"),
               Words::tr("Add \"about\", for example \"host\"."));
        return false;
    }
    const auto found = std::ranges::find(m_schemas, name, &FactSchema::kind);
    if (found == m_schemas.end()) {
        return false; // the schema has said so
    }
    m_facts = &*found;
    return true;
}

RuleTemplate RuleBuilder::readTemplate(const Json& rule, const char* key, const std::string& pointer)
{
    if (!rule.contains(key)) {
        refuse(pointer, Words::tr("the rule has no \"%1\"").arg(QLatin1String(key)),
               Words::tr("Say what is wrong in a few words: \"{subject} is busy\"."));
        return {};
    }
    const QString words = text(rule, key);
    auto read = RuleTemplate::parse(words, *m_facts);
    if (!read) {
        refuse(childPointer(pointer, key), read.error());
        return {};
    }
    if (m_isOurs) {
        // A translation that cannot be read is worse than none.
        auto translated = RuleTemplate::parse(translatedRuleText(words), *m_facts);
        return translated ? *std::move(translated) : *std::move(read);
    }
    return *std::move(read);
}

std::vector<RuleCondition> RuleBuilder::readConditions(const Json& owner, const std::string& pointer)
{
    std::vector<RuleCondition> conditions;
    const auto list = owner.find("when");
    if (list == owner.end() || !list->is_array() || list->empty()) {
        refuse(pointer, Words::tr("the rule does not say when"),
               Words::tr("Add \"when\", for example [{\"fact\": \"cpu.percent\", \"above\": 95}]."));
        return conditions;
    }
    for (size_t i = 0; i < list->size(); ++i) {
        const std::string place = childPointer(childPointer(pointer, "when"), i);
        if (auto condition = readCondition((*list)[i], place)) {
            conditions.push_back(*std::move(condition));
        }
    }
    return conditions;
}

std::optional<RuleCondition> RuleBuilder::readCondition(const Json& condition, const std::string& pointer)
{
    if (!condition.is_object() || !condition.contains("fact")) {
        return std::nullopt; // the schema has said so
    }
    const auto column = readFact(condition["fact"], childPointer(pointer, "fact"));
    QStringList tests;
    for (const char* test : {"above", "below", "is", "isNot"}) {
        if (condition.contains(test)) {
            tests << QLatin1String(test);
        }
    }
    if (tests.size() != 1) {
        refuse(pointer, Words::tr("a condition needs one of \"above\", \"below\", \"is\" and \"isNot\""));
        return std::nullopt;
    }
    if (!column) {
        return std::nullopt;
    }
    RuleCondition read;
    read.column = *column;
    const bool isText = m_facts->fields[*column].unit == FactUnit::Text;
    const bool isWords = condition.contains("is") || condition.contains("isNot");
    if (isText != isWords) {
        refuse(pointer,
               isText ? Words::tr("\"%1\" is a word, and not a number").arg(m_facts->fields[*column].name)
                      : Words::tr("\"%1\" is a number, and not a word").arg(m_facts->fields[*column].name),
               isText ? Words::tr("Ask by \"is\" or \"isNot\".")
                      : Words::tr("Ask by \"above\" or \"below\"."));
        return std::nullopt;
    }
    if (isWords) {
        const bool isIs = condition.contains("is");
        read.test = isIs ? RuleCondition::Test::Is : RuleCondition::Test::IsNot;
        read.words = texts(condition[isIs ? "is" : "isNot"]);
    } else {
        readLimit(condition, pointer, read);
    }
    return read;
}

void RuleBuilder::readLimit(const Json& condition, const std::string& pointer, RuleCondition& read)
{
    const auto above = number(condition, "above");
    read.test = condition.contains("above") ? RuleCondition::Test::Above : RuleCondition::Test::Below;
    read.raise = above ? *above : number(condition, "below").value_or(0);
    read.clear = number(condition, "clear").value_or(read.raise);
    if (above && read.clear > read.raise) {
        refuse(childPointer(pointer, "clear"), Words::tr("it would end before it begins: \"clear\" is above"),
               Words::tr("With \"above\", \"clear\" is at most as much."));
    } else if (!above && read.clear < read.raise) {
        refuse(childPointer(pointer, "clear"), Words::tr("it would end before it begins: \"clear\" is below"),
               Words::tr("With \"below\", \"clear\" is at least as much."));
    }
}

std::optional<size_t> RuleBuilder::readFact(const Json& name, const std::string& pointer)
{
    if (!name.is_string()) {
        return std::nullopt; // the schema has said so
    }
    const QString wanted = QString::fromStdString(name);
    const auto column = m_facts->find(wanted);
    if (!column) {
        const QStringList names = m_facts->names();
        const QString nearest = nearestName(wanted, names);
        refuse(
            pointer,
            Words::tr("there is no fact \"%1\" of \"%2\"").arg(quotable(wanted.toStdString()), m_facts->kind),
            nearest.isEmpty() ? Words::tr("There are: %1.").arg(names.join(QStringLiteral(", ")))
                              : Words::tr("Did you mean \"%1\"?").arg(nearest));
    }
    return column;
}

void RuleBuilder::readSteps(const Json& rule, const std::string& pointer, AlertRule& read)
{
    const auto steps = rule.find("steps");
    if (steps == rule.end() || !steps->is_array()) {
        return;
    }
    for (size_t i = 0; i < steps->size(); ++i) {
        const Json& step = (*steps)[i];
        if (step.is_object()) {
            read.steps.push_back({severityOf(text(step, "severity")),
                                  readConditions(step, childPointer(childPointer(pointer, "steps"), i))});
        }
    }
}

void RuleBuilder::readLabels(const Json& rule, const std::string& pointer, AlertRule& read)
{
    const auto labels = rule.find("labels");
    if (labels != rule.end() && labels->is_array()) {
        for (size_t i = 0; i < labels->size(); ++i) {
            if (const auto column =
                    readFact((*labels)[i], childPointer(childPointer(pointer, "labels"), i))) {
                read.labels.push_back(*column);
            }
        }
    }
    if (rule.contains("value")) {
        read.value = readFact(rule["value"], childPointer(pointer, "value"));
        if (read.value && m_facts->fields[*read.value].unit == FactUnit::Text) {
            refuse(childPointer(pointer, "value"), Words::tr("a value is a number"));
            read.value.reset();
        }
    }
    if (rule.contains("since")) {
        read.since = readFact(rule["since"], childPointer(pointer, "since"));
        if (read.since && m_facts->fields[*read.since].unit != FactUnit::Moment) {
            refuse(childPointer(pointer, "since"), Words::tr("\"since\" needs a fact that is a moment"));
            read.since.reset();
        }
    }
}

} // namespace stowage
