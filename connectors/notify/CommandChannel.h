// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Clock.h"
#include "models/ports/NotificationChannel.h"

#include <QProcess>
#include <QStringList>

#include <memory>

namespace stowage {

/// A command of the profile that tells people.
struct CommandSettings
{
    QString id;
    QString context; ///< the profile's name
    QString program; ///< absolute path; never a shell
    QStringList arguments;
    Millis deadline{30'000}; ///< then it is ended
};

/// Runs a program with the notice as JSON on its standard input (see notificationJson()); status 0 is an
/// acceptance. Its output is not shown to anybody: what it says on standard error is told as why it refused,
/// one line.
class CommandChannel final : public NotificationChannel
{
    Q_OBJECT

public:
    CommandChannel(const Clock& clock, CommandSettings settings, QObject* parent = nullptr);
    ~CommandChannel() override;

    QString id() const override { return m_settings.id; }
    Millis patience() const override;
    void send(const Notification& notice) override;

private:
    void takeEnd(int status, QProcess::ExitStatus how);
    void takeTrouble(QProcess::ProcessError error);
    void end();
    Error trouble(const QString& message, const QString& todo = {}) const;

    const Clock& m_clock;
    CommandSettings m_settings;
    std::unique_ptr<QProcess> m_process; ///< none: nothing runs
    std::unique_ptr<QObject> m_timer;
    QString m_notice;
    bool m_isTooLate = false;
};

} // namespace stowage
