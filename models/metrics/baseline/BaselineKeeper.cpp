// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/BaselineKeeper.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>

namespace stowage {
namespace {

constexpr std::chrono::days Weeks{(WeekBaseline::Weeks + 1) * 7};
constexpr size_t WeekPoints = (WeekBaseline::Weeks + 1) * 7 * 24; ///< an hour each
constexpr std::chrono::days Days{14};
constexpr size_t DayPoints = 14 * 24 * 12; ///< five minutes each
constexpr std::chrono::hours Recent{6};
constexpr size_t RecentPoints = 360; ///< a minute each

/// The subject whose metrics are learned: the one that tells its requests.
std::optional<SubjectKey> serviceOf(const Host& host)
{
    if (!host.isAlive || host.kind != HostKind::Service) {
        return std::nullopt;
    }
    const HostValue* value = host.value(QStringLiteral("requests.perSecond"));
    return value != nullptr ? std::optional(value->from) : std::nullopt;
}

} // namespace

BaselineKeeper::BaselineKeeper(const HostBook& hosts, SeriesReader& reader, BaselineBook& book,
                               const Clock& clock, Millis fromUtc, QObject* parent)
    : QObject(parent), m_hosts(hosts), m_reader(reader), m_book(book), m_clock(clock), m_fromUtc(fromUtc)
{
    connect(&hosts, &HostBook::changed, this, &BaselineKeeper::follow);
    connect(&reader, &SeriesReader::answered, this, &BaselineKeeper::take);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &BaselineKeeper::put);
    refreshLater();
}

void BaselineKeeper::refreshLater()
{
    m_clock.after(Every, this, [this] {
        refreshLater();
        refresh();
    });
}

void BaselineKeeper::follow(const HostChanges& changes)
{
    for (const HostId gone : changes.hosts.removed) {
        const auto service = m_services.constFind(gone);
        if (service != m_services.cend()) {
            m_known.remove(*service);
            m_book.forget(*service);
            m_services.erase(service);
        }
    }
    const bool isAnyNew = std::ranges::any_of(
        changes.hosts.added, [this](HostId id) { return m_hosts.host(id).kind == HostKind::Service; });
    if (isAnyNew && !std::exchange(m_isAskingSoon, true)) {
        m_clock.after(AfterNew, this, [this] {
            m_isAskingSoon = false;
            refresh();
        });
    }
}

void BaselineKeeper::refresh()
{
    m_waiting.clear();
    for (const Host& host : m_hosts.hosts()) {
        if (host.isAlive && host.kind == HostKind::Service) {
            m_waiting.push_back(host.id);
        }
    }
    askNext();
}

void BaselineKeeper::askNext()
{
    if (m_question) {
        return;
    }
    while (!m_waiting.empty()) {
        const HostId id = m_waiting.front();
        m_waiting.pop_front();
        if (ask(id)) {
            return;
        }
    }
    // A queued call: refresh() never answers from within.
    QMetaObject::invokeMethod(this, &BaselineKeeper::finished, Qt::QueuedConnection);
}

bool BaselineKeeper::ask(HostId id)
{
    const Host& host = m_hosts.host(id);
    const auto service = serviceOf(host);
    if (!service) {
        return false;
    }
    m_services.insert(id, *service);
    const Known& known = m_known[*service];
    const Timestamp now = m_hosts.now();
    Question next;
    next.service = *service;
    const QStringList metrics = baselineMetrics();
    for (const QString& metric : metrics) {
        next.work.series.push_back({*service, metric});
    }
    next.work.learned = known.learned;
    next.work.cpuLimit = host.cpuLimit;
    next.work.fromUtc = m_fromUtc;
    next.work.now = now;
    next.open = 1;
    next.recent = m_reader.read({next.work.series, {now - Recent, now}, RecentPoints});
    if (now - known.learnedAt >= LearnEvery) {
        next.open = 3;
        next.weeks = m_reader.read({next.work.series, {now - Weeks, now}, WeekPoints});
        next.days = m_reader.read({next.work.series, {now - Days, now}, DayPoints});
    }
    m_question = std::move(next);
    return true;
}

void BaselineKeeper::take(quint64 ticket, const SeriesAnswer& answer)
{
    if (!m_question || m_question->open == 0 || ticket == 0) {
        return;
    }
    BaselineWork& work = m_question->work;
    std::vector<SeriesData>* const part = ticket == m_question->weeks    ? &work.weeks
                                          : ticket == m_question->days   ? &work.days
                                          : ticket == m_question->recent ? &work.recent
                                                                         : nullptr;
    if (part == nullptr) {
        return;
    }
    // Where nobody can tell the past, what was learned before stays.
    *part = answer.value_or(std::vector<SeriesData>{});
    if (--m_question->open == 0) {
        reckon();
    }
}

void BaselineKeeper::reckon()
{
    const auto promise = std::make_shared<QPromise<BaselineOutcome>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = m_question->work] {
        promise->addResult(reckonBaselines(work));
        promise->finish();
    });
}

void BaselineKeeper::put()
{
    const BaselineOutcome outcome = m_watcher.result();
    const Question question = *std::exchange(m_question, std::nullopt);
    const auto known = m_known.find(question.service);
    if (known != m_known.end()) { // else it went meanwhile
        known->learned = outcome.learned;
        if (!question.work.weeks.empty()) {
            known->learnedAt = question.work.now;
        }
        for (size_t i = 0; i < outcome.standings.size(); ++i) {
            if (outcome.standings[i]) {
                m_book.set(question.work.series[i], *outcome.standings[i]);
            }
        }
        if (outcome.load) {
            m_book.setLoad(question.service, {*outcome.load, question.work.now});
        }
    }
    askNext();
}

} // namespace stowage
