// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ServerValues.h"

#include <QTcpSocket>

#include <memory>

namespace stowage::test {

class NastyListener;

/// One connection: reads requests, writes answers, spoils what is to be spoilt on the wire. Owns its socket.
class NastyConnection : public QObject
{
    Q_OBJECT

public:
    NastyConnection(QTcpSocket* socket, int number, NastyListener& listener);
    /// Resets what is still connected.
    ~NastyConnection() override;

private:
    void readMore();
    bool readRequest();
    void respond(const ServerAnswer& answer);
    void respondBadly(const ServerAnswer& answer);
    void sendHead(const ServerAnswer& answer, qint64 length);
    void finish(bool close);
    void drip();
    void flood();
    void stream();
    void reset();
    void resetSoon();

    QTcpSocket* m_socket;
    int m_number;
    NastyListener& m_listener;
    QByteArray m_in;
    bool m_busy = false; ///< a request waits for the end of its answer
    bool m_isHead = false;
    ServerAnswer m_answer;
    qsizetype m_sent = 0; ///< of a body that is dripped or streamed
    qint64 m_floodLeft = 0;
    QByteArray m_floodPiece;
};

} // namespace stowage::test
