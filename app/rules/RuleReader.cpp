// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/RuleReader.h"

#include "app/profile/SchemaChecker.h"
#include "app/rules/RuleBuilder.h"
#include "models/alerts/rules/FactKind.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RuleReader)
};

constexpr qsizetype MostBytes = 4 * 1024 * 1024;

json loadSchema()
{
    QFile file(QStringLiteral(":/schemas/alert-rules.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return json(json::value_t::discarded);
    }
    const QByteArray text = file.readAll();
    return json::parse(text.cbegin(), text.cend(), nullptr, false);
}

ProfileProblem wholeFile(const QString& fileName, const QString& what)
{
    return {fileName, 0, 0, {}, what, {}};
}

std::vector<AlertRule> buildRules(const JsonDocument& document, const std::string& pointer, bool isOurs,
                                  ProfileProblems& problems)
{
    std::vector<AlertRule> rules;
    const std::vector<FactSchema> schemas = factSchemas();
    const json::json_pointer place(pointer);
    if (!document.root().contains(place) || !document.root()[place].is_array()) {
        return rules;
    }
    RuleBuilder builder(document, schemas, isOurs, problems);
    QSet<QString> ids;
    const json& list = document.root()[place];
    for (size_t i = 0; i < list.size(); ++i) {
        const std::string own = childPointer(pointer, i);
        if (!list[i].is_object()) {
            continue; // the schema has said so
        }
        rules.push_back(builder.build(list[i], own));
        const QString& id = rules.back().id;
        if (ids.contains(id)) {
            problems.push_back(document.problemAt(childPointer(own, "id"),
                                                  Words::tr("there are two rules \"%1\"").arg(id),
                                                  Words::tr("Give one of them another id.")));
        }
        ids.insert(id);
    }
    return rules;
}

tl::expected<std::vector<AlertRule>, ProfileProblems> check(const QByteArray& text, const QString& fileName,
                                                            bool isOurs)
{
    if (text.size() > MostBytes) {
        return tl::unexpected(ProfileProblems{
            wholeFile(fileName, Words::tr("the file is larger than %1").arg(formatBytes(MostBytes)))});
    }
    const JsonDocument document(text, fileName);
    if (!document.isWhole()) {
        return tl::unexpected(document.problems());
    }
    const json schema = loadSchema();
    if (schema.is_discarded()) {
        return tl::unexpected(ProfileProblems{
            wholeFile(fileName, Words::tr("this program was built without the schema of rules"))});
    }
    ProfileProblems problems = document.problems();
    const ProfileProblems found = SchemaChecker(schema, document).check();
    problems.insert(problems.end(), found.begin(), found.end());
    std::vector<AlertRule> rules = buildRules(document, "/rules", isOurs, problems);
    if (!problems.empty()) {
        std::ranges::stable_sort(problems, [](const ProfileProblem& a, const ProfileProblem& b) {
            return a.line != b.line ? a.line < b.line : a.column < b.column;
        });
        return tl::unexpected(std::move(problems));
    }
    return rules;
}

Error inOne(const ProfileProblems& problems, const QString& where)
{
    QStringList lines;
    for (const ProfileProblem& problem : problems) {
        lines << problem.text();
    }
    return {ErrorKind::Profile,
            lines.join(QLatin1Char('\n')),
            where,
            Words::tr("resources/schemas/alert-rules.json says how rules are written."),
            {}};
}

} // namespace

tl::expected<std::vector<AlertRule>, ProfileProblems> checkRules(const QByteArray& text,
                                                                 const QString& fileName)
{
    return check(text, fileName, false);
}

Result<std::vector<AlertRule>> readRules(const QByteArray& text, const QString& where)
{
    auto rules = check(text, where, false);
    if (!rules) {
        return fail(inOne(rules.error(), where));
    }
    return *std::move(rules);
}

std::vector<AlertRule> rulesAt(const JsonDocument& document, const std::string& pointer,
                               ProfileProblems& problems)
{
    return buildRules(document, pointer, false, problems);
}

Result<std::vector<AlertRule>> ownRules()
{
    std::vector<AlertRule> all;
    for (const char* name : {"placement", "services", "sources", "hosts", "stowage"}) {
        const QString path = QStringLiteral(":/rules/%1.json").arg(QLatin1String(name));
        QFile file(path);
        auto rules = file.open(QIODevice::ReadOnly)
                         ? check(file.readAll(), path, true)
                         : tl::unexpected(ProfileProblems{
                               wholeFile(path, Words::tr("this program was built without it"))});
        if (!rules) {
            return fail(inOne(rules.error(), path));
        }
        all.insert(all.end(), std::make_move_iterator(rules->begin()), std::make_move_iterator(rules->end()));
    }
    return all;
}

} // namespace stowage
