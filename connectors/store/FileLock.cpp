// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/FileLock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FileLock)
};

} // namespace

FileLock::~FileLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Result<bool> FileLock::take()
{
    if (m_descriptor >= 0) {
        return true;
    }
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        m_descriptor = descriptor;
        return true;
    }
    const int code = errno;
    if (descriptor >= 0) {
        ::close(descriptor);
        if (code == EWOULDBLOCK) {
            return false;
        }
    }
    return fail({ErrorKind::Storage,
                 Words::tr("the file cannot be taken: %1").arg(qt_error_string(code)),
                 m_path,
                 Words::tr("Make the folder writable, or name another with --data."),
                 {}});
}

} // namespace stowage
