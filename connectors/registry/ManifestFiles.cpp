// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/ManifestFiles.h"

#include "connectors/registry/ManifestParser.h"

#include <sys/stat.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <ctime>
#include <optional>

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

/// The file's own time is the mark of its last use. To the day, so that reading does not write each time.
void markUsed(const QFile& file)
{
    constexpr qint64 Day = 24 * 60 * 60;
    struct stat found = {};
    if (::fstat(file.handle(), &found) == 0 && ::time(nullptr) - found.st_mtime > Day) {
        ::futimens(file.handle(), nullptr);
    }
}

/// The digest that a file is named by, also when it was left half written ("<hex>.<process>").
std::optional<Digest> digestOf(const QString& fileName)
{
    const auto digest =
        Digest::parse(("sha256:" + fileName.section(QLatin1Char('.'), 0, 0).toLatin1()).constData());
    return digest ? std::optional(*digest) : std::nullopt;
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
            if (Digest::of(body) == digest) {
                markUsed(file);
            } else {
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

void ManifestFiles::pruneFolder(int folder, int removed, const QSet<Digest>& inUse, Timestamp before)
{
    constexpr int Folders = 256;
    const QDir dir(QStringLiteral("%1/%2").arg(m_folder).arg(folder, 2, 16, QLatin1Char('0')));
    for (const QFileInfo& file : dir.entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
        const std::optional<Digest> digest = digestOf(file.fileName());
        const bool isHalf = file.fileName().contains(QLatin1Char('.'));
        const Timestamp used{Millis{file.lastModified().toMSecsSinceEpoch()}};
        if (digest && used < before && (isHalf || !inUse.contains(*digest))) {
            removed += QFile::remove(file.filePath()) ? 1 : 0;
        }
    }
    if (folder + 1 == Folders) {
        Q_EMIT pruned(removed);
        return;
    }
    // What was asked of the store meanwhile comes first.
    QMetaObject::invokeMethod(
        this, [=, this] { pruneFolder(folder + 1, removed, inUse, before); }, Qt::QueuedConnection);
}

QString ManifestFiles::pathOf(const Digest& digest) const
{
    const QString hex = digest.shortHex(2 * static_cast<int>(Digest::Size));
    return m_folder + QLatin1Char('/') + hex.left(2) + QLatin1Char('/') + hex;
}

} // namespace stowage
