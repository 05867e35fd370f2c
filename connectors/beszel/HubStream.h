// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubSession.h"
#include "connectors/sse/SseReader.h"

namespace stowage {

/// One line to the hub's events: connects, subscribes with the client's number that the hub gives, and passes
/// on what comes. It ends once, and a new one is made then.
class HubStream : public QObject
{
    Q_OBJECT

public:
    /// `endpoint` is one of its own, so that the standing request takes no place from the others.
    HubStream(HttpEngine& engine, EndpointId endpoint, EndpointId requests, const Clock& clock,
              HubSession& session, const BeszelSettings& settings, QObject* parent = nullptr);

    void open();

    /// No signal comes afterwards.
    void close();

    /// Events left out because of their size.
    quint64 oversized() const { return m_reader.oversized(); }

Q_SIGNALS:
    /// What happens from here on is told.
    void subscribed();
    /// `topic` is one of those that were subscribed to.
    void happened(const QByteArray& topic, const QByteArray& data);
    /// `isRefused`: the hub answered, and not with a stream, so that one is not to be had here for now.
    void ended(const stowage::Error& error, bool isRefused);

private:
    void takeHeaders(const HttpAnswer& answer);
    void takeChunk(const QByteArray& bytes);
    void takeEvent(const SseEvent& event);
    void takeHello(const SseEvent& event);
    void takeSubscription(const HttpResult& result);
    void takeEnd(const HttpResult& result);
    void end(const Error& error, bool isRefused);

    HttpEngine& m_engine;
    EndpointId m_endpoint;
    EndpointId m_requests;
    const Clock& m_clock;
    HubSession& m_session;
    const BeszelSettings& m_settings;
    SseReader m_reader;
    std::unique_ptr<QObject> m_run; ///< context of all that is under way
    QByteArray m_client;
    bool m_isStream = false; ///< the headers were those of one
};

} // namespace stowage
