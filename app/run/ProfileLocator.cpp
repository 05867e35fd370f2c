// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/ProfileLocator.h"

#include "app/run/Console.h"
#include "app/run/DataFolder.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace stowage {
namespace {

/// The profile's name is free text; as a folder it keeps only what is safe everywhere.
QString namedFolder(QString name)
{
    static const QRegularExpression unsafe(QStringLiteral("[^A-Za-z0-9._-]+"));
    name.replace(unsafe, QStringLiteral("_"));
    if (name.startsWith(QLatin1Char('.')) || name.isEmpty()) {
        name.prepend(QLatin1Char('_'));
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/stowage/") + name;
}

} // namespace

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

SessionOptions ProfileLocator::sessionOptions(const Invocation& invocation, const Profile& profile,
                                              const NameScouts& names)
{
    const QString wanted = invocation.dataFolder.isEmpty() ? namedFolder(profile.name)
                                                           : QDir(invocation.dataFolder).absolutePath();
    return {DataFolder::of(wanted, profile), invocation.timeout, names};
}

std::optional<Profile> ProfileLocator::readOrSay(const QString& asked)
{
    return orSay(ProfileReader::readFile(profilePath(asked)));
}

std::optional<Profile> ProfileLocator::orSay(ProfileReader::Read read)
{
    if (read) {
        return std::move(*read);
    }
    for (const ProfileProblem& problem : read.error()) {
        Console::say(problem.text());
    }
    return std::nullopt;
}

} // namespace stowage
