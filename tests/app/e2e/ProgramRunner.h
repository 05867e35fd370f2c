// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace stowage::test {

/// How a run of the program ended and what it printed.
struct ProgramResult
{
    int status = -1; ///< -1: killed by a signal, or not started, or not ended in time
    QByteArray out;
    QByteArray err;
    qint64 tookMs = 0;

    /// Standard output as one document; discarded (is_discarded()) when it is not that and nothing else.
    nlohmann::json json() const;
    QString said() const { return QString::fromUtf8(err); }
    QStringList lines() const; ///< of standard output
};

/// Runs the program that STOWAGE_BINARY names as a process of its own: in a home folder of the test's,
/// without the tester's profile, proxies and display. The test's event loop runs meanwhile, so servers may
/// live in it.
class ProgramRunner
{
public:
    ProgramRunner();

    /// For the runs from now on; an empty value takes the variable away.
    void setVariable(const QString& name, const QString& value);

    /// Starts it and leaves it running.
    std::unique_ptr<QProcess> start(const QStringList& arguments) const;

    /// Starts it and waits until it ends; a minute at most, then it is killed.
    ProgramResult run(const QStringList& arguments) const;

    /// Waits for one that start() started.
    static ProgramResult finish(QProcess& process);

    /// A path in the home folder.
    QString path(const QString& name) const { return m_home.filePath(name); }

    /// Writes a file there and returns its path; empty when the disk refuses.
    QString write(const QString& name, const QByteArray& bytes) const;

    /// Files below a folder that hold these bytes.
    static QStringList filesWith(const QString& folder, const QByteArray& bytes);

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};

} // namespace stowage::test
