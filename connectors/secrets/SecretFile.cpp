// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/secrets/SecretFile.h"

#include "connectors/secrets/SecretRef.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SecretFile)
};

QString expanded(const QString& path)
{
    return path.startsWith(QStringLiteral("~/")) ? QDir::homePath() + path.mid(1) : path;
}

/// A path as a shell takes it.
QString shellQuoted(QString path)
{
    return QLatin1Char('\'') + path.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

Error problem(ErrorKind kind, const QString& path, const QString& what, const QString& todo)
{
    return {kind, what, secretRefText(FileSecret{path}), todo, {}};
}

Error cannotOpen(const QString& path, int code)
{
    if (code == ENOENT || code == ENOTDIR) {
        return problem(ErrorKind::NotFound, path, Words::tr("there is no such file"),
                       Words::tr("Write the secret into it, then: chmod 600 %1").arg(shellQuoted(path)));
    }
    if (code == EACCES || code == EPERM) {
        return problem(ErrorKind::Forbidden, path, Words::tr("this user may not read it"),
                       Words::tr("Make it this user's: chown %1 %2").arg(geteuid()).arg(shellQuoted(path)));
    }
    return problem(ErrorKind::Storage, path, qt_error_string(code), {});
}

/// What is wrong with the file itself, by what the open file says: nobody can swap it in between.
std::optional<Error> refusal(const QString& path, int descriptor)
{
    struct stat status = {};
    if (fstat(descriptor, &status) != 0) {
        return cannotOpen(path, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return problem(ErrorKind::Malformed, path, Words::tr("this is not a regular file"),
                       Words::tr("Name a file that holds only the secret."));
    }
    if (status.st_uid != geteuid() && status.st_uid != 0) {
        return problem(ErrorKind::Forbidden, path, Words::tr("it belongs to another user, who can read it"),
                       Words::tr("Make it this user's: chown %1 %2").arg(geteuid()).arg(shellQuoted(path)));
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return problem(
            ErrorKind::Forbidden, path,
            Words::tr("others can read it (mode %1)").arg(status.st_mode & ALLPERMS, 4, 8, QLatin1Char('0')),
            Words::tr("Close it: chmod 600 %1").arg(shellQuoted(path)));
    }
    if (status.st_size > SecretFileLimit) {
        return problem(ErrorKind::TooLarge, path, Words::tr("it is larger than any secret (64 KiB)"),
                       Words::tr("Name a file that holds only the secret."));
    }
    return std::nullopt;
}

} // namespace

Result<Secret> readSecretFile(const QString& told)
{
    const QString path = expanded(told);
    // Non-blocking: opening a pipe that nobody writes to would wait for ever.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        return fail(cannotOpen(path, errno));
    }
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fail(problem(ErrorKind::Storage, path, file.errorString(), {}));
    }
    if (auto error = refusal(path, descriptor)) {
        return fail(*std::move(error));
    }
    QByteArray content = file.read(SecretFileLimit);
    if (content.endsWith('\n')) {
        content.chop(content.endsWith("\r\n") ? 2 : 1);
    }
    return Secret(std::move(content));
}

} // namespace stowage
