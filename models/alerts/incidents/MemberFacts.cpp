// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/MemberFacts.h"

#include "models/alerts/Alert.h"
#include "models/alerts/incidents/AlertPhrases.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

QString bounded(const QString& text)
{
    return text.size() <= MemberFacts::LongestText ? text : text.left(MemberFacts::LongestText);
}

/// Labels that group or count are kept before those that merely tell.
std::vector<AlertLabel> boundedLabels(const std::vector<AlertLabel>& labels, const JoiningNames& joining)
{
    std::vector<AlertLabel> kept;
    kept.reserve(std::min(labels.size(), MemberFacts::MostLabels));
    const bool isFew = labels.size() <= MemberFacts::MostLabels;
    const auto keep = [&kept](const AlertLabel& label) {
        if (kept.size() < MemberFacts::MostLabels) {
            kept.push_back({bounded(label.name), bounded(label.value)});
        }
    };
    for (const AlertLabel& label : labels) {
        if (isFew || joining.labels.contains(label.name) || label.name.contains(QLatin1Char('.'))) {
            keep(label);
        }
    }
    for (const AlertLabel& label : labels) {
        if (!isFew && !joining.labels.contains(label.name) && !label.name.contains(QLatin1Char('.'))) {
            keep(label);
        }
    }
    return kept;
}

/// What an alert touches that tells of lost copies. No subject has such a name.
QString lostCopies()
{
    return QStringLiteral("\u0001copies");
}

/// What an alert touches whose subject, a source, others cannot reach.
QString lineTo(const QString& source)
{
    return QStringLiteral("\u0001line/") + source;
}

} // namespace

TextKey subjectKeyOf(const AlertSubject& subject)
{
    // The kind is left out: what one source knows as a host is an unknown name to another.
    return textKey(subject.name);
}

QString MemberFacts::label(QLatin1String labelName) const
{
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [labelName](const AlertLabel& each) { return each.name == labelName; });
    return found == labels.end() ? QString() : found->value;
}

double MemberFacts::figure(QLatin1String labelName) const
{
    const double number = label(labelName).toDouble();
    return std::isfinite(number) ? std::clamp(number, 0.0, 1e9) : 0;
}

void MemberFacts::index(const JoiningNames& joining)
{
    isGone = joining.gone.contains(name);
    kindKey = isGone ? textKey(QStringLiteral("gone")) : textKey(name);
    sourceKey = textKey(source);
    zoneKey = textKey(place.zone);
    // An alert that names nothing is placed on the source that tells it: that is nothing in common.
    const bool isNowhere = place.subject.kind == SubjectKind::Source && place.subject.name == source;
    subjectKey = isNowhere ? 0 : subjectKeyOf(place.subject);
    isAlone = joining.alone.contains(name);
    touched = place.touches;
    labelKeys.clear();
    for (const AlertLabel& each : labels) {
        if (!each.value.isEmpty() && joining.labels.contains(each.name)) {
            labelKeys.push_back(textKey(textKey(each.name), textKey(each.value)));
            if (each.value != place.subject.name) {
                touched.push_back({SubjectKind::Service, each.value}); // `registry="registry-3"`
            }
        }
    }
    causeRank = stowage::causeRank(name);
    placeKey = subjectKeyOf(place.subject);
    singleLayers = figure(QLatin1String("layers.single"));
    lostLayers = figure(QLatin1String("layers.none"));
    if (joining.ofLostCopies.contains(name)) {
        effectKey = textKey(lostCopies());
    } else if (singleLayers > 0 || lostLayers > 0) {
        touched.push_back({SubjectKind::Stowage, lostCopies()}); // ties no two of them
    }
    isDarkLine = joining.darkLines.contains(name);
    if (isDarkLine) {
        touched.push_back({SubjectKind::Stowage, lineTo(place.subject.name)});
    } else if (isGone && effectKey == 0) {
        effectKey = textKey(lineTo(source));
    }
    touchKeys.clear();
    for (const AlertSubject& each : touched) {
        touchKeys.push_back(subjectKeyOf(each));
    }
}

quint32 messagesOf(const std::vector<AlertLabel>& labels)
{
    constexpr uint Most = 1'000'000;
    const auto found = std::find_if(labels.begin(), labels.end(), [](const AlertLabel& each) {
        return each.name == QLatin1String("messages");
    });
    return found == labels.end() ? 1 : std::clamp(found->value.toUInt(), 1U, Most);
}

bool MemberFacts::tells(const AlertEvent& event) const
{
    const auto isSame = [](const QString& kept, const QString& told) {
        return kept.size() == told.size() && kept == told;
    };
    return severity == event.severity && isSame(alert, event.alert) && isSame(name, event.name) &&
           isSame(source, event.source) && isSame(summary, event.summary) && place == event.place &&
           labels == event.labels;
}

bool MemberFacts::tells(const Alert& now) const
{
    const auto isSame = [](const QString& kept, const QString& told) {
        return kept == QStringView(told).left(LongestText);
    };
    const bool areLabelsWhole = now.labels.size() <= MostLabels; // of more nobody keeps all
    return isSame(summary, now.summary) &&
           (!areLabelsWhole || std::equal(labels.begin(), labels.end(), now.labels.begin(), now.labels.end(),
                                          [&](const AlertLabel& kept, const AlertLabel& told) {
                                              return isSame(kept.name, told.name) &&
                                                     isSame(kept.value, told.value);
                                          }));
}

void MemberFacts::retell(const Alert& now)
{
    summary = bounded(now.summary);
    if (now.labels.size() <= MostLabels) {
        labels.clear();
        for (const AlertLabel& each : now.labels) {
            labels.push_back({bounded(each.name), bounded(each.value)});
        }
    }
    singleLayers = figure(QLatin1String("layers.single"));
    lostLayers = figure(QLatin1String("layers.none"));
}

MemberFactsPtr memberFacts(const AlertEvent& event, const JoiningNames& joining)
{
    auto facts = std::make_shared<MemberFacts>();
    facts->alert = event.alert;
    facts->name = bounded(event.name);
    facts->source = bounded(event.source);
    facts->summary = bounded(event.summary);
    facts->severity = event.severity;
    facts->place.subject = {event.place.subject.kind, bounded(event.place.subject.name)};
    facts->place.zone = bounded(event.place.zone);
    const size_t touches = std::min(event.place.touches.size(), MemberFacts::MostTouches);
    facts->place.touches.reserve(touches);
    for (size_t i = 0; i < touches; ++i) {
        facts->place.touches.push_back({event.place.touches[i].kind, bounded(event.place.touches[i].name)});
    }
    facts->labels = boundedLabels(event.labels, joining);
    facts->index(joining);
    return facts;
}

} // namespace stowage
