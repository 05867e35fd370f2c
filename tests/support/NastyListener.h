// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ServerValues.h"
#include "tests/support/TestCertificates.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <map>
#include <memory>

namespace stowage::test {

class NastyConnection;

/// NastyServer's part on its thread: listens, finds the answer for a request, keeps the records.
class NastyListener : public QTcpServer
{
    Q_OBJECT

public:
    NastyListener(QHostAddress address, std::shared_ptr<TestCertificates> certificates);
    ~NastyListener() override;

    quint16 open(); ///< the port; 0 when it can not
    void script(const QByteArray& method, const QByteArray& path, std::vector<ServerAnswer> answers);
    void setHandler(ServerHandler handler) { m_handler = std::move(handler); }
    void setStranger(QByteArray url) { m_stranger = std::move(url); }
    void misbehave(Fault fault, Millis interval);
    void requireClientCertificate() { m_wantsClientCertificate = true; }
    void closeConnections();

    const std::vector<RecordedRequest>& requests() const { return m_requests; }
    int connectionCount() const { return m_connectionCount; }
    int mostAtOnce() const { return m_mostAtOnce; }

    /// Records the request and gives its answer, faults applied.
    ServerAnswer answerFor(RecordedRequest request);
    void answered() { --m_waiting; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Script
    {
        std::vector<ServerAnswer> answers;
        size_t next = 0;
    };

    ServerAnswer goodAnswer(const RecordedRequest& request);
    const ServerAnswer* scripted(const QByteArray& method, const QByteArray& path);
    QTcpSocket* makeSocket(qintptr descriptor);

    QHostAddress m_address;
    quint16 m_port = 0;
    QTcpSocket m_held{this}; ///< keeps the port while connections are refused
    std::shared_ptr<TestCertificates> m_certificates;
    std::map<std::pair<QByteArray, QByteArray>, Script> m_scripts;
    ServerHandler m_handler;
    Fault m_fault = Fault::None;
    Millis m_interval{1000};
    int m_burstLeft = 0;
    QByteArray m_stranger;
    bool m_wantsClientCertificate = false;
    std::vector<RecordedRequest> m_requests;
    std::vector<QPointer<NastyConnection>> m_connections;
    int m_connectionCount = 0;
    int m_waiting = 0;
    int m_mostAtOnce = 0;
};

} // namespace stowage::test
