// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>

#include <memory>
#include <optional>

namespace stowage::test {

/// Answers each path with the bytes it was given, 404 for others; a path with no bytes hangs. With a
/// configuration it speaks TLS.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    explicit ScriptedServer(const std::optional<QSslConfiguration>& tls = {});

    quint16 port() const { return m_server->serverPort(); }

    /// "https://localhost:1234"
    QByteArray url(const QByteArray& host = "127.0.0.1") const;

    void answer(const QByteArray& path, int status, const QByteArray& headers = {},
                const QByteArray& body = {});
    void hang(const QByteArray& path) { m_answers.insert(path, {}); }

    QList<QByteArray> asked; ///< the heads of the requests

private:
    std::unique_ptr<QTcpServer> m_server;
    QHash<QByteArray, QByteArray> m_answers;
    bool m_isTls;
};

} // namespace stowage::test
