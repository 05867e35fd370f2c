// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"
#include "models/alerts/rules/AlertRule.h"

namespace stowage {

/// Makes a rule of what a document says, and holds it against the facts that there are. What has the wrong
/// type is left to the schema's check.
class RuleBuilder
{
public:
    RuleBuilder(const JsonDocument& document, const std::vector<FactSchema>& schemas, bool isOurs,
                ProfileProblems& problems)
        : m_document(document), m_schemas(schemas), m_isOurs(isOurs), m_problems(problems)
    {
    }

    AlertRule build(const nlohmann::json& rule, const std::string& pointer);

private:
    using Json = nlohmann::json;

    RuleTemplate readTemplate(const Json& rule, const char* key, const std::string& pointer);
    std::vector<RuleCondition> readConditions(const Json& owner, const std::string& pointer);
    std::optional<RuleCondition> readCondition(const Json& condition, const std::string& pointer);
    void readLimit(const Json& condition, const std::string& pointer, RuleCondition& read);
    std::optional<size_t> readFact(const Json& name, const std::string& pointer);
    void readLabels(const Json& rule, const std::string& pointer, AlertRule& read);
    void readSteps(const Json& rule, const std::string& pointer, AlertRule& read);
    bool readKind(const Json& rule, const std::string& pointer);
    void refuse(const std::string& pointer, const QString& what, const QString& todo = {});

    const JsonDocument& m_document;
    const std::vector<FactSchema>& m_schemas;
    bool m_isOurs; ///< its words are translated
    ProfileProblems& m_problems;
    const FactSchema* m_facts = nullptr; ///< of the rule at hand
};

} // namespace stowage
