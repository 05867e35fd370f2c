// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace stowage {

/// Holds a document against a JSON Schema (draft-07, the keywords of supportedKeywords()) and speaks to
/// people: all problems with their lines, the nearest known key, examples from the schema. What a schema
/// marks as `writeOnly` is never quoted. A general validator says "failed against child schema #0" here; a
/// test holds this one against valijson.
class SchemaChecker
{
public:
    SchemaChecker(const nlohmann::json& schema, const JsonDocument& document);

    ProfileProblems check();

    /// A schema with any other keyword would promise what is not enforced.
    static QStringList supportedKeywords();

private:
    using Json = nlohmann::json;

    /// Where the walk stands.
    struct Spot
    {
        std::string pointer;
        bool isSecret = false; ///< within something `writeOnly`
    };

    void checkValue(const Json& schema, const Json& value, Spot spot);
    bool checkType(const Json& schema, const Json& value, const Spot& spot);
    void checkConstant(const Json& schema, const Json& value, const Spot& spot);
    void checkString(const Json& schema, const std::string& value, const Spot& spot);
    void checkNumber(const Json& schema, const Json& value, const Spot& spot);
    void checkArray(const Json& schema, const Json& value, const Spot& spot);
    void checkObject(const Json& schema, const Json& value, const Spot& spot);
    QStringList checkUnknownKeys(const Json& schema, const Json& value, const Spot& spot);
    void checkMissingKeys(const Json& schema, const Json& value, const Spot& spot, const QStringList& meant);
    void checkAlternatives(const Json& schema, const Json& value, const Spot& spot);
    void checkByKind(const Json& branches, const Json& value, const Spot& spot);
    void tellKindIsMissing(const Json& branches, const Json& value, const Spot& spot,
                           const QStringList& kinds);
    void checkByOnlyKey(const Json& branches, const Json& value, const Spot& spot);
    void checkOnlyKeyIsMissing(const Json& value, const Spot& spot, const QStringList& keys);

    const QRegularExpression& patternOf(const Json& pattern);
    const Json& resolved(const Json& schema) const;
    QString example(const Json& schema, const std::string& key = {}) const;
    QString quoted(const std::string& value, const Spot& spot) const;
    void tell(const Spot& spot, const QString& what, const QString& todo = {});
    void tellAtKey(const std::string& pointer, const QString& what, const QString& todo);

    const Json& m_schema;
    const JsonDocument& m_document;
    QHash<const Json*, QRegularExpression> m_patterns; ///< by where the schema has them
    ProfileProblems m_problems;
};

} // namespace stowage
