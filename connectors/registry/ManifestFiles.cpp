// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestFiles.h"

#include "connectors/registry/ManifestParser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

namespace stowage {
namespace {

/// Writes beside the target and renames. Nothing is synced to the medium: what a power cut leaves half
/// written fails its hash at the next reading and is fetched anew, and a sync a file would make a first crawl
/// wait for the disk.
bool replaceFile(const QString& path, const QByteArray& body)
{
    const QByteArray aside =
        QFile::encodeName(path + QStringLiteral(".%1").arg(QCoreApplication::applicationPid()));
    QFile file(QFile::decodeName(aside));
    const bool isWritten =
        file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(body) == body.size();
    file.close();
    // QFile::rename refuses to replace.
    if (!isWritten || file.error() != QFileDevice::NoError ||
        std::rename(aside.constData(), QFile::encodeName(path).constData()) != 0) {
        file.remove();
        return false;
    }
    return true;
}

} // namespace

void ManifestFiles::read(quint64 ticket, const std::vector<Digest>& digests)
{
    std::vector<StoredContent> contents;
    contents.reserve(digests.size());
    for (const Digest& digest : digests) {
        QFile file(pathOf(digest));
        QByteArray body;
        if (file.open(QIODevice::ReadOnly)) {
            body = file.size() <= MaxManifestBytes ? file.readAll() : QByteArray();
            if (Digest::of(body) != digest) {
                body.clear();
                file.remove();
            }
        }
        contents.push_back({digest, std::move(body)});
    }
    Q_EMIT loaded(ticket, contents);
}

void ManifestFiles::write(const Digest& digest, const QByteArray& body)
{
    const QString path = pathOf(digest);
    if (replaceFile(path, body)) {
        return;
    }
    // The folder is made when it is missed, not looked for at every file.
    const QString folder = path.left(path.lastIndexOf(QLatin1Char('/')));
    if (!QDir().mkpath(folder) || !replaceFile(path, body)) {
        Q_EMIT failed(
            {ErrorKind::Storage,
             QCoreApplication::translate("ManifestFiles", "a manifest could not be kept"),
             path,
             QCoreApplication::translate("ManifestFiles", "Make room, or make the folder writable."),
             {}});
    }
}

QString ManifestFiles::pathOf(const Digest& digest) const
{
    const QString hex = digest.shortHex(2 * static_cast<int>(Digest::Size));
    return m_folder + QLatin1Char('/') + hex.left(2) + QLatin1Char('/') + hex;
}

} // namespace stowage
