// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"

namespace stowage {

/// A file that one process at a time can have; the system takes it from whoever ends, however it ends.
class FileLock
{
public:
    /// Of a folder that is there.
    explicit FileLock(QString path) : m_path(std::move(path)) {}
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    /// Whether this process has it now; false: another one has. Does not wait. The file stays when it is let
    /// go: whoever removed it could take it from somebody else.
    Result<bool> take();

    const QString& path() const { return m_path; }

private:
    QString m_path;
    int m_descriptor = -1;
};

} // namespace stowage
