// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTcpServer>

#include <functional>

namespace stowage::test {

/// A cache peer on a loopback port that answers as the recorded ones do, and misbehaves when told to. Both
/// ports of a Spegel are one here. For these tests only; the simulated fleet is app/demo's.
class FakePeer : public QObject
{
    Q_OBJECT

public:
    explicit FakePeer(QObject* parent = nullptr);

    /// Listens on the port it had before, or on any.
    void open();
    /// Refuses and breaks all connections.
    void close();

    quint16 port() const { return m_port; }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_port); }

    int readyStatus = 200;
    QByteArray identity = "12D3KooWFakePeer";
    /// What /metrics answers; nothing: 404.
    QByteArray metrics = "# TYPE spegel_mirror_last_success_timestamp_seconds gauge\n"
                         "spegel_mirror_last_success_timestamp_seconds 0\n";
    int metricsAsked = 0;
    QStringList mirrored{QStringLiteral("docker.io")};
    QHash<QByteArray, qint64> content; ///< "blobs/sha256:…" or "manifests/sha256:…" to size
    bool hangsOnReady = false;
    bool hangsOnContent = false; ///< as with a stopped containerd
    bool breaksContent = false;  ///< drops the connection instead of an answer
    bool forwards = false;       ///< leaves out OCI-Namespace
    int contentStatus = 0;       ///< answers every HEAD with this, without headers

    /// What is wanted; all else that is asked for is a canary.
    std::function<bool(const QByteArray& target)> isWanted = [](const QByteArray&) {
        return true;
    };

    QList<QByteArray> asked; ///< targets in their order, of wanted content only
    int canaries = 0;
    int connections = 0;    ///< ever accepted
    bool claimsAll = false; ///< 200 with all headers for whatever it is asked
    qint64 claimedSize = 100;
    int unmarked = 0; ///< content requests without X-Spegel-Mirrored: true
    int probes = 0;

Q_SIGNALS:
    void contentAsked();

private:
    void serve(QTcpSocket* socket);
    QByteArray answer(const QByteArray& head);
    QByteArray contentAnswer(const QByteArray& target);

    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace stowage::test
