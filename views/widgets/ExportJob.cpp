// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/ExportJob.h"

#include "models/ports/Clock.h"

#include <QDir>

namespace stowage {

namespace {

constexpr Millis AtOnce{8};

} // namespace

Error exportError(const QString& path, const QString& why)
{
    return {ErrorKind::Storage,
            ExportJob::tr("the file could not be written: %1").arg(why),
            QDir::toNativeSeparators(path),
            ExportJob::tr("Choose another folder, or make room."),
            {}};
}

ExportJob::ExportJob(std::unique_ptr<FileExport> content, const Clock& clock, const QString& path,
                     QObject* parent)
    : QObject(parent), m_content(std::move(content)), m_clock(clock), m_path(path), m_file(path)
{
}

void ExportJob::start()
{
    if (m_file.open(QIODevice::WriteOnly)) {
        writeSome();
    } else {
        stopWith(m_file.errorString());
    }
}

bool ExportJob::write(const QByteArray& piece)
{
    if (m_file.write(piece) == piece.size()) {
        return true;
    }
    stopWith(m_file.errorString());
    return false;
}

void ExportJob::writeSome()
{
    const Millis begin = m_clock.monotonic();
    while (m_clock.monotonic() - begin < AtOnce) {
        const QByteArray piece = m_content->next();
        if (!piece.isEmpty()) {
            if (!write(piece)) {
                return;
            }
        } else if (m_file.commit()) {
            Q_EMIT finished(std::nullopt);
            return;
        } else {
            stopWith(m_file.errorString());
            return;
        }
    }
    Q_EMIT progressed();
    m_clock.after(Millis{1}, this, [this] { writeSome(); });
}

void ExportJob::stopWith(const QString& why)
{
    m_file.cancelWriting();
    Q_EMIT finished(exportError(m_path, why));
}

} // namespace stowage
