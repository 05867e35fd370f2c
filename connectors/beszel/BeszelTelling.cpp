// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/BeszelConnector.h"
#include "models/core/Listed.h"
#include "models/metrics/MetricInfo.h"

namespace stowage {
namespace {

/// Hosts of one delta: whoever takes it shall not stall either.
constexpr size_t MostHosts = 250;

/// A clock that is off by less is nothing to speak of.
constexpr std::chrono::minutes SkewTold{2};

/// What is older than what was told before by more is no race.
constexpr std::chrono::minutes ClockSetBack{2};

std::optional<HubCollection> collectionOf(const QByteArray& topic)
{
    for (const HubCollection each :
         {HubCollection::Systems, HubCollection::SystemStats, HubCollection::ContainerStats,
          HubCollection::Alerts, HubCollection::AlertsHistory}) {
        if (topic == QByteArray(hubCollectionName(each)) + "/*") {
            return each;
        }
    }
    return std::nullopt;
}

} // namespace

void BeszelConnector::openStream()
{
    if (m_stream != nullptr || !m_isStreamDue || !m_session->isOpen()) {
        return;
    }
    m_stream = new HubStream(m_engine, m_streamEndpoint, m_endpoint, m_clock, *m_session, m_settings, this);
    connect(m_stream, &HubStream::subscribed, this, &BeszelConnector::takeSubscribed);
    connect(m_stream, &HubStream::happened, this, &BeszelConnector::takeEvent);
    connect(m_stream, &HubStream::ended, this, &BeszelConnector::takeStreamEnd);
    m_stream->open();
}

/// A subscription tells nothing of what is: what happened since the list is asked for once more.
void BeszelConnector::takeSubscribed()
{
    openGap(); // where we asked instead until now, what came since the last answer
    m_isStreaming = true;
    m_isAlertGap = true;
    m_streamTrouble.reset();
    m_status.lastAnswer = m_clock.now();
    readAll();
    readHistory();
}

void BeszelConnector::takeEvent(const QByteArray& topic, const QByteArray& data)
{
    const std::optional<HubCollection> collection = collectionOf(topic);
    if (!collection) {
        return;
    }
    // An event may overtake the answer to our subscription: what came before it is not read yet.
    m_isAlertGap = m_isAlertGap || !m_isStreaming;
    m_status.lastAnswer = m_clock.now();
    const Result<HubEvent> event = parseHubEvent(*collection, data, m_settings.mostContainers);
    if (!event) {
        ++m_leftOut;
        flushSoon();
        return;
    }
    m_leftOut += event->page.leftOut;
    if (*collection == HubCollection::Systems) {
        takeSystemEvent(*event);
    } else if (*collection == HubCollection::Alerts || *collection == HubCollection::AlertsHistory) {
        takeAlertEvent(*event);
    } else if (event->action == HubAction::Create) {
        addSamples(m_stats.take(*collection, event->page.stats, false));
    }
    flushSoon();
}

void BeszelConnector::takeSystemEvent(const HubEvent& event)
{
    for (const HubSystem& system : event.page.systems) {
        if (event.action == HubAction::Delete) {
            m_deleted.insert(system.id);
            m_hosts.remove(system.id);
            m_stats.forget(system.id);
            m_toldAt.remove(system.id);
        } else if (event.action != HubAction::Other) {
            const bool isNew = !m_hosts.hasDetails(system.id);
            m_deleted.remove(system.id);
            m_hosts.take(system, m_session->hubNow());
            takeSystem(system);
            relistSoon(system.id);
            if (isNew && system.state == HostState::Up && !isReading() && m_hasRead) {
                read({{HubCollection::Details, "id='" + system.id.toUtf8().replace('\'', QByteArray()) + '\'',
                       "id", true}},
                     {system.id});
            }
        }
    }
}

void BeszelConnector::takeStreamEnd(const Error& error, bool isRefused)
{
    m_oversized += m_stream->oversized();
    drop(std::exchange(m_stream, nullptr));
    m_isStreaming = false;
    openGap();
    const bool isUnauthorized = error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Forbidden;
    m_retry = std::make_unique<QObject>();
    if (isRefused && !isUnauthorized) {
        m_streamTrouble = error;
        m_isStreamDue = false;
        m_clock.after(m_settings.streamRetry, m_retry.get(), [this] {
            m_isStreamDue = true;
            openStream();
        });
        readHistory();
    } else {
        // Cut, as the hub does each half an hour at the latest, or the line was lost.
        m_clock.after(m_backoff, m_retry.get(),
                      [this, isUnauthorized] { isUnauthorized ? m_session->probe() : m_session->open(); });
        m_backoff = std::min(2 * m_backoff, m_settings.longestBackoff);
    }
    flushSoon();
}

/// From here on records may pass us by.
void BeszelConnector::openGap()
{
    if (std::exchange(m_isGapOpen, true) || m_historyAt == Timestamp{}) {
        return;
    }
    const auto newest = [this](HubCollection collection) {
        return m_stats.newest(collection, std::chrono::minutes{1}).value_or(m_historyAt);
    };
    m_gap = Known{newest(HubCollection::SystemStats), newest(HubCollection::ContainerStats)};
}

void BeszelConnector::readHistory()
{
    if (m_history != nullptr || !m_isGapOpen || !m_session->isOpen()) {
        return;
    }
    m_fills = m_gap;
    m_isGapOpen = false;
    const auto known = [this](HubCollection collection, Millis) -> std::optional<Timestamp> {
        if (!m_fills) {
            return std::nullopt;
        }
        return collection == HubCollection::SystemStats ? m_fills->machines : m_fills->containers;
    };
    m_historyAt = m_session->hubNow();
    m_history = new HubHistory(m_engine, m_endpoint, *m_session, m_settings, known, this);
    connect(m_history, &HubHistory::page, this, &BeszelConnector::takeHistoryPage);
    connect(m_history, &HubHistory::finished, this, [this] { takeHistoryEnd(std::nullopt); });
    connect(m_history, &HubHistory::failed, this, [this](const Error& error) { takeHistoryEnd(error); });
    m_history->start();
}

void BeszelConnector::takeHistoryPage(HubCollection collection, const HubPage& page)
{
    m_status.lastAnswer = m_clock.now();
    m_leftOut += page.leftOut;
    addSamples(m_stats.take(collection, page.stats, true));
    //: how far the reading of a hub's past has come: "3 of 10 lists"
    m_status.progress =
        tr("reading the past, %1 of %2 lists").arg(m_history->done() + 1).arg(m_history->total());
    flush();
}

void BeszelConnector::takeHistoryEnd(const std::optional<Error>& error)
{
    drop(std::exchange(m_history, nullptr));
    m_historyTrouble = error;
    if (error) { // tried again with the next gap, from where this one began
        m_gap = m_fills;
        m_isGapOpen = true;
        if (!m_fills) {
            m_historyAt = {};
        }
    }
    m_status.progress.clear();
    if (!error && m_isStreaming) {
        readHistory(); // there may be another gap by now
    }
    flush();
}

/// The numbers that come with a system itself and not with its stats.
void BeszelConnector::takeSystem(const HubSystem& system)
{
    Timestamp& toldAt = m_toldAt[system.id];
    const bool isNews = system.updated > toldAt || system.updated < toldAt - ClockSetBack;
    if (system.state != HostState::Up || !isNews) {
        return; // a list that was under way may tell what is older than the stream's
    }
    toldAt = system.updated;
    // Where list and stream overtake each other by minutes, that looks like a clock that was set back.
    const QByteArray record =
        system.id.toUtf8() + ' ' + QByteArray::number(toldAt.time_since_epoch().count());
    if (!m_told.add(std::string_view(record.constData(), static_cast<size_t>(record.size())))) {
        return;
    }
    const auto add = [&](HubMetric metric, std::optional<double> value) {
        if (value) {
            m_samples.push_back({{{m_settings.id, system.id}, hubMetricName(metric).toString()},
                                 m_settings.pollInterval,
                                 false,
                                 {{system.updated, *value, *value}},
                                 {}});
        }
    };
    if (system.uptime > 0.0) {
        add(HubMetric::Uptime, system.uptime);
    }
    if (system.celsius > 0.0) {
        add(HubMetric::Temperature, system.celsius);
    }
    add(HubMetric::Gpu, system.gpuPercent);
}

void BeszelConnector::addSamples(std::vector<SampleBatch> batches)
{
    learnTotals(batches);
    m_alerts.takeSamples(batches);
    m_samples.insert(m_samples.end(), std::make_move_iterator(batches.begin()),
                     std::make_move_iterator(batches.end()));
}

void BeszelConnector::learnTotals(const std::vector<SampleBatch>& batches)
{
    const QStringView swap = hubMetricName(HubMetric::SwapTotal);
    const QStringView disk = hubMetricName(HubMetric::DiskTotal);
    for (const SampleBatch& batch : batches) {
        if (batch.isBackfill || batch.samples.empty()) {
            continue;
        }
        const QString& system = batch.key.subject.subject;
        const QStringView base = metricBase(batch.key.metric);
        if (base == swap) {
            m_hosts.learnSwap(system, batch.samples.back().value);
        } else if (base == disk) {
            m_hosts.learnDisk(system, metricDevice(batch.key.metric).toString(), batch.samples.back().value);
        }
    }
}

void BeszelConnector::flushSoon()
{
    if (m_run && !std::exchange(m_isFlushDue, true)) {
        m_clock.after(m_settings.batchInterval, m_run.get(), [this] {
            if (m_isFlushDue) { // not overtaken
                flush();
            }
        });
    }
}

void BeszelConnector::flush()
{
    m_isFlushDue = false;
    updateStatus();
    Delta delta;
    delta.source = m_settings.id;
    delta.generation = m_generation;
    delta.at = m_clock.now();
    const bool isMore = fill(delta);
    delta.status = m_status;
    if (isMore) {
        delta.status->settled = false;
        flushSoon();
    }
    Q_EMIT Connector::delta(delta);
}

/// What is new, as much as whoever takes it can take in one turn; true when there is more. While the lists of
/// hosts are taken up nothing: a host would be told in halves.
bool BeszelConnector::fill(Delta& delta)
{
    if (m_acceptance && !m_acceptance->areHostsWhole()) {
        return false;
    }
    delta.hosts = m_hosts.news(MostHosts);
    delta.removedHosts = m_hosts.removed();
    if (m_samples.size() <= MostSamples) {
        delta.samples = std::exchange(m_samples, {});
    } else {
        const auto end = m_samples.begin() + static_cast<std::ptrdiff_t>(MostSamples);
        delta.samples.assign(std::make_move_iterator(m_samples.begin()), std::make_move_iterator(end));
        m_samples.erase(m_samples.begin(), end);
    }
    const bool isMoreOfAlerts = tellAlerts(delta);
    return isMoreOfAlerts || m_hosts.hasNews() || !m_samples.empty();
}

void BeszelConnector::updateStatus()
{
    const EndpointStats requests = m_engine.stats(m_endpoint);
    const EndpointStats stream = m_engine.stats(m_streamEndpoint);
    m_status.requestsSent = requests.sent + stream.sent;
    m_status.requestsFailed = requests.failed + stream.failed;
    m_status.phases = requests.lastConnect;
    m_status.warnings = warnings();
    if (m_status.error && m_status.error->where.isEmpty()) {
        m_status.error->where = m_settings.id;
    }
}

QStringList BeszelConnector::warnings() const
{
    QStringList texts;
    if (m_streamTrouble) {
        //: %1 says why
        texts << tr("it sends no events, and is asked again and again instead: %1")
                     .arg(m_streamTrouble->message);
    }
    if (m_historyTrouble) {
        texts << tr("its past could not be read whole: %1").arg(m_historyTrouble->message);
    }
    const Millis skew = m_session != nullptr ? m_session->skew().value_or(Millis{0}) : Millis{0};
    if (skew > SkewTold) {
        texts << tr("its clock is %1 ahead of ours; correct whichever is wrong").arg(formatDuration(skew));
    } else if (skew < -SkewTold) {
        texts << tr("its clock is %1 behind ours; correct whichever is wrong").arg(formatDuration(-skew));
    }
    if (const auto twins = static_cast<int>(m_hosts.duplicates()); twins > 0) {
        texts << tr("%n systems are listed a second time under the same name and host: shown, not counted. "
                    "Delete at the hub those that stay down.",
                    nullptr, twins);
    }
    if (!m_refused.isEmpty()) {
        texts << tr("not to be read for this account: %1").arg(listed(m_refused));
    }
    if (m_leftOut > 0) {
        texts << tr("%n records or fields of another form than expected were left out.", nullptr,
                    static_cast<int>(std::min<quint64>(m_leftOut, 1'000'000'000)));
    }
    if (m_oversized > 0) {
        texts << tr("%n events were too large and were left out.", nullptr,
                    static_cast<int>(std::min<quint64>(m_oversized, 1'000'000'000)));
    }
    return texts;
}

/// Not at once: it may be telling us something now.
void BeszelConnector::drop(QObject* worker)
{
    if (worker != nullptr) {
        worker->disconnect(this);
        worker->deleteLater();
    }
}

void BeszelConnector::dropWork()
{
    if (m_stream != nullptr) {
        m_stream->close();
        openGap();
    }
    drop(std::exchange(m_stream, nullptr));
    drop(std::exchange(m_reading, nullptr));
    if (m_history != nullptr) {
        drop(std::exchange(m_history, nullptr));
        m_gap = m_fills;
        m_isGapOpen = true;
        m_historyAt = m_fills ? m_historyAt : Timestamp{};
    }
    m_suspect.reset();
    m_accepting.reset();
    m_acceptance.reset();
    m_isStreaming = false;
    m_readAgain = false;
}

} // namespace stowage
