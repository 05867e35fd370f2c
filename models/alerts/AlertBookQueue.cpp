// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookQueue.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr int CostOfSame = 1;
constexpr int CostOfNews = 10;
constexpr size_t MostFailures = 1'000; ///< of a source that are shown, and rules among them
constexpr size_t MostSilences = 10'000;

template <class T>
std::vector<T> firstOf(const std::vector<T>& all, size_t most)
{
    return {all.begin(), all.begin() + static_cast<qptrdiff>(std::min(all.size(), most))};
}

size_t hashOf(const std::vector<AlertRuleFailure>& failures)
{
    size_t hash = failures.size();
    for (const AlertRuleFailure& each : failures) {
        hash = qHashMulti(hash, each.key, each.name, each.error.message, each.at.time_since_epoch().count());
    }
    return hash;
}

} // namespace

void AlertBookQueue::takeReport(quint32 source, const AlertReport& report, Timestamp at,
                                const QStringList& doubtful)
{
    Job job;
    job.doubtful = QSet<QString>(doubtful.cbegin(), doubtful.cend());
    job.source = source;
    job.at = at;
    job.report = &report;
    if (m_jobs.empty()) {
        int budget = Slice;
        run(job, budget);
        if (job.stage == Stage::Done) {
            return;
        }
    }
    keepRest(job);
    m_jobs.push_back(std::move(job));
}

/// The caller's report goes: what of it is still to be worked off stays.
void AlertBookQueue::keepRest(Job& job)
{
    const AlertReport& whole = *job.report;
    job.own = std::make_unique<AlertReport>();
    AlertReport& own = *job.own;
    own.isWhole = whole.isWhole;
    own.isYoung = whole.isYoung;
    own.leftOut = whole.leftOut;
    const size_t done = job.next;
    if (job.stage == Stage::Begin) {
        own = whole;
    } else if (job.stage == Stage::Alerts) {
        own.alerts.assign(whole.alerts.begin() + static_cast<qptrdiff>(done), whole.alerts.end());
        job.next = 0;
    }
    own.past = whole.past;
    job.report = job.own.get();
    if (job.stage == Stage::Past) {
        enter(job, Stage::Past);
        job.next = done;
    }
}

void AlertBookQueue::silence(quint32 source, Timestamp at)
{
    Job& job = m_jobs.emplace_back();
    job.kind = Kind::Silence;
    job.source = source;
    job.at = at;
}

void AlertBookQueue::leave(quint32 source, Timestamp at)
{
    Job& job = m_jobs.emplace_back();
    job.kind = Kind::Leave;
    job.source = source;
    job.at = at;
}

void AlertBookQueue::rejudge(std::vector<quint32> slots)
{
    if (!slots.empty()) {
        Job& job = m_jobs.emplace_back();
        job.kind = Kind::Rejudge;
        job.rest = std::move(slots);
    }
}

size_t AlertBookQueue::waiting() const
{
    size_t waiting = 0;
    for (const Job& job : m_jobs) {
        const size_t told = job.report != nullptr ? job.report->alerts.size() + job.report->past.size() : 0;
        waiting += told + job.missing.size() + job.rest.size();
    }
    return waiting;
}

void AlertBookQueue::work(int budget)
{
    while (budget > 0 && !m_jobs.empty()) {
        run(m_jobs.front(), budget);
        if (m_jobs.front().stage == Stage::Done) {
            m_jobs.pop_front();
        }
    }
}

void AlertBookQueue::run(Job& job, int& budget)
{
    while (budget > 0 && job.stage != Stage::Done) {
        if (!step(job, budget)) {
            enter(job, static_cast<Stage>(static_cast<int>(job.stage) + 1));
        }
    }
}

void AlertBookQueue::enter(Job& job, Stage stage)
{
    job.stage = stage;
    job.next = 0;
    if (job.kind == Kind::Report) {
        enterReport(job, stage);
    } else if (job.kind == Kind::Rejudge) {
        job.stage = std::max(stage, Stage::Rest);
    } else if (stage == Stage::Alerts) {
        job.stage = Stage::Missing;
        m_store.source(job.source).standing = SourceStanding::Gone;
        job.missing = m_store.slotsOf(job.source);
    }
}

void AlertBookQueue::enterReport(Job& job, Stage stage)
{
    if (stage == Stage::Alerts) {
        begin(job);
    } else if (stage == Stage::Missing && job.report->isWhole) {
        AlertBookSource& source = m_store.source(job.source);
        source.leftOut = job.report->leftOut;
        if (!job.report->isYoung && job.report->leftOut == 0) {
            source.lastWhole = job.at;
        }
        job.missing = missing(job);
    } else if (stage == Stage::Past) {
        job.past.clear();
        for (const AlertObservation& each : job.report->past) {
            job.past.push_back(&each);
        }
        std::ranges::stable_sort(job.past, {}, [](const AlertObservation* each) { return each->startedAt; });
    }
}

void AlertBookQueue::stepMissing(const Job& job, quint32 slot)
{
    switch (job.kind) {
    case Kind::Silence:
        m_store.silence(job.source, slot, job.at);
        break;
    case Kind::Leave:
        m_store.leave(job.source, slot, job.at);
        break;
    default:
        m_store.miss(job.source, slot,
                     !job.report->isYoung && job.report->leftOut == 0 &&
                         !job.doubtful.contains(m_store.alerts()[slot].key),
                     job.at);
        break;
    }
}

