// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/HubAcceptance.h"
#include "connectors/beszel/HubHistory.h"
#include "connectors/beszel/HubStream.h"
#include "connectors/beszel/SeenRecords.h"
#include "models/ports/Connector.h"

namespace stowage {

/// A Beszel hub as a source of hosts, their series and alerts: lists, subscribes, lists again, and fetches
/// the past that the hub keeps. Where the hub or a proxy offers no stream it is asked each minute instead.
///
/// An empty fleet is told only after the hub has said that our token is good: one that is over looks the
/// same.
class BeszelConnector final : public Connector
{
    Q_OBJECT

public:
    /// All must outlive the connector; `codes` may be null where no person can be asked for a one-time code.
    BeszelConnector(HttpEngine& engine, const Clock& clock, BeszelSettings settings,
                    OneTimeCodes* codes = nullptr, QObject* parent = nullptr);
    ~BeszelConnector() override;

    QString sourceId() const override { return m_settings.id; }
    void start() override;
    void stop() override;
    void refresh() override;

    bool isStreaming() const { return m_isStreaming; }

private:
    /// Batches of samples in one delta: whoever takes it shall not stall either.
    static constexpr size_t MostSamples = 2'000;
    static constexpr size_t ToldRemembered = 32'768;

    /// Until when the records of the finest tier are known.
    struct Known
    {
        Timestamp machines{};
        Timestamp containers{};
    };

    void takeOpened(bool isNew);
    void takeRefusal(const Error& error);
    void retryLater(const Error& error);
    void askInfo();

    void readAll();
    void readSystems();
    void read(std::vector<HubQuery> queries, QSet<QString> only);
    void takeReading();
    void takeReadingError(const Error& error);
    bool isSuspect(const HubSnapshot& snapshot) const;
    bool isSuspectOfAlerts(const HubSnapshot& snapshot) const;
    bool isReading() const;
    void accept(HubSnapshot snapshot);
    void acceptSome();
    void endAcceptance();
    void takeListed(const HubSystem& system, Timestamp now);
    std::vector<HubQuery> alertQueries() const;
    void schedulePoll();
    void poll();
    void relistSoon(const QString& system);
    void relist();

    void openStream();
    void takeSubscribed();
    void takeEvent(const QByteArray& topic, const QByteArray& data);
    void takeSystemEvent(const HubEvent& event);
    void takeAlertEvent(const HubEvent& event);
    bool tellAlerts(Delta& delta);
    void takeStreamEnd(const Error& error, bool isRefused);

    void openGap();
    void readHistory();
    void takeHistoryPage(HubCollection collection, const HubPage& page);
    void takeHistoryEnd(const std::optional<Error>& error);

    void takeSystem(const HubSystem& system);
    void addSamples(std::vector<SampleBatch> batches);
    void learnTotals(const std::vector<SampleBatch>& batches);
    void flushSoon();
    void flush();
    bool fill(Delta& delta);
    void updateStatus();
    QStringList warnings() const;
    void drop(QObject* worker);
    void dropWork();

    HttpEngine& m_engine;
    const Clock& m_clock;
    BeszelSettings m_settings;
    OneTimeCodes* m_codes;
    EndpointId m_endpoint;
    EndpointId m_streamEndpoint;
    quint64 m_generation = 0;

    std::unique_ptr<QObject> m_run; ///< context of what is scheduled; lives while the connector runs
    std::unique_ptr<QObject> m_retry;
    std::unique_ptr<QObject> m_polling;
    HubSession* m_session = nullptr;
    HubStream* m_stream = nullptr;
    HubReading* m_reading = nullptr;
    HubHistory* m_history = nullptr;

    HubHosts m_hosts;
    StatsBook m_stats;
    HubAlerts m_alerts;
    QHash<QString, Timestamp> m_toldAt; ///< of the numbers that come with a system itself
    SeenRecords m_told{ToldRemembered}; ///< such numbers, by system and moment
    SourceStatus m_status;
    std::vector<SampleBatch> m_samples;   ///< not told yet
    std::optional<HubSnapshot> m_suspect; ///< waits for the hub's word on our token
    std::unique_ptr<HubAcceptance> m_acceptance;
    std::unique_ptr<QObject> m_accepting; ///< context of its next slice
    QSet<QString> m_deleted;    ///< systems that the stream has told to be gone since the reading began
    QSet<QString> m_readOnly;   ///< systems that the reading is of; empty: all
    Timestamp m_readingBegan{}; ///< by the hub's clock
    Timestamp m_turnsUntil{};   ///< the history of alerts is known until then, likewise
    QSet<QString> m_relist;
    std::optional<Error> m_streamTrouble;
    std::optional<Error> m_historyTrouble;
    QStringList m_refused;
    std::optional<Known> m_gap;   ///< from where on records may be missing; none: from the beginning
    std::optional<Known> m_fills; ///< what the history that is being read fills
    Timestamp m_historyAt{};      ///< when the last one began, by the hub's clock; the epoch: never
    Millis m_backoff{0};
    Millis m_listedAt{0};
    Millis m_relistedAt{0};
    quint64 m_leftOut = 0;
    quint64 m_oversized = 0;
    bool m_isStreaming = false;
    bool m_isStreamDue = true; ///< false while the hub's refusal of a stream still stands
    bool m_hasRead = false;
    bool m_hasAlerts = false;  ///< their list was read
    bool m_isAlertGap = false; ///< and may lack what happened before the stream stood again
    bool m_readAgain = false;
    bool m_isGapOpen = true;
    bool m_isRelistDue = false;
    bool m_isFlushDue = false;
};

} // namespace stowage
