// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/DatabaseFile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <array>
#include <cerrno>

namespace stowage {
namespace {

// https://www.sqlite.org/fileformat.html#the_database_header
constexpr QByteArrayView Magic{"SQLite format 3\0", 16};
constexpr qsizetype HeaderSize = 100;
constexpr qsizetype PageSizeOffset = 16;
constexpr qsizetype UserVersionOffset = 60;
constexpr qsizetype ApplicationIdOffset = 68;

constexpr std::array Companions{"-wal", "-shm", "-journal"};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseFile)
};

int32_t numberAt(const QByteArray& header, qsizetype offset)
{
    return qFromBigEndian<int32_t>(header.constData() + offset);
}

qint64 pageSizeOf(const QByteArray& header)
{
    const auto size = qFromBigEndian<quint16>(header.constData() + PageSizeOffset);
    return size == 1 ? 65'536 : size;
}

Error cannot(const QString& what, const QString& where, int code)
{
    return {ErrorKind::Storage,
            QStringLiteral("%1: %2").arg(what, qt_error_string(code)),
            where,
            Words::tr("Make the folder writable, or name another with --data. Until then nothing is kept."),
            {}};
}

} // namespace

DatabaseFile::DatabaseFile(QString folder, DatabaseSchema schema)
    : m_folder(std::move(folder)), m_schema(std::move(schema)),
      m_path(QDir(m_folder).absoluteFilePath(m_schema.fileName))
{
}

Result<void> DatabaseFile::create() const
{
    const QFileInfo folder(QDir(m_folder).absolutePath());
    if (!folder.exists()) {
        QDir().mkpath(folder.path());
        if (::mkdir(QFile::encodeName(folder.filePath()).constData(), 0700) != 0 && errno != EEXIST) {
            return fail(cannot(Words::tr("the folder cannot be made"), folder.filePath(), errno));
        }
    }
    // SQLite gives what it keeps beside the file the same permissions.
    const int descriptor =
        ::open(QFile::encodeName(m_path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        ::close(descriptor);
    } else if (errno != EEXIST) {
        return fail(cannot(Words::tr("the database cannot be made"), m_path, errno));
    }
    return {};
}

Result<DatabaseFile::Kind> DatabaseFile::look() const
{
    QFile file(m_path);
    const QFileInfo info(m_path);
    if (!info.exists()) {
        return Kind::Empty;
    }
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(
            cannot(Words::tr("the database cannot be read"), m_path, info.isFile() ? EACCES : EISDIR));
    }
    const QByteArray header = file.read(HeaderSize);
    if (header.isEmpty()) {
        return Kind::Empty;
    }
    if (header.size() < HeaderSize || !header.startsWith(Magic)) {
        return Kind::Broken;
    }
    const int32_t application = numberAt(header, ApplicationIdOffset);
    // Without a mark it is ours only as long as it is blank: one page, before its first migration.
    const bool isBlank = application == 0 && info.size() <= pageSizeOf(header);
    if (application != m_schema.applicationId && !isBlank) {
        return Kind::Foreign;
    }
    const bool isNewer =
        application == m_schema.applicationId && numberAt(header, UserVersionOffset) > m_schema.version();
    return isNewer ? Kind::Newer : Kind::Ours;
}

qint64 DatabaseFile::sizeOnDisk() const
{
    return QFileInfo(m_path).size() + QFileInfo(m_path + QStringLiteral("-wal")).size();
}

Result<QString> DatabaseFile::setAside(Timestamp now) const
{
    QString stamp = toRfc3339(now);
    stamp.remove(QLatin1Char('-')).remove(QLatin1Char(':'));
    const QString wanted = m_path + QStringLiteral(".corrupt-") + stamp;
    QString name = wanted;
    for (int i = 2; QFileInfo::exists(name); ++i) {
        name = wanted + QStringLiteral(".%1").arg(i);
    }
    if (::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(name).constData()) != 0) {
        return fail(cannot(Words::tr("the corrupt database cannot be set aside"), m_path, errno));
    }
    for (const char* suffix : Companions) {
        QFile::rename(m_path + QLatin1String(suffix), name + QLatin1String(suffix));
    }
    return name;
}

Error DatabaseFile::refusal(Kind kind) const
{
    if (kind == Kind::Newer) {
        return {ErrorKind::NewerSchema,
                Words::tr(
                    "the database was written by a newer Stowage; it is left untouched and nothing is kept"),
                m_path,
                Words::tr("Update Stowage, or name another folder with --data."),
                {}};
    }
    return {ErrorKind::Storage,
            Words::tr("this database belongs to another program; it is left untouched and nothing is kept"),
            m_path,
            Words::tr("Move it away, or name another folder with --data."),
            {}};
}

} // namespace stowage
