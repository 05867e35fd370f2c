// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineDetails.h"

#include "models/alerts/AlertModel.h"
#include "models/alerts/timeline/TimelineModel.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/timeline/TimelineWords.h"
#include "views/widgets/Chip.h"
#include "views/widgets/DetailList.h"
#include "views/widgets/SideColumn.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace stowage {
namespace {

constexpr qsizetype LongestText = 2'000;
constexpr size_t MostLabels = 40;

QString shown(const QString& text)
{
    return words::visible(text.size() <= LongestText ? text : text.left(LongestText) + QChar(0x2026));
}

/// Of a thing that has a page.
std::optional<Link> linkTo(const AlertSubject& subject)
{
    if (subject.name.isEmpty()) {
        return std::nullopt;
    }
    switch (subject.kind) {
    case SubjectKind::Host:
        return Link{QStringLiteral("hosts"), subject.name};
    case SubjectKind::Service:
    case SubjectKind::Source:
        return Link{QStringLiteral("sources"), subject.name};
    case SubjectKind::Image:
        return Link{QStringLiteral("placement"), QLatin1String("image/") + subject.name};
    case SubjectKind::Unknown:
    case SubjectKind::Zone:
    case SubjectKind::Stowage:
        break;
    }
    return std::nullopt;
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimelineDetails)
};

void add(std::vector<Detail>& details, const QString& name, const QString& value, bool isCode = false)
{
    if (!value.isEmpty()) {
        details.push_back(
            {.name = name, .value = shown(value), .isCode = isCode, .ink = Token::Text, .note = {}});
    }
}

void addTime(std::vector<Detail>& details, const QString& name, Timestamp at, Timestamp now)
{
    details.push_back({.name = name,
                       .value = words::utcTime(at, now),
                       .isCode = false,
                       .ink = Token::Text,
                       .note = words::localTime(at)});
}

void addTimes(std::vector<Detail>& details, const TimelineEntry& entry, Timestamp now)
{
    addTime(details, entry.isBeginUnknown ? Words::tr("Before") : Words::tr("From"), entry.from, now);
    if (entry.shape == TimelineEntry::Shape::Moment) {
        return;
    }
    if (!entry.isStanding()) {
        addTime(details, Words::tr("To"), entry.to, now);
    }
    if (!entry.isBeginUnknown && entry.end != TimelineEntry::End::NotTold) {
        const Timestamp end = entry.isStanding() ? now : entry.to;
        add(details, Words::tr("Lasted"), formatDuration(std::max(end - entry.from, Millis{0})));
    }
    if (entry.end == TimelineEntry::End::Unknown) {
        addTime(details, Words::tr("Unknown since"), entry.unknownSince, now);
    }
}

std::vector<Detail> detailsOf(const TimelineEntry& entry, Timestamp now)
{
    const bool isIncident =
        entry.lane == TimelineLane::Incidents && entry.shape == TimelineEntry::Shape::Span;
    std::vector<Detail> details;
    add(details, Words::tr("What"), isIncident ? Words::tr("incident") : alertEventKindText(entry.kind));
    add(details, Words::tr("State"), timelineStateText(entry));
    addTimes(details, entry, now);
    add(details, Words::tr("Name"), isIncident ? QString() : entry.name);
    add(details, Words::tr("Subject"), entry.subject.name);
    add(details, Words::tr("Zone"), entry.zone);
    add(details, Words::tr("Told by"), entry.source);
    add(details, isIncident ? Words::tr("Owner") : Words::tr("Who"), entry.actor);
    add(details, Words::tr("Note"), entry.note);
    add(details, isIncident ? Words::tr("Alerts told") : Words::tr("Events"),
        QLocale().toString(entry.events));
    add(details, Words::tr("Incident"), entry.incident, true);
    return details;
}

std::vector<Detail> labelsOf(const TimelineEntry& entry)
{
    constexpr qsizetype LongestName = 100;
    std::vector<Detail> labels;
    for (const AlertLabel& label : entry.labels) {
        if (labels.size() == MostLabels) {
            add(labels, Words::tr("and more"),
                QLocale().toString(qulonglong{entry.labels.size() - MostLabels}));
            break;
        }
        add(labels, words::visible(label.name.left(LongestName)), label.value);
    }
    return labels;
}

} // namespace

