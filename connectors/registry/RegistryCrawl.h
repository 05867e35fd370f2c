// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/registry/ProxyRecognition.h"
#include "connectors/registry/RegistryNames.h"
#include "connectors/registry/RegistrySettings.h"
#include "connectors/registry/RegistryVersion.h"
#include "connectors/registry/RepositoryReader.h"

namespace stowage {

/// What one crawl found out about the registry itself, and how whole it was.
struct CrawlReport
{
    std::optional<Error> error; ///< the registry could not be read, or not to the end
    Coverage coverage;
    QStringList warnings;
    RegistryVersion version;
    ProxyVerdict proxy = ProxyVerdict::Unknown;
    bool isMetered = false; ///< it counts pulls; the next crawl asks by HEAD first
};

/// One reading of a registry from ping to the last tag. Images leave as they come; finished() is the end of
/// it. Nothing is ever asked of a pull-through proxy but `/v2/`, the catalog and tags.
class RegistryCrawl : public QObject, private CrawlSink
{
    Q_OBJECT

public:
    /// More lines than this are summed up in one.
    static constexpr qsizetype MaxUnseen = 500;

    /// `known` must not lose repositories or tags while the crawl runs; `before`: what an earlier crawl
    /// reported.
    RegistryCrawl(HttpEngine& engine, EndpointId endpoint, ManifestStore& store, RegistrySettings settings,
                  const RegistryKnowledge& known, const CrawlReport& before, QObject* parent);

    void start();

    /// Ends it without a report; nothing is called any more.
    void close() { m_queue->close(); }

Q_SIGNALS:
    void answered();
    void read(const stowage::Image& image, bool isWhole);
    void confirmed(const stowage::ImageKey& key);
    void gone(const stowage::ImageKey& key);
    void progressed(qsizetype done, qsizetype total);
    void finished(const stowage::CrawlReport& report);

private:
    void takeMetrics(const HttpResult& result);
    void ping();
    void takePing(const HttpResult& result);
    void readCatalog();
    void takeCatalog(const PageList& catalog);
    void takeCatalogError(const PageList& catalog);
    void readRepositories(const PageList& catalog);
    void readNextRepositories();
    void askWhetherProxy(const QString& repository);
    void decide(ProxyVerdict verdict);
    void abort(const Error& error);
    void end();

    void admit(RepositoryReader& reader) override;
    void expectTags(qsizetype count) override;
    void tagDone() override;
    void imageRead(const Image& image, bool isWhole) override;
    void imageConfirmed(const ImageKey& key) override;
    void imageGone(const ImageKey& key) override;
    void unseen(const QStringList& lines) override;
    void warn(const QString& warning) override;
    void repositoryDone() override;

    RegistrySettings m_settings;
    const RegistryKnowledge& m_known;
    RepositoryFilter m_filter;
    RequestQueue* m_queue;
    TagReader m_tags;
    RegistryMetrics m_metrics;
    CrawlReport m_report;
    std::map<QString, RepositoryOrigin> m_waiting; ///< repositories that no reader was made for yet
    int m_reading = 0;
    std::vector<RepositoryReader*> m_held; ///< wait for the verdict
    bool m_isAsking = false;
    bool m_isOver = false;
    qsizetype m_openRepositories = 0;
    qsizetype m_tagsDone = 0;
    qsizetype m_tagsTotal = 0;
    qsizetype m_unseenMore = 0;
};

} // namespace stowage
