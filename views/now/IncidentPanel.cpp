// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/IncidentPanel.h"

#include "models/alerts/AlertBook.h"
#include "models/alerts/incidents/IncidentBook.h"
#include "models/ports/Clock.h"
#include "views/now/EvidenceReader.h"
#include "views/now/EvidenceView.h"
#include "views/now/IncidentFacts.h"
#include "views/now/IncidentWords.h"
#include "views/now/MemberView.h"
#include "views/now/MuteBox.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"
#include "views/widgets/DetailList.h"
#include "views/widgets/SideColumn.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QBoxLayout>
#include <QSplitter>

#include <algorithm>

namespace stowage {

namespace {

constexpr int LeastMembers = 150;
constexpr size_t MostTouched = 4;
constexpr qsizetype LongestName = 26;

} // namespace

IncidentPanel::IncidentPanel(const NowPorts& ports, const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Incident"), parent), m_ports(ports), m_theme(theme), m_now(ports.alerts.now()),
      m_alerts(ports.alerts), m_model(ports.incidents), m_take(new Chip(theme, Chip::Kind::Control)),
      m_mute(new Chip(theme, Chip::Kind::Control)), m_split(new Chip(theme, Chip::Kind::Control)),
      m_noteBox(new ActBox(theme, {tr("Acknowledge"), tr("a note for the others, or nothing"),
                                   //: on a button: says that one has seen the incident
                                   tr("Acknowledge")})),
      m_muteBox(new MuteBox(theme)), m_mergeBox(new MergeBox(theme)),
      m_problem(new TextLabel(theme, fonts::secondary(), Token::Warning)),
      m_parts(new QSplitter(Qt::Vertical)), m_column(new SideColumn(theme)),
      m_hint(new TextLabel(theme, fonts::body(), Token::Text2)),
      m_symptom(new TextLabel(theme, fonts::body(), Token::Text)),
      m_doubt(new TextLabel(theme, fonts::secondary(), Token::Text2)), m_facts(new QWidget),
      m_details(new DetailList(theme)), m_persons(new DetailList(theme)), m_touched(new QWidget),
      m_evidence(new EvidenceView(theme)),
      m_reader(new EvidenceReader(ports.reader, ports.hosts, *m_evidence, this)),
      m_membersTitle(new TextLabel(theme, fonts::label(), Token::Text2)),
      m_members(new MemberView(theme, m_model, m_alerts))
{
    m_acts = actRow();
    addSections();
    setBody(body());
    connectBoxes();
    showNone();
}

IncidentPanel::~IncidentPanel() = default;

QWidget* IncidentPanel::actRow()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(metrics::Margin - 1, metrics::Gap, metrics::Margin - 1, 0);
    layout->setSpacing(metrics::Gap);
    const auto add = [&](Chip* chip, const QString& text, char key) {
        chip->setText(text);
        chip->setKey(QString(QLatin1Char(key)));
        layout->addWidget(chip);
        connect(chip, &Chip::clicked, this, [this, key] { Q_EMIT actRequested(key); });
    };
    add(new Chip(m_theme, Chip::Kind::Control), tr("acknowledge"), 'a');
    add(m_take, tr("take over"), 'u');
    add(m_mute, tr("mute"), 'm');
    add(new Chip(m_theme, Chip::Kind::Control), tr("merge"), 'j');
    layout->addStretch(1);
    return row;
}

void IncidentPanel::addSections()
{
    for (TextLabel* paragraph : {m_hint, m_symptom, m_doubt, m_problem}) {
        paragraph->setWrapping(true);
    }
    auto* chips = new QHBoxLayout(m_touched);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(metrics::Gap);
    m_column->addSection({}, m_hint);
    m_column->addSection(tr("Symptom"), m_symptom);
    m_column->addSection({}, m_doubt);
    auto* facts = new QHBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(metrics::Margin);
    for (DetailList* list : {m_details, m_persons}) {
        facts->addWidget(list, 1, Qt::AlignTop);
    }
    m_column->addSection({}, m_facts);
    m_column->addSection({}, m_touched);
    m_column->addSection(tr("Evidence · shared time axis"), m_evidence);
}

QWidget* IncidentPanel::body()
{
    auto* members = new QWidget;
    auto* column = new QVBoxLayout(members);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Grid);
    QFont font = fonts::label();
    font.setWeight(QFont::DemiBold);
    m_membersTitle->setFont(font);
    auto* titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(metrics::Margin - 1, metrics::Grid, metrics::Margin, 0);
    titleRow->addWidget(m_membersTitle, 1);
    titleRow->addWidget(m_split);
    m_split->setText(tr("split off"));
    m_split->setKey(QStringLiteral("s"));
    m_split->setToolTip(tr("Makes an incident of its own of the alerts that are chosen"));
    connect(m_split, &Chip::clicked, this, [this] { Q_EMIT actRequested('s'); });
    column->addLayout(titleRow);
    column->addWidget(m_members, 1);
    m_members->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_members, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        Q_EMIT membersMenuRequested(m_members->viewport()->mapToGlobal(at));
    });
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(metrics::Grid);
    m_parts->addWidget(m_column);
    m_parts->addWidget(members);
    m_parts->setStretchFactor(1, 1);
    connect(m_parts, &QSplitter::splitterMoved, this, [this] { m_isFitted = true; });
    auto* all = new QWidget;
    auto* rows = new QVBoxLayout(all);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* problem = new QHBoxLayout;
    problem->setContentsMargins(metrics::Margin, metrics::Grid, metrics::Margin, 0);
    problem->addWidget(m_problem);
    for (QWidget* box : {static_cast<QWidget*>(m_noteBox), static_cast<QWidget*>(m_muteBox),
                         static_cast<QWidget*>(m_mergeBox), m_acts}) {
        rows->addWidget(box);
    }
    rows->addLayout(problem);
    rows->addWidget(m_parts, 1);
    m_problem->hide();
    return all;
}