TimelineDetails::TimelineDetails(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Details"), parent), m_column(new SideColumn(theme)),
      m_hint(new TextLabel(theme, fonts::body(), Token::Text2)),
      m_summary(new TextLabel(theme, fonts::body(), Token::Text)), m_links(new QWidget),
      m_incident(new Chip(theme, Chip::Kind::Control)), m_subject(new Chip(theme, Chip::Kind::Control)),
      m_details(new DetailList(theme)), m_labels(new DetailList(theme))
{
    setFixedWidth(metrics::SidePanel);
    m_hint->setWrapping(true);
    m_summary->setWrapping(true);
    auto* chips = new QVBoxLayout(m_links);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(metrics::Grid);
    chips->addWidget(m_incident);
    chips->addWidget(m_subject);
    m_column->addSection({}, m_hint);
    m_column->addSection({}, m_summary);
    m_column->addSection({}, m_links);
    m_column->addSection(tr("What is known"), m_details);
    m_column->addSection(tr("Labels"), m_labels);
    setBody(m_column);
    connect(m_incident, &Chip::clicked, this, [this] {
        if (m_toIncident) {
            Q_EMIT linkActivated(*m_toIncident);
        }
    });
    connect(m_subject, &Chip::clicked, this, [this] {
        if (m_toSubject) {
            Q_EMIT linkActivated(*m_toSubject);
        }
    });
    setEntry(nullptr, {});
}

std::vector<Link> TimelineDetails::links() const
{
    std::vector<Link> links;
    for (const std::optional<Link>& link : {m_toIncident, m_toSubject}) {
        if (link) {
            links.push_back(*link);
        }
    }
    return links;
}

void TimelineDetails::openFirst()
{
    if (const std::vector<Link> all = links(); !all.empty()) {
        Q_EMIT linkActivated(all.front());
    }
}

void TimelineDetails::showLinks(const TimelineEntry& entry, bool isIncidentKnown)
{
    m_toIncident.reset();
    if (!entry.incident.isEmpty() && isIncidentKnown) {
        m_toIncident = Link{QStringLiteral("now"), entry.incident};
        m_incident->setText(tr("Go to incident %1").arg(shown(entry.incident.left(32))));
    }
    m_toSubject = linkTo(entry.subject);
    if (m_toSubject) {
        constexpr int Longest = 36;
        m_subject->setText(tr("Go to %1").arg(words::visible(entry.subject.name.left(Longest))));
        m_subject->setShortcut({}); // an ampersand in a name is none
    }
    m_incident->setVisible(m_toIncident.has_value());
    m_subject->setVisible(m_toSubject.has_value());
    m_incident->updateGeometry();
    m_subject->updateGeometry();
    m_column->setSectionVisible(m_links, m_toIncident || m_toSubject);
}

void TimelineDetails::setEntry(const TimelineEntry* entry, Timestamp now, bool isIncidentKnown,
                               const QString& hint)
{
    m_hint->setText(hint.isEmpty()
                        ? tr("Choose an entry, with a press or with ↑ and ↓, to see what is known of it.")
                        : hint);
    m_column->setSectionVisible(m_hint, entry == nullptr);
    for (QWidget* part : {static_cast<QWidget*>(m_summary), m_links, static_cast<QWidget*>(m_details),
                          static_cast<QWidget*>(m_labels)}) {
        m_column->setSectionVisible(part, entry != nullptr);
    }
    if (entry == nullptr) {
        setTitle(tr("Details"));
        setStatus(std::nullopt);
        setNote({});
        m_toIncident.reset();
        m_toSubject.reset();
        return;
    }
    setTitle(words::timelineLabel(*entry));
    setStatus(words::statusOf(*entry));
    setNote(alertSeverityText(entry->severity));
    m_summary->setText(shown(entry->summary));
    m_column->setSectionVisible(m_summary, !entry->summary.isEmpty());
    showLinks(*entry, isIncidentKnown);
    m_details->setDetails(detailsOf(*entry, now));
    const std::vector<Detail> labels = labelsOf(*entry);
    m_labels->setDetails(labels);
    m_column->setSectionVisible(m_labels, !labels.empty());
}

} // namespace stowage
