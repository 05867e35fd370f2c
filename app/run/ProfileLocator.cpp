// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/ProfileLocator.h"

#include "app/run/Console.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace stowage {

QString ProfileLocator::profilePath(const QString& asked)
{
    if (!asked.isEmpty()) {
        return asked;
    }
    if (const QString fromEnvironment = qEnvironmentVariable("STOWAGE_PROFILE"); !fromEnvironment.isEmpty()) {
        return fromEnvironment;
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/stowage/profile.json");
}

QString ProfileLocator::dataFolder(const QString& asked, const Profile& profile)
{
    if (!asked.isEmpty()) {
        return QDir(asked).absolutePath();
    }
    // The name is free text; as a folder it keeps only what is safe everywhere.
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9._-]+"));
    QString folder = profile.name;
    folder.replace(unsafe, QStringLiteral("_"));
    if (folder.startsWith(QLatin1Char('.')) || folder.isEmpty()) {
        folder.prepend(QLatin1Char('_'));
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/stowage/") + folder;
}

std::optional<Profile> ProfileLocator::readOrSay(const QString& asked)
{
    auto read = ProfileReader::readFile(profilePath(asked));
    if (read) {
        return std::move(*read);
    }
    for (const ProfileProblem& problem : read.error()) {
        Console::say(problem.text());
    }
    return std::nullopt;
}

} // namespace stowage