void IncidentPanel::connectBoxes()
{
    connect(m_noteBox, &ActBox::accepted, this, &IncidentPanel::acknowledged);
    connect(m_muteBox, &MuteBox::muted, this, &IncidentPanel::muted);
    connect(m_muteBox, &MuteBox::unmuted, this, &IncidentPanel::unmuted);
    connect(m_mergeBox, &MergeBox::chosen, this, &IncidentPanel::merged);
    for (ActBox* box : {m_noteBox, static_cast<ActBox*>(m_muteBox), static_cast<ActBox*>(m_mergeBox)}) {
        connect(box, &ActBox::left, this, &IncidentPanel::boxLeft);
    }
}

void IncidentPanel::setIncident(const QString& id)
{
    const Incident* found = id.isEmpty() ? nullptr : m_ports.incidents.find(id);
    const QString before = m_incident ? m_incident->id : QString();
    m_incident = found == nullptr ? std::nullopt : std::optional(*found);
    const bool isOther = (m_incident ? m_incident->id : QString()) != before;
    if (isOther) {
        leaveBoxes();
        sayProblem({});
    }
    m_model.setIncident(m_incident ? m_incident->id : QString());
    if (isOther) {
        m_members->unfoldFew();
    }
    if (m_incident) {
        showIncident();
    } else {
        showNone();
    }
}

void IncidentPanel::refresh(Timestamp now)
{
    m_now = now;
    if (!m_incident) {
        return;
    }
    if (!m_isFrozen) {
        // Under another id it goes on; when it is gone for good, its last word stays.
        if (const Incident* found = m_ports.incidents.find(m_incident->id)) {
            m_incident = *found;
        }
    }
    showIncident();
}

void IncidentPanel::setFrozen(bool frozen)
{
    m_isFrozen = frozen;
    m_alerts.setFrozen(frozen);
    m_model.setFrozen(frozen);
}

void IncidentPanel::showNone()
{
    setTitle(tr("Incident"));
    setStatus(std::nullopt);
    setNote({});
    m_hint->setText(tr("Choose an incident to see what is wrong, since when, and what was measured."));
    for (QWidget* section : {static_cast<QWidget*>(m_symptom), static_cast<QWidget*>(m_doubt), m_facts,
                             m_touched, static_cast<QWidget*>(m_evidence)}) {
        m_column->setSectionVisible(section, false);
    }
    m_column->setSectionVisible(m_hint, true);
    m_acts->hide();
    m_members->parentWidget()->hide();
}

void IncidentPanel::showIncident()
{
    const Incident& incident = *m_incident;
    setTitle(words::visible(words::clipped(incident.title)));
    setStatus(words::statusOf(incident));
    //: %1 a state, %2 a time, %3 a duration
    setNote(tr("%1 · opened %2 · %3")
                .arg(words::incidentState(incident), words::shortTime(incident.openedAt, m_now),
                     formatDuration(lengthOf(incident, m_now))));
    m_symptom->setText(symptomOf(incident, m_alerts));
    const QString doubt = doubtOf(incident);
    m_doubt->setText(doubt);
    m_details->setDetails(incidentDetails(incident, m_now));
    m_persons->setDetails(personDetails(incident, m_now));
    for (QWidget* section : {static_cast<QWidget*>(m_symptom), m_facts, static_cast<QWidget*>(m_evidence)}) {
        m_column->setSectionVisible(section, true);
    }
    m_column->setSectionVisible(m_hint, false);
    m_column->setSectionVisible(m_doubt, !doubt.isEmpty());
    showTouched();
    showActs();
    m_reader->show(incident, m_now);
    m_membersTitle->setText(tr("Its alerts, folded by kind · %1")
                                .arg(words::alertCount(static_cast<int>(incident.members.size()))));
    m_split->setVisible(incident.members.size() > 1);
    m_members->parentWidget()->show();
    m_members->setNow(m_now);
    fit();
}

