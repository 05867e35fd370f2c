// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookWord.h"

#include <algorithm>

namespace stowage {
namespace {

AlertWord wordOfRule(const AlertRecord& record)
{
    const auto stands = [](const AlertTelling& telling) {
        return telling.phase() == AlertPhase::Firing;
    };
    const auto found = std::ranges::find_if(record.tellings, stands);
    if (found == record.tellings.end()) {
        return AlertWord::Ended;
    }
    return found->isSilent ? AlertWord::Unknown : AlertWord::Unjudged;
}

/// Who knows most of it; the first of those who know as much.
AlertTelling& lead(AlertRecord& record)
{
    return *std::ranges::max_element(record.tellings, {}, [](const AlertTelling& telling) {
        return std::pair(!telling.isFromLog, telling.seen.labels.size());
    });
}

AlertSeverity severityIn(const AlertRecord& record)
{
    AlertSeverity all = AlertSeverity::Info;
    std::optional<AlertSeverity> standing;
    for (const AlertTelling& telling : record.tellings) {
        all = std::max(all, telling.seen.severity);
        if (telling.phase() != AlertPhase::Ended) {
            standing = std::max(standing.value_or(AlertSeverity::Info), telling.seen.severity);
        }
    }
    return standing.value_or(all);
}

AlertWitness witnessOf(const AlertTelling& telling, const AlertBookSource& source)
{
    return {source.id, telling.seen.key, telling.phase(), telling.isSilent, telling.start, telling.seenAt};
}

} // namespace

AlertWord wordOf(const AlertRecord& record, std::span<const AlertBookSource> sources)
{
    if (record.isRule) {
        return wordOfRule(record);
    }
    bool isPending = false;
    bool isUnjudged = false;
    bool isEnded = false;
    bool isSilent = false;
    Timestamp endedAt{};     // when it was last said to be over
    Timestamp silentSince{}; // the latest of those who said that it stands
    for (const AlertTelling& telling : record.tellings) {
        const AlertBookSource& source = sources[telling.source];
        if (telling.isSilent) {
            if (telling.phase() == AlertPhase::Firing) {
                isSilent = true;
                silentSince = std::max(silentSince, telling.silentSince);
            }
        } else if (telling.phase() == AlertPhase::Ended) {
            if (telling.hasFired) {
                isEnded = true;
                endedAt = std::max({endedAt, telling.seenAt, source.lastWhole});
            }
        } else if (source.isFailing(telling)) {
            isUnjudged = true;
        } else if (telling.phase() == AlertPhase::Firing) {
            return AlertWord::Firing;
        } else {
            isPending = true;
        }
    }
    if (isUnjudged) {
        return AlertWord::Unjudged;
    }
    // That a source falls silent ends nothing: somebody has to say so after that.
    if (isSilent && !(isEnded && endedAt > silentSince)) {
        return AlertWord::Unknown;
    }
    if (isPending) {
        return AlertWord::Pending;
    }
    return isEnded ? AlertWord::Ended : AlertWord::Nothing;
}

void takeWords(Alert& alert, AlertRecord& record, std::span<const AlertBookSource> sources)
{
    if (record.tellings.empty()) {
        return;
    }
    giveBackWords(alert, record);
    AlertTelling& leading = lead(record);
    AlertObservation& seen = leading.seen;
    alert.name = seen.name;
    alert.severity = severityIn(record);
    alert.summary = seen.summary;
    leading.isLent = record.tellings.size() == 1;
    if (leading.isLent) {
        alert.labels = std::exchange(seen.labels, {});
        alert.annotations = std::exchange(seen.annotations, {});
    } else {
        alert.labels = seen.labels;
        alert.annotations = seen.annotations;
    }
    alert.threshold = seen.threshold;
    alert.value = seen.value;
    alert.unit = seen.unit;
    alert.link = seen.link;
    alert.witnesses.clear();
    for (const AlertTelling& telling : record.tellings) {
        alert.witnesses.push_back(witnessOf(telling, sources[telling.source]));
        alert.seenAt = std::max(alert.seenAt, telling.seenAt);
        if (alert.summary.isEmpty()) {
            alert.summary = telling.seen.summary;
        }
        if (alert.link.isEmpty()) {
            alert.link = telling.seen.link;
        }
        if (!alert.value && telling.seen.value) {
            alert.value = telling.seen.value;
            alert.threshold = telling.seen.threshold;
            alert.unit = telling.seen.unit;
        }
    }
}

void giveBackWords(Alert& alert, AlertRecord& record)
{
    for (AlertTelling& telling : record.tellings) {
        if (std::exchange(telling.isLent, false)) {
            telling.seen.labels = std::exchange(alert.labels, {});
            telling.seen.annotations = std::exchange(alert.annotations, {});
        }
    }
}

size_t wordsHash(const QString& summary)
{
    QString words;
    words.reserve(summary.size());
    for (const QChar each : summary) {
        if (!each.isDigit() && each != QLatin1Char('.') && each != QLatin1Char(',')) {
            words += each;
        }
    }
    return qHash(words);
}

} // namespace stowage
