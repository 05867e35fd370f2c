// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/CurlTransfer.h"

#include "connectors/http/CurlSetup.h"

#include <curl/curl.h>
#include <sys/socket.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace stowage {
namespace {

/// More header bytes than any service here sends; libcurl itself stops a single line at 100 kB.
constexpr qint64 MostHeaderBytes = 256 * 1024;
constexpr size_t MostHeaderFields = 512;
constexpr size_t UsualHeaderFields = 8;
constexpr qint64 MostReserved = 1024 * 1024;

using Micros = PhaseTimes::Micros;

Micros timeOf(CURL* handle, CURLINFO info)
{
    curl_off_t value = 0;
    curl_easy_getinfo(handle, info, &value);
    return Micros{value};
}

} // namespace

/// libcurl's callbacks; `self` is the transfer.
struct CurlTransfer::Callbacks
{
    static size_t header(char* data, size_t size, size_t count, void* self)
    {
        auto* transfer = static_cast<CurlTransfer*>(self);
        const size_t length = size * count;
        return transfer->headerLine(QByteArrayView(data, static_cast<qsizetype>(length))) ? length : 0;
    }

    static size_t body(char* data, size_t size, size_t count, void* self)
    {
        auto* transfer = static_cast<CurlTransfer*>(self);
        return transfer->bodyBytes(QByteArrayView(data, static_cast<qsizetype>(size * count)));
    }

    /// Called once connected, TLS included, just before the request goes out.
    static int ready(void* self, char* /*remote*/, char* /*local*/, int /*remotePort*/, int /*localPort*/)
    {
        auto* transfer = static_cast<CurlTransfer*>(self);
        transfer->m_requestReady = true;
        return CURL_PREREQFUNC_OK;
    }

    /// Sees the family of every address that is tried: the only place where a dead one shows.
    static curl_socket_t open(void* self, curlsocktype /*purpose*/, curl_sockaddr* address)
    {
        auto* transfer = static_cast<CurlTransfer*>(self);
        transfer->m_triedV4 |= address->family == AF_INET;
        transfer->m_triedV6 |= address->family == AF_INET6;
        return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    }
};

CurlTransfer::CurlTransfer(const Endpoint& endpoint, const QByteArray& userAgent, bool foreign,
                           TransferContext& context)
    : m_handle(curl_easy_init()), m_context(context), m_foreign(foreign)
{
    m_resolve = setUpHandle(m_handle, endpoint, userAgent, foreign);
    curl_easy_setopt(m_handle, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_handle, CURLOPT_ERRORBUFFER, m_errorText.data());
    curl_easy_setopt(m_handle, CURLOPT_HEADERFUNCTION, &Callbacks::header);
    curl_easy_setopt(m_handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_WRITEFUNCTION, &Callbacks::body);
    curl_easy_setopt(m_handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_PREREQFUNCTION, &Callbacks::ready);
    curl_easy_setopt(m_handle, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(m_handle, CURLOPT_OPENSOCKETFUNCTION, &Callbacks::open);
    curl_easy_setopt(m_handle, CURLOPT_OPENSOCKETDATA, this);
}

CurlTransfer::~CurlTransfer()
{
    curl_easy_cleanup(m_handle);
}

void CurlTransfer::prepare(quint64 exchange, TransferPlan plan)
{
    m_exchange = exchange;
    const HeaderLists::List previous = std::exchange(m_plan, std::move(plan)).headers;
    resetState();
    applyUrl();
    applyMethod();
    if (m_appliedHeaders != m_plan.headers.get() || previous != m_plan.headers) {
        m_appliedHeaders = m_plan.headers.get();
        curl_easy_setopt(m_handle, CURLOPT_HTTPHEADER, m_appliedHeaders);
    }
    if (m_appliedGzip != m_plan.acceptGzip) {
        m_appliedGzip = m_plan.acceptGzip;
        curl_easy_setopt(m_handle, CURLOPT_ACCEPT_ENCODING, m_appliedGzip ? "gzip" : nullptr);
    }
}

void CurlTransfer::applyUrl()
{
    if (m_appliedUrl != m_plan.url) {
        m_appliedUrl = m_plan.url;
        curl_easy_setopt(m_handle, CURLOPT_URL, m_plan.url.constData());
    }
    const bool hasTarget = !m_plan.target.isEmpty();
    if (std::exchange(m_appliedTarget, hasTarget) || hasTarget) {
        curl_easy_setopt(m_handle, CURLOPT_REQUEST_TARGET, hasTarget ? m_plan.target.constData() : nullptr);
    }
}

void CurlTransfer::resetState()
{
    m_answer = {};
    m_answer.headers.reserve(UsualHeaderFields);
    m_headerBytes = 0;
    m_bodyBytes = 0;
    m_started = m_context.now;
    m_lastByte = m_started;
    m_halt = Halt::None;
    m_requestReady = m_headersOver = m_live = m_paused = m_triedV4 = m_triedV6 = false;
    m_errorText.front() = '\0';
}

void CurlTransfer::applyMethod()
{
    const bool hasBody = m_plan.method != HttpMethod::Get && m_plan.method != HttpMethod::Head;
    if (m_methodApplied && m_appliedMethod == m_plan.method && !hasBody && !m_plan.freshConnection) {
        return;
    }
    curl_easy_setopt(m_handle, CURLOPT_CUSTOMREQUEST, nullptr);
    curl_easy_setopt(m_handle, CURLOPT_FRESH_CONNECT, m_plan.freshConnection ? 1L : 0L);
    if (m_plan.method == HttpMethod::Head) {
        curl_easy_setopt(m_handle, CURLOPT_NOBODY, 1L);
    } else {
        curl_easy_setopt(m_handle, CURLOPT_HTTPGET, 1L);
    }
    if (hasBody) {
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_plan.body.size()));
        curl_easy_setopt(m_handle, CURLOPT_POSTFIELDS, m_plan.body.constData());
        curl_easy_setopt(m_handle, CURLOPT_CUSTOMREQUEST, httpMethodName(m_plan.method).constData());
    }
    m_appliedMethod = m_plan.method;
    // What is set for one request only must not be taken as applied by the next.
    m_methodApplied = !hasBody && !m_plan.freshConnection;
}