void IncidentPanel::showActs()
{
    const bool isMine = !m_incident->owner.isEmpty() && m_incident->owner == m_ports.actor;
    m_take->setText(isMine ? tr("let go") : tr("take over"));
    m_take->updateGeometry();
    m_mute->setText(m_incident->isMuted(m_now) ? tr("muted") : tr("mute"));
    m_mute->updateGeometry();
    m_acts->setVisible(m_incident->isOpen());
}

void IncidentPanel::showTouched()
{
    const std::vector<TouchedThing> things = touchedBy(*m_incident, MostTouched);
    std::vector<Link> links;
    std::ranges::transform(things, std::back_inserter(links), &TouchedThing::link);
    m_column->setSectionVisible(m_touched, !things.empty());
    if (links == m_links) {
        return;
    }
    m_links = links;
    QLayout* row = m_touched->layout();
    while (QLayoutItem* old = row->takeAt(0)) {
        if (old->widget() != nullptr) {
            old->widget()->hide();
            old->widget()->deleteLater(); // later: it may be the one that was pressed
        }
        delete old;
    }
    for (const TouchedThing& thing : things) {
        auto* chip = new Chip(m_theme, Chip::Kind::Control);
        chip->setText(QStringLiteral("→ ") + words::visible(words::clipped(thing.name, LongestName)));
        chip->setShortcut({}); // an ampersand in a name is none
        chip->setToolTip(words::toolTip(thing.name));
        connect(chip, &Chip::clicked, this, [this, link = thing.link] { Q_EMIT linkActivated(link); });
        row->addWidget(chip);
    }
    static_cast<QHBoxLayout*>(row)->addStretch(1);
}

/// What is told of the incident is as high as it needs, as long as its alerts have some room.
void IncidentPanel::fit()
{
    if (m_isFitted || !isVisible()) {
        return;
    }
    const int wanted = m_column->widget()->minimumSizeHint().height();
    const int height = m_parts->height() - m_parts->handleWidth();
    const int upper = std::clamp(wanted, 0, std::max(0, height - LeastMembers));
    if (m_parts->sizes().value(0) != upper) {
        m_parts->setSizes({upper, height - upper});
    }
}

void IncidentPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    fit();
}

void IncidentPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    fit();
}

void IncidentPanel::askNote()
{
    leaveBoxes();
    m_noteBox->openWith();
}

void IncidentPanel::askMute()
{
    leaveBoxes();
    // From now on, whatever moment the screen shows.
    m_muteBox->openAt(m_ports.alerts.now(), m_incident && m_incident->isMuted(m_ports.alerts.now()));
}

void IncidentPanel::askMerge(std::vector<MergeBox::Candidate> others)
{
    leaveBoxes();
    m_mergeBox->openAmong(std::move(others));
}

bool IncidentPanel::leaveBoxes()
{
    bool isAny = false;
    for (ActBox* box : {m_noteBox, static_cast<ActBox*>(m_muteBox), static_cast<ActBox*>(m_mergeBox)}) {
        isAny = isAny || box->isOpen();
        box->leave();
    }
    return isAny;
}

void IncidentPanel::sayProblem(const QString& problem)
{
    for (ActBox* box : {m_noteBox, static_cast<ActBox*>(m_muteBox), static_cast<ActBox*>(m_mergeBox)}) {
        if (box->isOpen()) {
            box->setProblem(problem);
            return;
        }
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void IncidentPanel::focusEvidence()
{
    m_column->ensureWidgetVisible(m_evidence);
    m_evidence->setFocus(Qt::ShortcutFocusReason);
}

void IncidentPanel::focusMembers()
{
    m_members->setFocus(Qt::ShortcutFocusReason);
    if (!m_members->currentIndex().isValid()) {
        m_members->setCurrentIndex(m_model.index(0, 0));
    }
}

QStringList IncidentPanel::chosenAlerts() const
{
    return m_members->chosenAlerts();
}

bool IncidentPanel::isReading() const
{
    return m_reader->isReading();
}

} // namespace stowage
