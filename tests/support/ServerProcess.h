// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <functional>

namespace stowage::test {

/// A real server's program on an ephemeral port of 127.0.0.1, with its log in a folder of the caller's. A
/// test that finds no program fails.
class ServerProcess
{
public:
    /// `variable` names the program; `arguments` are made once the port is known.
    ServerProcess(const char* variable, QString folder, std::function<QStringList(quint16)> arguments);
    ~ServerProcess();

    /// A program in place of the one that the variable names.
    void setProgram(const QString& program) { m_program = program; }

    /// Starts and waits until it accepts connections; false with error() otherwise. A restart keeps the port.
    bool start();
    void stop();
    void kill(); ///< without a chance to put anything in order

    QString error() const { return m_error; }
    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); }
    QByteArray url() const; ///< "http://127.0.0.1:PORT"

private:
    bool tryStart(const QString& program);

    const char* m_variable;
    QString m_program;
    QString m_folder;
    std::function<QStringList(quint16)> m_arguments;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_error;
};

/// A port that is free now.
quint16 freePort();

} // namespace stowage::test
