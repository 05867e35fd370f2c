// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Clock.h"

#include <QHostAddress>
#include <QObject>

#include <optional>
#include <vector>

class QTcpSocket;

namespace stowage {

/// Connects to some addresses of one family at once and closes again; the first that answers will do.
class TcpCheck : public QObject
{
    Q_OBJECT

public:
    TcpCheck(const Clock& clock, Millis deadline, QObject* parent = nullptr);

    /// `finished` comes once, never from within start(); at once when there is no address.
    void start(const std::vector<QHostAddress>& addresses, quint16 port);

    bool isTried() const { return m_isTried; } ///< there was an address
    const std::optional<QHostAddress>& reached() const { return m_reached; }
    const QString& trouble() const { return m_trouble; } ///< why nothing was reached
    Millis took() const { return m_took; }

Q_SIGNALS:
    void finished();

private:
    void finish(const QString& trouble);

    const Clock& m_clock;
    Millis m_deadline;
    Millis m_begun{0};
    Millis m_took{0};
    int m_open = 0;
    bool m_isTried = false;
    bool m_isDone = false;
    std::optional<QHostAddress> m_reached;
    QString m_trouble;
};

} // namespace stowage