SteadyTime CurlTransfer::due() const
{
    SteadyTime due = SteadyTime::max();
    if (m_plan.deadline.count() > 0) {
        due = m_started + m_plan.deadline;
    }
    if (m_plan.idleLimit.count() > 0 && !m_paused) {
        due = std::min(due, m_lastByte + m_plan.idleLimit);
    }
    return due;
}

Halt CurlTransfer::limitPassed(SteadyTime now) const
{
    if (m_plan.deadline.count() > 0 && now >= m_started + m_plan.deadline) {
        return Halt::Deadline;
    }
    const bool idle = m_plan.idleLimit.count() > 0 && !m_paused && now >= m_lastByte + m_plan.idleLimit;
    return idle ? Halt::Idle : Halt::None;
}

void CurlTransfer::resume()
{
    if (std::exchange(m_paused, false)) {
        m_lastByte = m_context.now;
        curl_easy_pause(m_handle, CURLPAUSE_CONT);
    }
}

bool CurlTransfer::headerLine(QByteArrayView line)
{
    m_lastByte = m_context.now;
    m_headerBytes += line.size();
    if (m_headersOver && line.startsWith("HTTP/")) {
        // What came before was an interim answer (1xx).
        m_headersOver = false;
        m_answer.headers = {};
    }
    if (m_headerBytes > MostHeaderBytes || m_answer.headers.fields().size() >= MostHeaderFields) {
        m_halt = Halt::HeaderLimit;
        return false;
    }
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    if (line.isEmpty()) {
        return headersEnded();
    }
    const qsizetype colon = line.indexOf(':');
    // After the end come trailers, which nobody here uses; a line without a colon is the status line.
    if (!m_headersOver && colon > 0 && !line.startsWith("HTTP/")) {
        m_answer.headers.add(m_context.strings.share(line.first(colon)),
                             m_context.strings.share(line.sliced(colon + 1).trimmed()));
    }
    return true;
}

/// Whether to go on.
bool CurlTransfer::headersEnded()
{
    m_headersOver = true;
    long status = 0;
    curl_easy_getinfo(m_handle, CURLINFO_RESPONSE_CODE, &status);
    m_answer.status = static_cast<int>(status);
    if (m_plan.live && status >= 200 && status < 300 && !m_live) {
        m_live = true;
        HttpAnswer head = m_answer;
        head.phases = phases();
        readConnection(head);
        m_context.sink->headersCame(m_exchange, std::move(head));
    }
    if (m_plan.method != HttpMethod::Head && status >= 200 && announcedLength() > bodyLimit()) {
        m_halt = Halt::BodyLimit; // why wait for what will not be taken
        return false;
    }
    return true;
}

