// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookBounds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {
namespace {

constexpr Timestamp Earliest{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};

/// Labels that are kept when there are too many.
bool isWanted(const AlertLabel& label)
{
    static constexpr std::array Wanted{QLatin1String("alertname"), QLatin1String("instance"),
                                       QLatin1String("job"), QLatin1String("severity"),
                                       QLatin1String("zone")};
    return std::ranges::find(Wanted, label.name) != Wanted.end();
}

bool isBefore(const AlertLabel& one, const AlertLabel& other)
{
    const int order = one.name.compare(other.name);
    return order != 0 ? order < 0 : one.value < other.value;
}

size_t hashOf(const std::vector<AlertLabel>& labels, size_t seed)
{
    for (const AlertLabel& label : labels) {
        seed = qHashMulti(seed, label.name, label.value);
    }
    return seed;
}

} // namespace

size_t hashOf(const AlertObservation& told)
{
    const size_t texts =
        qHashMulti(0, told.key, told.name, told.identity, static_cast<quint8>(told.phase),
                   static_cast<quint8>(told.severity), told.subject, told.summary, told.unit, told.link);
    const size_t figures = qHashMulti(
        texts, told.threshold.value_or(0), told.threshold.has_value(), told.value.value_or(0),
        told.value.has_value(), static_cast<qint64>(told.startedAt.time_since_epoch().count()),
        told.phase == AlertPhase::Ended ? static_cast<qint64>(told.endedAt.time_since_epoch().count()) : 0);
    return hashOf(told.annotations,
                  hashOf(told.labels, qHashMulti(figures, told.silencedBy, told.inhibitedBy)));
}

QString AlertBookBounds::noteOf(const std::vector<AlertLabel>& annotations)
{
    const auto found = std::ranges::find(annotations, note(), &AlertLabel::name);
    return found == annotations.end() ? QString() : found->value;
}

bool AlertBookBounds::apply(AlertObservation& observation, Timestamp seenAt)
{
    m_notes.clear();
    m_isOtherwise = false;
    for (std::optional<double>* figure : {&observation.value, &observation.threshold}) {
        if (*figure && !std::isfinite(**figure)) {
            figure->reset();
            m_isOtherwise = true;
        }
    }
    cut(observation.name, MostName, tr("name"));
    cut(observation.subject, MostName, tr("subject"));
    cut(observation.summary, MostSummary, tr("summary"));
    cut(observation.unit, MostName, tr("unit"));
    if (observation.link.size() > MostText) {
        observation.link.clear(); // half of one leads nowhere
        m_notes << tr("its link was too long and was left out");
    }
    for (QStringList* ids : {&observation.silencedBy, &observation.inhibitedBy}) {
        if (ids->size() > MostIds) {
            *ids = ids->mid(0, MostIds);
            m_isOtherwise = true;
        }
        for (qsizetype i = 0; i < ids->size(); ++i) { // most have none, and nothing is made for those
            (*ids)[i] = kept(ids->at(i));
        }
    }
    cutLabels(observation.labels, MostLabels, MostValue, false);
    cutLabels(observation.annotations, MostAnnotations, MostText, true);
    straighten(observation, seenAt);
    for (QString* text : {&observation.key, &observation.name, &observation.subject, &observation.summary,
                          &observation.unit, &observation.link}) {
        *text = kept(*text);
    }
    observation.identity.clear();
    if (m_notes.isEmpty()) {
        return m_isOtherwise;
    }
    const AlertLabel added{note(), m_notes.join(QLatin1String("; "))};
    observation.annotations.insert(std::ranges::lower_bound(observation.annotations, added, isBefore), added);
    return true;
}

QString AlertBookBounds::kept(const QString& text)
{
    constexpr qsizetype Longest = 512; // of those that are ever the same twice
    constexpr qsizetype MostTexts = 10'000;
    if (text.isEmpty()) {
        return text;
    }
    if (text.size() > Longest) {
        return QString(text.constData(), text.size());
    }
    if (const auto known = m_pool.constFind(text); known != m_pool.cend()) {
        return *known;
    }
    if (m_pool.size() >= MostTexts) {
        m_pool.clear();
    }
    return *m_pool.insert(QString(text.constData(), text.size()));
}

void AlertBookBounds::cut(QString& text, qsizetype most, const QString& what)
{
    if (text.size() > most) {
        //: %1: "summary", "label instance"; %2: a number
        m_notes << tr("%1: %2 more characters were left out").arg(what).arg(text.size() - most);
        const qsizetype end = text.at(most - 1).isHighSurrogate() ? most - 1 : most;
        text = text.left(end) + QChar(0x2026);
    }
}

void AlertBookBounds::cutLabels(std::vector<AlertLabel>& labels, size_t most, qsizetype mostValue,
                                bool isAnnotation)
{
    if (labels.size() > most) {
        const size_t all = labels.size();
        std::ranges::stable_sort(labels, std::ranges::greater{}, isWanted);
        labels.resize(most);
        m_notes << (isAnnotation ? tr("%1 of %2 annotations were left out")
                                 : tr("%1 of %2 labels were left out"))
                       .arg(all - most)
                       .arg(all);
    }
    for (AlertLabel& label : labels) {
        cut(label.name, MostName, isAnnotation ? tr("annotation's name") : tr("label's name"));
        cut(label.value, mostValue,
            (isAnnotation ? tr("annotation %1") : tr("label %1")).arg(label.name.left(40)));
        label.name = kept(label.name);
        label.value = kept(label.value);
    }
    if (!std::ranges::is_sorted(labels, isBefore)) {
        m_isOtherwise = true;
        std::ranges::sort(labels, isBefore);
    }
}

void AlertBookBounds::straighten(AlertObservation& observation, Timestamp seenAt)
{
    Timestamp& start = observation.startedAt;
    Timestamp& end = observation.endedAt;
    if (start < Earliest) {
        start = {};
    } else if (start > seenAt) {
        m_notes << tr("told to begin at %1, which is ahead of our clock: taken as when it was first seen")
                       .arg(toRfc3339(start));
        start = seenAt;
    }
    if (observation.phase != AlertPhase::Ended || end < Earliest) {
        end = {};
        return;
    }
    if (end > seenAt) {
        m_notes << tr("told to end at %1, which is ahead of our clock: taken as when it was first seen")
                       .arg(toRfc3339(end));
        end = seenAt;
    }
    if (start != Timestamp{} && end < start) {
        m_notes << tr("told to end at %1, before it began: taken as ended when it began").arg(toRfc3339(end));
        end = start;
    }
}

} // namespace stowage
