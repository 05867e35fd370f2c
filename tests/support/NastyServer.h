// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ServerValues.h"

#include <QHostAddress>
#include <QThread>

#include <memory>

namespace stowage::test {

class NastyListener;
class TestCertificates;

/// An HTTP/1.1 server on loopback that does wrong on purpose, and right where a test needs it. It lives on a
/// thread of its own: however nasty, it does not stall the test's. Everything is recorded.
///
///     NastyServer server;                                     // or server(NastyServer::Tls)
///     server.on("GET", "/v2/", {ServerAnswer::json("{}")});   // well-behaved; the last one repeats
///     server.on("GET", "/v2/_catalog", {ServerAnswer::of(Fault::EndsEarly)});  // one path is bad
///     server.misbehave(Fault::ResetsInBody);                  // from now on all paths are; None heals it
///     endpoint.baseUrl = server.url(); endpoint.caFile = server.caFile();
///
/// A table test over all faults and any connector:
///
///     for (Fault fault : allFaults()) { QTest::newRow(faultName(fault)) << fault; }
///     …
///     NastyServer server(needsTls(fault) ? NastyServer::Tls : NastyServer::Plain);
///     server.handle(goodAnswers);  // let the connector read the good world once
///     server.misbehave(fault);     // kept connections are reset, so the fault is met at once
///
/// What spoils the wire (drips, resets, lengths) does it to the path's own good answer.
class NastyServer
{
public:
    enum Protocol : quint8
    {
        Plain,
        Tls
    };

    explicit NastyServer(Protocol protocol = Plain, const QHostAddress& address = QHostAddress::LocalHost);
    ~NastyServer();
    NastyServer(const NastyServer&) = delete;
    NastyServer& operator=(const NastyServer&) = delete;

    /// "http://127.0.0.1:port", no slash at the end.
    QByteArray url() const;
    quint16 port() const { return m_port; }
    /// "127.0.0.1:port", as error texts name it.
    QString authority() const;
    /// The authority that signed the good certificate (PEM); empty without TLS.
    QString caFile() const;
    /// A client certificate that requireClientCertificate() accepts, and its key.
    QString clientCertificate() const;
    QString clientKey() const;
    /// "sha256//…" of the good certificate's key.
    QByteArray pin() const;

    /// Answers for a method and path (no query), in this order; the last repeats. Method "*": any. A HEAD
    /// falls back on GET's. Unknown paths get 404.
    void on(const QByteArray& method, const QByteArray& path, std::vector<ServerAnswer> answers);
    /// For what no on() names.
    void handle(ServerHandler handler);
    /// All paths, from now on; connections that are open are reset. Counters stay.
    void misbehave(Fault fault, Millis interval = Millis{1000});
    /// TLS only: whoever shows no certificate of ours is refused.
    void requireClientCertificate();
    /// Closes what is open, as an idle time-out of a server would.
    void closeConnections();

    /// The other origin of RedirectToStranger: a plain well-behaved server that answers `{}`.
    NastyServer& stranger();

    std::vector<RecordedRequest> requests() const;
    int requestCount() const;
    /// Requests for this path alone.
    int requestCount(const QByteArray& path) const;
    int connectionCount() const; ///< ever accepted
    int mostAtOnce() const;      ///< requests that waited for their answer at the same time

private:
    template <class Function>
    auto onServerThread(Function run) const;

    Protocol m_protocol;
    QHostAddress m_address;
    quint16 m_port = 0;
    std::shared_ptr<TestCertificates> m_certificates;
    std::unique_ptr<NastyServer> m_stranger;
    QThread m_thread;
    NastyListener* m_listener; ///< lives on m_thread
};

} // namespace stowage::test