/// -1 when nothing is announced.
qint64 CurlTransfer::announcedLength() const
{
    curl_off_t length = -1;
    curl_easy_getinfo(m_handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    return length;
}

/// What of a stream is not delivered live is an error text.
qint64 CurlTransfer::bodyLimit() const
{
    const bool unlimited = m_plan.bodyLimit <= 0;
    if (m_plan.live && !m_live) {
        return unlimited ? MostReserved : std::min(m_plan.bodyLimit, MostReserved);
    }
    return unlimited ? std::numeric_limits<qint64>::max() : m_plan.bodyLimit;
}

size_t CurlTransfer::bodyBytes(QByteArrayView bytes)
{
    m_lastByte = m_context.now;
    const auto size = static_cast<size_t>(bytes.size());
    if (bytes.size() > bodyLimit() - m_bodyBytes) {
        m_halt = Halt::BodyLimit;
        return CURL_WRITEFUNC_ERROR;
    }
    if (m_live) {
        if (!m_context.sink->bytesCame(m_exchange, bytes)) {
            m_paused = true;
            return CURL_WRITEFUNC_PAUSE;
        }
        m_bodyBytes += bytes.size();
        return size;
    }
    if (m_bodyBytes == 0) {
        m_answer.body.reserve(std::clamp<qint64>(announcedLength(), 0, MostReserved));
    }
    m_bodyBytes += bytes.size();
    m_answer.body.append(bytes.data(), bytes.size());
    return size;
}

bool CurlTransfer::openedConnection() const
{
    long opened = 0;
    curl_easy_getinfo(m_handle, CURLINFO_NUM_CONNECTS, &opened);
    return opened > 0;
}

PhaseTimes CurlTransfer::phases() const
{
    PhaseTimes times;
    const Micros sent = timeOf(m_handle, CURLINFO_PRETRANSFER_TIME_T);
    const Micros first = timeOf(m_handle, CURLINFO_STARTTRANSFER_TIME_T);
    if (first >= sent && first.count() > 0) {
        times.firstByte = first - sent;
        times.body = std::max(Micros{0}, timeOf(m_handle, CURLINFO_TOTAL_TIME_T) - first);
    }
    return times;
}

void CurlTransfer::readConnection(HttpAnswer& answer)
{
    if (!openedConnection()) {
        return;
    }
    const Micros name = timeOf(m_handle, CURLINFO_NAMELOOKUP_TIME_T);
    const Micros connected = timeOf(m_handle, CURLINFO_CONNECT_TIME_T);
    const Micros secured = timeOf(m_handle, CURLINFO_APPCONNECT_TIME_T);
    char* address = nullptr;
    curl_easy_getinfo(m_handle, CURLINFO_PRIMARY_IP, &address);
    const bool v6 = address != nullptr && QByteArrayView(address).contains(':');
    answer.family = v6 ? IpFamily::V6 : IpFamily::V4;
    answer.phases.dns = name;
    (v6 ? answer.phases.tcp6 : answer.phases.tcp4) = std::max(Micros{0}, connected - name);
    if (secured.count() > 0) {
        answer.phases.tls = std::max(Micros{0}, secured - connected);
    }
    if (m_triedV4 && m_triedV6) {
        answer.note = v6 ? QCoreApplication::translate("CurlTransfer", "IPv4 did not answer, IPv6 did")
                         : QCoreApplication::translate("CurlTransfer", "IPv6 did not answer, IPv4 did");
    }
}

HttpAnswer CurlTransfer::takeAnswer()
{
    m_answer.phases = phases();
    readConnection(m_answer);
    return std::move(m_answer);
}

TransferFailure CurlTransfer::failure(int curlCode) const
{
    TransferFailure failure;
    failure.curlCode = curlCode;
    failure.halt = m_halt;
    failure.detail = QByteArray(m_errorText.data());
    curl_easy_getinfo(m_handle, CURLINFO_SSL_VERIFYRESULT, &failure.verifyResult);
    curl_easy_getinfo(m_handle, CURLINFO_OS_ERRNO, &failure.osError);
    failure.deadline = m_plan.deadline;
    failure.idleLimit = m_plan.idleLimit;
    failure.bodyLimit = m_plan.bodyLimit;
    if (m_answer.status != 0) {
        failure.reached = Reached::Headers;
    } else if (m_requestReady) {
        failure.reached = Reached::Sent;
    } else if (timeOf(m_handle, CURLINFO_CONNECT_TIME_T).count() > 0) {
        failure.reached = Reached::Connection;
    } else if (m_triedV4 || m_triedV6) {
        failure.reached = Reached::Name;
    }
    return failure;
}

} // namespace stowage
