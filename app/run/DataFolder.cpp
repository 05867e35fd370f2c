// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/DataFolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace stowage {
namespace {

/// Holds the owner: the profile's file and, on a second line, its name.
const QLatin1String OwnerFile("profile");

/// Nobody, where there is none or it cannot be read.
QByteArray ownerOf(const QString& folder)
{
    constexpr qint64 Longest = 16 * 1024;
    QFile file(folder + QLatin1Char('/') + OwnerFile);
    return file.open(QIODevice::ReadOnly) ? file.read(Longest) : QByteArray();
}

/// False when somebody else was faster; true also where nothing can be written, which the database will tell.
bool own(const QString& folder, const QByteArray& owner, QIODevice::OpenMode mode)
{
    QDir().mkpath(folder);
    QFile file(folder + QLatin1Char('/') + OwnerFile);
    if (file.open(QIODevice::WriteOnly | mode)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(owner);
        return true;
    }
    return !file.exists();
}

/// A profile that was moved or renamed takes its history along with the first that comes for it.
bool isGone(const QByteArray& owner)
{
    return !QFileInfo::exists(QString::fromUtf8(owner.left(owner.indexOf('\n'))));
}

} // namespace

QString DataFolder::of(const QString& wanted, const Profile& profile)
{
    const QString file = QFileInfo(profile.file).canonicalFilePath();
    if (profile.file.isEmpty() || file.isEmpty()) {
        return wanted;
    }
    const QByteArray self = file.toUtf8() + '\n' + profile.name.toUtf8() + '\n';
    if (ownerOf(wanted).isEmpty() && own(wanted, self, QIODevice::NewOnly)) {
        return wanted;
    }
    const QByteArray owner = ownerOf(wanted);
    if (owner.isEmpty() || owner == self) {
        return wanted;
    }
    if (isGone(owner) && own(wanted, self, QIODevice::Truncate)) {
        return wanted;
    }
    const QByteArray hash = QCryptographicHash::hash(self, QCryptographicHash::Sha256).toHex().left(12);
    return wanted + QStringLiteral("/profile-") + QString::fromLatin1(hash);
}

} // namespace stowage