bool AlertBookQueue::step(Job& job, int& budget)
{
    const size_t index = job.next++;
    switch (job.stage) {
    case Stage::Alerts:
        if (index >= job.report->alerts.size()) {
            return false;
        }
        budget -= m_store.observe(job.source, job.report->alerts[index], job.report->isYoung, job.at)
                      ? CostOfNews
                      : CostOfSame;
        return true;
    case Stage::Missing:
        if (index >= job.missing.size()) {
            return false;
        }
        stepMissing(job, job.missing[index]);
        budget -= CostOfNews;
        return true;
    case Stage::Past:
        if (index >= job.past.size()) {
            return false;
        }
        m_store.tellPast(job.source, *job.past[index], job.at);
        budget -= CostOfNews;
        return true;
    case Stage::Rest:
        if (index >= job.rest.size()) {
            return false;
        }
        m_store.rejudge(job.rest[index]);
        budget -= CostOfNews;
        return true;
    case Stage::Begin:
    case Stage::Done:
        return false;
    }
    return false;
}

void AlertBookQueue::begin(Job& job)
{
    AlertBookSource& source = m_store.source(job.source);
    ++source.pass;
    source.standing = SourceStanding::Live;
    takeSilences(job);
    takeFailures(job);
}

void AlertBookQueue::takeSilences(Job& job)
{
    AlertBookSource& source = m_store.source(job.source);
    if (!job.report->silences || *job.report->silences == source.silences) {
        return;
    }
    source.silences = firstOf(*job.report->silences, MostSilences);
    source.silencePlaces.clear();
    for (size_t i = 0; i < source.silences.size(); ++i) {
        source.silencePlaces.insert(source.silences[i].id, i);
    }
    m_areSilencesOthers = true;
    for (const quint32 slot : m_store.slotsOf(job.source)) {
        const auto& tellings = m_store.record(slot).tellings;
        const bool isSilenced = std::ranges::any_of(tellings, [&job](const AlertTelling& telling) {
            return telling.source == job.source && !telling.seen.silencedBy.isEmpty();
        });
        if (isSilenced) {
            job.rest.push_back(slot);
        }
    }
}

void AlertBookQueue::takeFailures(Job& job)
{
    AlertBookSource& source = m_store.source(job.source);
    const bool isFromLog =
        std::ranges::any_of(source.fromLog, [this](quint32 slot) { return m_store.record(slot).isRule; });
    const size_t hash = job.report->failures ? hashOf(*job.report->failures) : source.failuresHash;
    if (!job.report->failures || (hash == source.failuresHash && !isFromLog)) {
        return;
    }
    m_areFailuresOthers = m_areFailuresOthers || hash != source.failuresHash;
    source.failuresHash = hash;
    source.failures = firstOf(*job.report->failures, MostFailures);
    QSet<QString> told; // keys of alerts, which a failure may name
    for (const AlertObservation& alert : job.report->alerts) {
        told.insert(alert.key);
    }
    QSet<QString> names;
    QSet<QString> keys; // as many as there are alerts: each of them is in doubt
    QSet<quint64> rules;
    std::vector<const AlertRuleFailure*> ofRules;
    for (const AlertRuleFailure& failure : *job.report->failures) {
        if (told.contains(failure.key) || source.tellings.contains(AlertBookStore::handleOf(failure.key))) {
            keys.insert(failure.key);
        } else if (ofRules.size() < MostFailures) {
            names.insert(failure.name);
            rules.insert(AlertBookStore::handleOf(QStringLiteral("rule/") + failure.key));
            ofRules.push_back(&failure);
        }
    }
    const auto isOtherwise = [&](const AlertTelling& telling) {
        return telling.source == job.source &&
               (names.contains(telling.seen.name) != source.failingNames.contains(telling.seen.name) ||
                keys.contains(telling.seen.key) != source.failingKeys.contains(telling.seen.key));
    };
    const std::vector<quint32> slots = m_store.slotsOf(job.source);
    for (const quint32 slot : slots) {
        const AlertRecord& record = m_store.record(slot);
        if (!record.isRule && std::ranges::any_of(record.tellings, isOtherwise)) {
            job.rest.push_back(slot);
        }
    }
    source.failingNames = names;
    source.failingKeys = keys;
    for (const AlertRuleFailure* const failure : ofRules) {
        m_store.observeRule(job.source, *failure, job.at);
    }
    for (const quint32 slot : slots) {
        const AlertRecord& record = m_store.record(slot);
        const auto isGone = [&](const AlertTelling& telling) {
            return telling.source == job.source && !rules.contains(telling.handle);
        };
        if (record.isRule && std::ranges::all_of(record.tellings, isGone)) {
            m_store.miss(job.source, slot, true, job.at);
        }
    }
}

std::vector<quint32> AlertBookQueue::missing(const Job& job) const
{
    const quint32 pass = m_store.source(job.source).pass;
    std::vector<quint32> found = m_store.slotsOf(job.source);
    std::erase_if(found, [&](quint32 slot) {
        const AlertRecord& record = m_store.record(slot);
        if (record.isRule) {
            return true;
        }
        // One that it says has ended is confirmed where others have fallen silent since.
        const bool isUnknown = m_store.alerts()[slot].state == AlertState::Unknown;
        return std::ranges::none_of(record.tellings, [&](const AlertTelling& telling) {
            return telling.source == job.source &&
                   (isUnknown || (telling.pass != pass && telling.phase() != AlertPhase::Ended));
        });
    });
    return found;
}

} // namespace stowage
