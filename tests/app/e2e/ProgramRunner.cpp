// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/e2e/ProgramRunner.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>

namespace stowage::test {
namespace {

constexpr int Patience = 60'000; // the machine may be busy

} // namespace

nlohmann::json ProgramResult::json() const
{
    return nlohmann::json::parse(out.toStdString(), nullptr, false);
}

QStringList ProgramResult::lines() const
{
    return QString::fromUtf8(out).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

ProgramRunner::ProgramRunner()
{
    for (const char* name :
         {"PATH", "LC_ALL", "STOWAGE_SOURCE_DIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(name)) {
            m_environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        }
    }
    setVariable(QStringLiteral("HOME"), m_home.path());
}

void ProgramRunner::setVariable(const QString& name, const QString& value)
{
    value.isEmpty() ? m_environment.remove(name) : m_environment.insert(name, value);
}

std::unique_ptr<QProcess> ProgramRunner::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(qEnvironmentVariable("STOWAGE_BINARY"), arguments);
    return process;
}

ProgramResult ProgramRunner::run(const QStringList& arguments) const
{
    return finish(*start(arguments));
}

ProgramResult ProgramRunner::finish(QProcess& process)
{
    QElapsedTimer timer;
    timer.start();
    QSignalSpy ended(&process, &QProcess::finished);
    if (process.state() != QProcess::NotRunning && !ended.wait(Patience)) {
        qWarning("the program was still running after a minute");
        process.kill();
        ended.wait(Patience);
    }
    ProgramResult result;
    if (process.error() == QProcess::UnknownError && process.exitStatus() == QProcess::NormalExit) {
        result.status = process.exitCode();
    }
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    result.tookMs = timer.elapsed();
    return result;
}

QString ProgramRunner::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QStringList ProgramRunner::filesWith(const QString& folder, const QByteArray& bytes)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(bytes)) {
            found << file.fileName();
        }
    }
    return found;
}

} // namespace stowage::test
