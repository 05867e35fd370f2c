// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/ports/FileExport.h"

#include <QObject>
#include <QSaveFile>

namespace stowage {

class Clock;

/// Writes an export into a file, some milliseconds at a time. The file appears whole or not at all: stopping
/// or deleting the job leaves what was there before.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    /// The clock outlives the job.
    ExportJob(std::unique_ptr<FileExport> content, const Clock& clock, const QString& path,
              QObject* parent = nullptr);

    /// Ends with finished(), at once where the file cannot be made.
    void start();

    const QString& path() const { return m_path; }
    size_t done() const { return m_content->done(); }
    size_t total() const { return m_content->total(); }

Q_SIGNALS:
    void progressed();
    void finished(const std::optional<stowage::Error>& error); ///< nothing when the file is written

private:
    void writeSome();
    bool write(const QByteArray& piece);
    void stopWith(const QString& why);

    std::unique_ptr<FileExport> m_content;
    const Clock& m_clock;
    QString m_path;
    QSaveFile m_file;
};

/// What to say of a file that could not be written.
Error exportError(const QString& path, const QString& why);

} // namespace stowage
