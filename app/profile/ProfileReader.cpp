// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfileReader.h"

#include "app/profile/AlertsRules.h"
#include "app/profile/NotifyRules.h"
#include "app/profile/ProfileBuilder.h"
#include "app/profile/ProfileRules.h"
#include "app/profile/SchemaChecker.h"
#include "app/rules/RuleReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProfileReader)
};

/// The compiled-in schema; discarded when the program was linked without its resources.
json loadSchema()
{
    QFile file(QStringLiteral(":/schemas/profile.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return json(json::value_t::discarded);
    }
    const QByteArray text = file.readAll();
    return json::parse(text.cbegin(), text.cend(), nullptr, false);
}

tl::unexpected<ProfileProblems> alone(ProfileProblem problem)
{
    return tl::unexpected(ProfileProblems{std::move(problem)});
}

ProfileProblem wholeFile(const QString& fileName, const QString& what, const QString& todo)
{
    return {fileName, 0, 0, {}, what, todo};
}

/// A profile of another version is one problem, not a hundred.
std::optional<ProfileProblem> otherVersion(const JsonDocument& document)
{
    const std::string prefix = "stowage/profile/";
    const json& root = document.root();
    const auto schema = root.is_object() ? root.find("schema") : root.end();
    if (schema == root.end() || !schema->is_string()) {
        return std::nullopt;
    }
    const std::string& version = schema->get_ref<const std::string&>();
    if (version == prefix + '1' || version.rfind(prefix, 0) != 0) {
        return std::nullopt;
    }
    bool isNumber = false;
    if (QString::fromStdString(version.substr(prefix.size())).toUInt(&isNumber) < 2 || !isNumber) {
        return std::nullopt;
    }
    return document.problemAt("/schema", Words::tr("the profile is written for a newer Stowage"),
                              Words::tr("Update Stowage, or write the profile as stowage/profile/1."));
}

void sortByPlace(ProfileProblems& problems)
{
    std::stable_sort(problems.begin(), problems.end(), [](const ProfileProblem& a, const ProfileProblem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
}

} // namespace

ProfileReader::Read ProfileReader::read(const QByteArray& text, const QString& fileName)
{
    if (text.size() > MaxBytes) {
        return alone(wholeFile(fileName, Words::tr("the file is larger than %1").arg(formatBytes(MaxBytes)),
                               Words::tr("A profile is written by hand; is this one?")));
    }
    const JsonDocument document(text, fileName);
    if (!document.isWhole()) {
        ProfileProblems problems = document.problems();
        sortByPlace(problems);
        return tl::unexpected(std::move(problems));
    }
    if (auto problem = otherVersion(document)) {
        return alone(*std::move(problem));
    }
    static const json schema = loadSchema();
    if (schema.is_discarded()) {
        return alone(wholeFile(fileName, Words::tr("this program was built without the profile's schema"),
                               Words::tr("Please report it.")));
    }
    ProfileProblems problems = document.problems();
    for (const ProfileProblems& found : {SchemaChecker(schema, document).check(), checkProfileRules(document),
                                         checkAlertsRules(document), checkNotifyRules(document)}) {
        problems.insert(problems.end(), found.cbegin(), found.cend());
    }
    std::vector<AlertRule> rules = rulesAt(document, "/alerts/rules", problems);
    if (!problems.empty()) {
        sortByPlace(problems);
        return tl::unexpected(std::move(problems));
    }
    Profile profile = buildProfile(document, fileName);
    profile.rules = std::move(rules);
    return profile;
}

ProfileReader::Read ProfileReader::readFile(const QString& fileName)
{
    QFile file(fileName);
    const QFileInfo info(fileName);
    if (!info.exists()) {
        return alone(wholeFile(fileName, Words::tr("there is no such file"),
                               Words::tr("Name the profile with --profile, or write one.")));
    }
    if (!info.isFile()) {
        return alone(
            wholeFile(fileName, Words::tr("this is not a file"), Words::tr("Name the profile itself.")));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return alone(wholeFile(fileName, Words::tr("it cannot be read: %1").arg(file.errorString()),
                               Words::tr("Check its permissions.")));
    }
    return read(file.read(MaxBytes + 1), fileName);
}

} // namespace stowage
