// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/RegistryCrawl.h"
#include "models/ports/Clock.h"
#include "models/ports/Connector.h"

namespace stowage {

class RegistryMetricsFeed;
struct RegistryMetricsTelling;

/// A Docker or OCI registry as a source of images: crawls it again and again, and tells what is new, changed
/// and certainly gone. Where the profile names its debug server, it tells how the registry's process does.
class RegistryConnector : public Connector
{
    Q_OBJECT

public:
    /// Deltas leave at most this often while a crawl runs.
    static constexpr Millis BatchInterval{100};

    /// All ports outlive the connector.
    RegistryConnector(HttpEngine& engine, const Clock& clock, ManifestStore& store, RegistrySettings settings,
                      QObject* parent = nullptr);
    ~RegistryConnector() override;

    /// What was known of this source in an earlier run, before start(): asked for conditionally instead of
    /// read anew, and told as removed once the registry no longer has it, or at once where the profile no
    /// longer wants it. Images of other sources are ignored.
    void adopt(const std::vector<Image>& known);

    QString sourceId() const override { return m_settings.id; }
    void start() override;
    void stop() override;
    void refresh() override;

private:
    void crawl();
    void takeRead(const Image& image, bool isWhole);
    void takeConfirmed(const ImageKey& key);
    void takeAnswered();
    void takeProgress(qsizetype done, qsizetype total);
    void takeReport(const CrawlReport& report);
    void judge();
    void forgetRemoved();
    void flushSoon();
    void flush();
    void updateTraffic();
    void dropCrawl();
    void readMetrics();
    void dropMetrics();
    void takeMetrics(const RegistryMetricsTelling& telling);
    void updateWarnings();

    HttpEngine& m_engine;
    const Clock& m_clock;
    ManifestStore& m_store;
    RegistrySettings m_settings;
    EndpointId m_endpoint;
    quint64 m_generation = 0;
    RegistryKnowledge m_known;
    CrawlReport m_report; ///< of the last crawl
    SourceStatus m_status;
    Delta m_pending;                    ///< leaves with the next flush
    std::vector<ImageKey> m_unwanted;   ///< adopted, and outside of what the profile wants
    std::vector<ImageKey> m_gone;       ///< forgotten when the crawl is over
    std::unique_ptr<QObject> m_polling; ///< context of the timers; none while stopped
    RegistryCrawl* m_crawl = nullptr;
    RegistryMetricsFeed* m_metrics = nullptr;
    bool m_isFlushDue = false;
    bool m_crawlAgain = false;
    bool m_hasAnswered = false; ///< in this crawl
};

} // namespace stowage
