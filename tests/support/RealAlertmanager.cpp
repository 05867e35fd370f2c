// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RealAlertmanager.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace stowage::test {
namespace {

constexpr char Variable[] = "STOWAGE_ALERTMANAGER";

/// Of one length, for there is no room for more.
constexpr QByteArrayView Installed = "/usr/share/prometheus/alertmanager";
constexpr QByteArrayView Working = "/proc/self/cwd/./././././././././.";
static_assert(Installed.size() == Working.size());

const char* const Config = "route: {receiver: nobody, group_by: [alertname], group_wait: 1s}\n"
                           "receivers: [{name: nobody}]\n"
                           "inhibit_rules:\n"
                           "- source_matchers: [severity=\"critical\"]\n"
                           "  target_matchers: [severity=\"warning\"]\n"
                           "  equal: [instance]\n";

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

RealAlertmanager::RealAlertmanager(const QString& folder)
    : m_folder(folder), m_process(Variable, folder, [folder](quint16 port) {
          return QStringList{QStringLiteral("--config.file=%1/alertmanager.yml").arg(folder),
                             QStringLiteral("--storage.path=%1/data").arg(folder),
                             QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port),
                             QStringLiteral("--cluster.listen-address="), QStringLiteral("--log.level=warn")};
      })
{
}

bool RealAlertmanager::start()
{
    return prepare() && m_process.start();
}

bool RealAlertmanager::prepare()
{
    const QString copy = m_folder + QStringLiteral("/alertmanager");
    if (QFile::exists(copy)) {
        return true;
    }
    const QString program = qEnvironmentVariable(Variable);
    QFile original(program);
    if (!original.open(QIODevice::ReadOnly)) {
        m_error = QStringLiteral("there is no program at \"%1\" (%2)").arg(program, QLatin1String(Variable));
        return false;
    }
    QByteArray code = original.readAll();
    code.replace(Installed, Working);
    const QDir templates(
        QFileInfo(program).dir().filePath(QStringLiteral("../share/prometheus/alertmanager")));
    for (const char* name : {"default.tmpl", "email.tmpl"}) {
        QFile::copy(templates.filePath(QLatin1String(name)),
                    m_folder + QLatin1Char('/') + QLatin1String(name));
    }
    const bool isWritten =
        write(copy, code) && write(m_folder + QStringLiteral("/alertmanager.yml"), Config) &&
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_error = isWritten ? QString() : QStringLiteral("%1 cannot be written").arg(copy);
    m_process.setProgram(copy);
    return isWritten;
}

} // namespace stowage::test
