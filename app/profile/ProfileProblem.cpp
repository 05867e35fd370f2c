// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfileProblem.h"

namespace stowage {
namespace {

QString place(const ProfileProblem& problem)
{
    QString text = problem.file.isEmpty() ? QStringLiteral("profile") : problem.file;
    if (problem.line > 0) {
        text += QLatin1Char(':') + QString::number(problem.line);
        if (problem.column > 0) {
            text += QLatin1Char(':') + QString::number(problem.column);
        }
    }
    return text;
}

} // namespace

QString ProfileProblem::text() const
{
    const QString sentence = toError().text();
    return pointer.isEmpty() ? sentence : sentence + QStringLiteral(" (") + pointer + QLatin1Char(')');
}

Error ProfileProblem::toError() const
{
    return {ErrorKind::Profile, what, place(*this), todo, {}};
}

} // namespace stowage
