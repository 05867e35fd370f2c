// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfilePlaces.h"

#include <QFileInfo>

namespace stowage {

ProfilePlaces::ProfilePlaces(const QString& profileFile) : m_folder(QFileInfo(profileFile).absoluteDir()) {}

QString ProfilePlaces::path(const QString& told) const
{
    if (told.isEmpty()) {
        return {};
    }
    if (told == QLatin1String("~") || told.startsWith(QStringLiteral("~/"))) {
        return QDir::cleanPath(QDir::homePath() + told.mid(1));
    }
    return QDir::cleanPath(m_folder.absoluteFilePath(told));
}

SecretRef ProfilePlaces::secret(const nlohmann::json& object) const
{
    const auto text = [&](const char* key) {
        return QString::fromStdString(object.at(key).get<std::string>());
    };
    if (object.contains("env")) {
        return EnvSecret{text("env")};
    }
    if (object.contains("file")) {
        return FileSecret{path(text("file"))};
    }
    return KeychainSecret{text("keychain")};
}

} // namespace stowage
