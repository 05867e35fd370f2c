// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/ProfileCheck.h"

#include "app/profile/ProfileReader.h"
#include "app/run/Console.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProfileCheck)
};

Json jsonProblem(const ProfileProblem& problem)
{
    return {{"file", jsonText(problem.file)}, {"line", problem.line},
            {"column", problem.column},       {"pointer", jsonText(problem.pointer)},
            {"what", jsonText(problem.what)}, {"todo", jsonText(problem.todo)}};
}

} // namespace

ExitStatus checkProfile(const Invocation& invocation, const Clock& clock)
{
    const QString file = invocation.arguments.last();
    const auto read = ProfileReader::readFile(file);
    const ProfileProblems problems = read ? ProfileProblems{} : read.error();
    if (invocation.json) {
        Json document = jsonDocument("profile-check", clock.now(), read ? read->name : QString());
        document["file"] = jsonText(file);
        document["right"] = read.has_value();
        document["problems"] = Json::array();
        for (const ProfileProblem& problem : problems) {
            document["problems"].push_back(jsonProblem(problem));
        }
        Console::print(document);
    } else {
        for (const ProfileProblem& problem : problems) {
            Console::print(problem.text() + QLatin1Char('\n'));
        }
        if (read) {
            Console::print(
                Words::tr("%1 is right: %2, %n source(s)", nullptr, static_cast<int>(read->sources.size()))
                    .arg(file, read->name) +
                QLatin1Char('\n'));
        }
    }
    return read ? ExitStatus::Fine : ExitStatus::Usage;
}

} // namespace stowage
