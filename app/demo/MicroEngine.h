// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/HangupWatch.h"
#include "app/demo/MicroRequest.h"
#include "app/demo/MicroResponse.h"

#include <QHash>
#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <vector>

struct MHD_Connection;
struct MHD_Daemon;

namespace stowage {

/// What is served at one port, and how many use it now.
struct MicroSite
{
    std::function<MicroAnswer(const MicroRequest&)> handler;
    int connections = 0; ///< open, hanging ones included
    int hanging = 0;     ///< requests without an answer
};

/// Serves any number of ports from one libmicrohttpd daemon, without a thread of its own: the listening
/// sockets, the daemon and the watch over what hangs are three descriptors in the event loop of the thread
/// that first calls serve(), and the handlers run there. Thousands of ports cost a socket each and no more.
class MicroEngine : public QObject
{
    Q_OBJECT

public:
    MicroEngine();
    ~MicroEngine() override;

    /// Accepts at a listening socket, which stays the caller's. The site lives until leave(). False when the
    /// system's resources do not suffice.
    bool serve(int socket, MicroSite& site);

    /// Accepts no more and cuts every connection of the site, hanging ones too.
    void leave(int socket, MicroSite& site);

    /// Asks the handler again for every request of the site that hangs.
    void resume(MicroSite& site);

private:
    /// One connection and the request it is at.
    struct Exchange;
    struct Library;

    bool startDaemon();
    void acceptReady();
    void accept(int socket);
    void shed(int socket);
    void run();
    void runSoon();
    void opened(MHD_Connection* connection, Exchange*& exchange);
    void closed(Exchange* exchange);
    bool answer(const char* method, Exchange& exchange);
    bool stream(Exchange& exchange, const MicroStreaming& answer);
    void suspend(Exchange& exchange);
    void wake(Exchange& exchange);
    void dropHanging(int socket);
    std::vector<Exchange*> exchangesOf(const MicroSite& site) const;

    MHD_Daemon* m_daemon = nullptr;
    int m_listening = -1; ///< epoll over the listening sockets
    int m_spare = -1;     ///< given up for a moment when descriptors run out
    bool m_willRun = false;
    std::unique_ptr<QSocketNotifier> m_arrivals;
    std::unique_ptr<QSocketNotifier> m_activity;
    std::unique_ptr<HangupWatch> m_hangups; ///< from the first hanging request on
    QHash<int, MicroSite*> m_sites;         ///< by listening socket
    QHash<int, MicroSite*> m_arriving;      ///< accepted, and not yet told of by the library
    QHash<int, Exchange*> m_exchanges;      ///< by socket
};

} // namespace stowage
