// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/notify/CommandChannel.h"

#include "connectors/notify/NotificationJson.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr qint64 MostSaid = 400;              ///< of its standard error
constexpr std::chrono::seconds DyingTime{30}; ///< of a command that was killed

} // namespace

CommandChannel::CommandChannel(const Clock& clock, CommandSettings settings, QObject* parent)
    : NotificationChannel(parent), m_clock(clock), m_settings(std::move(settings))
{
}

CommandChannel::~CommandChannel()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
    }
}

Millis CommandChannel::patience() const
{
    return std::max<Millis>(UsualPatience, m_settings.deadline + DyingTime);
}

void CommandChannel::send(const Notification& notice)
{
    end();
    m_notice = notice.id;
    m_isTooLate = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_settings.program);
    m_process->setArguments(m_settings.arguments);
    m_process->setStandardOutputFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::finished, this, &CommandChannel::takeEnd);
    connect(m_process.get(), &QProcess::errorOccurred, this, &CommandChannel::takeTrouble);
    m_timer = std::make_unique<QObject>();
    m_clock.after(m_settings.deadline, m_timer.get(), [this] {
        m_isTooLate = true;
        m_process->kill(); // its end comes as finished()
    });
    m_process->start();
    if (m_process) { // takeTrouble() may have come already
        m_process->write(notificationJson(notice, m_settings.context) + '\n');
        m_process->closeWriteChannel();
    }
}

void CommandChannel::takeEnd(int status, QProcess::ExitStatus how)
{
    const QByteArray words = m_process->readAllStandardError().left(MostSaid);
    const QString said = QString::fromUtf8(words).simplified();
    const QString notice = m_notice;
    end();
    if (m_isTooLate) {
        Error error =
            trouble(tr("the command did not end within %1").arg(formatDuration(m_settings.deadline)));
        error.kind = ErrorKind::Timeout;
        Q_EMIT refused(notice, error, false);
    } else if (how != QProcess::NormalExit) {
        Q_EMIT refused(notice, trouble(tr("the command crashed")), false);
    } else if (status != 0) {
        Q_EMIT refused(notice,
                       trouble(said.isEmpty()
                                   ? tr("the command ended with status %1").arg(status)
                                   //: %2 is what the command said
                                   : tr("the command ended with status %1: %2").arg(status).arg(said)),
                       false);
    } else {
        Q_EMIT accepted(notice);
    }
}

/// A program that reads no input closes its end early: that is its own affair.
void CommandChannel::takeTrouble(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart) {
        return;
    }
    const QString why = m_process->errorString();
    const QString notice = m_notice;
    end();
    Q_EMIT refused(notice,
                   trouble(tr("%1 cannot be started: %2").arg(m_settings.program, why),
                           tr("Check the command in the profile.")),
                   true);
}

/// Its own signals may still be on the way up: it goes when they are through. One that runs still goes when
/// it has died: a QProcess waits for that where it is destroyed.
void CommandChannel::end()
{
    m_timer.reset();
    if (!m_process) {
        return;
    }
    QProcess* process = m_process.release();
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
    } else {
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
        process->kill();
    }
}

Error CommandChannel::trouble(const QString& message, const QString& todo) const
{
    return {ErrorKind::ServerFault, message, m_settings.id, todo, {}};
}

} // namespace stowage
