// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace stowage {

/// A file in the making, piece by piece, so that the largest stalls nobody. What it reads is as of each
/// piece. GUI thread.
class FileExport
{
public:
    FileExport() = default;
    FileExport(const FileExport&) = delete;
    FileExport& operator=(const FileExport&) = delete;
    virtual ~FileExport() = default;

    /// The next piece; empty at the end.
    virtual QByteArray next() = 0;

    virtual size_t done() const = 0; ///< pieces
    virtual size_t total() const = 0;
};

} // namespace stowage
