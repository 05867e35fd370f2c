// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubStream.h"

#include "connectors/beszel/HubAnswer.h"
#include "connectors/registry/Json.h"

#include <nlohmann/json.hpp>

namespace stowage {
namespace {

constexpr std::array Topics{"systems/*", "system_stats/*", "container_stats/*", "alerts/*",
                            "alerts_history/*"};

/// PocketBase's have 40 characters.
constexpr qsizetype LongestClient = 255;
constexpr std::chrono::seconds Patience{30};

Error noStream(const QString& message)
{
    return {
        ErrorKind::Unsupported,
        message,
        {},
        HubStream::tr("Let proxies between here and the hub pass on text/event-stream at once; until then it "
                      "is asked each minute."),
        {}};
}

QByteArray clientIn(const QByteArray& data)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, data);
    const auto id = root ? json::text(*root, "clientId") : std::nullopt;
    return id && id->size() <= LongestClient ? id->toByteArray() : QByteArray();
}

} // namespace

HubStream::HubStream(HttpEngine& engine, EndpointId endpoint, EndpointId requests, const Clock& clock,
                     HubSession& session, const BeszelSettings& settings, QObject* parent)
    : QObject(parent), m_engine(engine), m_endpoint(endpoint), m_requests(requests), m_clock(clock),
      m_session(session), m_settings(settings)
{
}

void HubStream::open()
{
    m_run = std::make_unique<QObject>();
    HttpRequest request;
    request.target = "/api/realtime";
    request.headers.add("Accept", "text/event-stream");
    request.stream = true;
    request.idleLimit = m_settings.streamSilence;
    request.bodyLimit = 0;
    request.retry = RetryClass::Probe;
    m_session.authorise(request);
    HttpCall* call = m_engine.send(m_endpoint, std::move(request), m_run.get());
    connect(call, &HttpCall::headersReceived, this, &HubStream::takeHeaders);
    connect(call, &HttpCall::chunk, this, &HubStream::takeChunk);
    connect(call, &HttpCall::finished, this, &HubStream::takeEnd);
}

void HubStream::close()
{
    // Later: the call that tells us may be at it now.
    if (QObject* run = m_run.release()) {
        for (QObject* call : run->children()) {
            call->disconnect(this);
        }
        run->deleteLater();
    }
}

void HubStream::takeHeaders(const HttpAnswer& answer)
{
    m_session.watchClock(answer.headers);
    m_isStream = answer.headers.value("Content-Type").toLower().startsWith("text/event-stream");
    if (!m_isStream) {
        end(noStream(tr("the hub answers to the subscription with something that is no stream of events")),
            true);
        return;
    }
    m_clock.after(m_settings.helloPatience, m_run.get(), [this] {
        if (m_client.isEmpty()) {
            end(noStream(tr("the hub's stream of events stays silent")), true);
        }
    });
}

void HubStream::takeChunk(const QByteArray& bytes)
{
    for (const SseEvent& each : m_reader.take(bytes)) {
        if (!m_run) {
            return; // closed by whoever heard of the one before
        }
        takeEvent(each);
    }
}

void HubStream::takeEvent(const SseEvent& told)
{
    if (told.name == "PB_CONNECT") {
        takeHello(told);
        return;
    }
    // The hub puts our number on each event: those of anybody else are none of ours.
    const bool isOurs = !m_client.isEmpty() && (told.id.isEmpty() || told.id == m_client);
    const bool isWanted =
        std::any_of(Topics.begin(), Topics.end(), [&](const char* topic) { return told.name == topic; });
    if (isOurs && isWanted) {
        Q_EMIT happened(told.name, told.data);
    }
}

void HubStream::takeHello(const SseEvent& hello)
{
    const QByteArray client = clientIn(hello.data);
    if (client.isEmpty() || client == m_client) {
        return;
    }
    m_client = client;
    nlohmann::json subscription{{"clientId", client.toStdString()}, {"subscriptions", Topics}};
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.target = "/api/realtime";
    request.headers.add("Content-Type", "application/json");
    request.body = QByteArray::fromStdString(
        subscription.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    request.retry = RetryClass::Write;
    request.deadline = Patience;
    m_session.authorise(request);
    HttpCall* call = m_engine.send(m_requests, std::move(request), m_run.get());
    connect(call, &HttpCall::finished, this, &HubStream::takeSubscription);
}

void HubStream::takeSubscription(const HttpResult& result)
{
    const Result<HttpAnswer> answer = hubAnswer(result);
    if (!answer) {
        end(answer.error(), result.has_value());
        return;
    }
    Q_EMIT subscribed();
}

void HubStream::takeEnd(const HttpResult& result)
{
    if (!result) {
        end(result.error(), false);
        return;
    }
    if (!m_isStream) {
        const Result<HttpAnswer> answer = hubAnswer(result);
        end(answer ? noStream(tr("the hub does not offer its stream of events")) : answer.error(), true);
        return;
    }
    end({ErrorKind::Interrupted, tr("the hub has closed the stream of events"), {}, {}, {}}, false);
}

void HubStream::end(const Error& error, bool isRefused)
{
    close();
    Q_EMIT ended(error, isRefused);
}

} // namespace stowage
