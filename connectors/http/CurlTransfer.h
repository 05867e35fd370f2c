// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HeaderLists.h"
#include "connectors/http/SteadyTime.h"
#include "connectors/http/StringShare.h"
#include "connectors/http/TransferFailure.h"

#include <array>
#include <memory>

using CURL = void;

namespace stowage {

/// What goes out now. The body and the list live until the transfer is over.
struct TransferPlan
{
    HttpMethod method = HttpMethod::Get;
    QByteArray url;
    /// What goes into the request line instead of the URL's path and query, so that libcurl need not take a
    /// long URL to pieces for each request; the URL is the server's alone then. Empty: the URL's.
    QByteArray target;
    HeaderLists::List headers;
    QByteArray body;
    Millis deadline{0};   ///< 0: none
    Millis idleLimit{0};  ///< 0: none
    qint64 bodyLimit = 0; ///< 0: none
    bool acceptGzip = true;
    bool freshConnection = false;
    bool live = false; ///< a 2xx answer's body goes to the sink
};

/// Takes the body of a live transfer.
class TransferSink
{
public:
    TransferSink() = default;
    TransferSink(const TransferSink&) = delete;
    TransferSink& operator=(const TransferSink&) = delete;
    virtual ~TransferSink() = default;

    virtual void headersCame(quint64 exchange, HttpAnswer answer) = 0;
    /// False to pause: the bytes are offered again after resume().
    virtual bool bytesCame(quint64 exchange, QByteArrayView bytes) = 0;
};

/// What all transfers of an engine share.
struct TransferContext
{
    SteadyTime now{}; ///< of the engine's current turn
    StringShare strings;
    TransferSink* sink = nullptr;
};

/// One easy handle of libcurl, set up once for one endpoint and used again and again.
class CurlTransfer
{
public:
    /// `foreign`: for other origins than the endpoint's; no client certificate, no pin, the system's trust as
    /// well.
    CurlTransfer(const Endpoint& endpoint, const QByteArray& userAgent, bool foreign,
                 TransferContext& context);
    ~CurlTransfer();
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    CURL* handle() const { return m_handle; }
    quint64 exchange() const { return m_exchange; }
    bool isForeign() const { return m_foreign; }

    void prepare(quint64 exchange, TransferPlan plan);

    /// When a limit passes if no further byte comes.
    SteadyTime due() const;
    /// The limit that has passed, if one has.
    Halt limitPassed(SteadyTime now) const;
    void halt(Halt reason) { m_halt = reason; }

    /// Lets a paused transfer go on.
    void resume();

    /// After the transfer: the answer, with phases, family and note.
    HttpAnswer takeAnswer();
    /// After the transfer: what went wrong. Texts and names are the caller's.
    TransferFailure failure(int curlCode) const;
    bool failed(int curlCode) const { return curlCode != 0 || m_halt != Halt::None; }
    size_t slot = 0; ///< the pool's

private:
    struct Callbacks;
    friend struct Callbacks;

    void applyUrl();
    void applyMethod();
    void resetState();
    bool headerLine(QByteArrayView line);
    bool headersEnded();
    size_t bodyBytes(QByteArrayView bytes);
    bool openedConnection() const;
    qint64 bodyLimit() const;
    qint64 announcedLength() const;
    PhaseTimes phases() const;
    void readConnection(HttpAnswer& answer);

    CURL* m_handle;
    TransferContext& m_context;
    bool m_foreign;
    std::shared_ptr<curl_slist> m_resolve;
    std::array<char, 256> m_errorText{};

    quint64 m_exchange = 0;
    TransferPlan m_plan;
    HttpMethod m_appliedMethod = HttpMethod::Get;
    curl_slist* m_appliedHeaders = nullptr;
    QByteArray m_appliedUrl;
    bool m_appliedTarget = false;
    bool m_appliedGzip = false;
    bool m_methodApplied = false;

    HttpAnswer m_answer;
    qint64 m_headerBytes = 0;
    qint64 m_bodyBytes = 0;
    SteadyTime m_started{};
    SteadyTime m_lastByte{};
    Halt m_halt = Halt::None;
    bool m_requestReady = false; ///< connected, the request is about to go out
    bool m_headersOver = false;
    bool m_live = false;
    bool m_paused = false;
    bool m_triedV4 = false;
    bool m_triedV6 = false;
};

} // namespace stowage
