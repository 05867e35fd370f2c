// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QProcess>
#include <QString>

namespace stowage::test {

/// Debian's docker-registry on ephemeral loopback ports, with its data in a folder of the caller's. The
/// binary is the one that STOWAGE_DOCKER_REGISTRY names; a test that finds none fails.
class RealRegistry
{
public:
    /// `folder` takes the configuration, the log and the data. With `upstream` it is a pull-through proxy of
    /// that URL.
    explicit RealRegistry(QString folder, QByteArray upstream = {});
    ~RealRegistry();

    /// Starts and waits until it accepts connections; false with error() otherwise.
    bool start();
    void stop();

    QString error() const { return m_error; }
    QByteArray url() const;        ///< "http://127.0.0.1:PORT"
    QByteArray metricsUrl() const; ///< of the debug server
    QString host() const;          ///< "127.0.0.1:PORT"
    qint64 pid() const { return m_process.processId(); }

    /// `registry_http_requests_total` by "handler method code": "manifest get 304". Blocks.
    QMap<QString, quint64> requestCounters() const;

    /// The files below the data folder, to see whether something was stored.
    qsizetype storedFiles() const;

private:
    bool writeConfig(quint16 port, quint16 debugPort);
    bool tryStart();

    QString m_folder;
    QByteArray m_upstream;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_debugPort = 0;
    QString m_error;
};

/// What was counted between the two, without what stood still.
QMap<QString, quint64> countersSince(QMap<QString, quint64> after, const QMap<QString, quint64>& before);

/// A template for the QTemporaryDir that holds registries: in memory where the machine has such a folder,
/// since a registry's thousands of folders take a disk longer to remove than the test runs.
QString registryFolderTemplate();

/// A blocking GET for tests; empty on failure.
QByteArray fetchNow(const QByteArray& url);

} // namespace stowage::test
