// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sources/SourcePanel.h"

#include "models/fleet/Fleet.h"
#include "views/sources/Examinations.h"
#include "views/sources/PhaseBar.h"
#include "views/sources/SelfDetails.h"
#include "views/sources/SourceFacts.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"
#include "views/widgets/SideColumn.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

namespace stowage {

SourcePanel::SourcePanel(const Fleet& fleet, Examinations& examinations, const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Source"), parent), m_fleet(fleet), m_examinations(examinations),
      m_column(new SideColumn(theme)), m_hint(new TextLabel(theme, fonts::body(), Token::Text2)),
      m_error(new LineList(theme)), m_details(new DetailList(theme)), m_phases(new PhaseBar(theme)),
      m_metrics(new LineList(theme)), m_coverage(new LineList(theme)), m_warnings(new LineList(theme)),
      m_checks(new LineList(theme)), m_own(new DetailList(theme)),
      m_examine(new Chip(theme, Chip::Kind::Primary))
{
    setFixedWidth(metrics::SidePanel);
    m_examine->setText(tr("Examine"));
    m_examine->setKey(QStringLiteral("d"));
    m_examine->setVisible(examinations.canExamine());
    addToHead(m_examine);
    m_hint->setWrapping(true);
    m_hint->setText(
        tr("Choose a row to see what a source offers, how it answers and what it could not show."));
    addSections();
    setBody(m_column);
    connect(m_examine, &Chip::clicked, this, &SourcePanel::examineClicked);
    connect(&examinations, &Examinations::changed, this, [this](const QString& id) {
        if (m_source && m_fleet.source(*m_source).status.id == id) {
            showExamination();
        }
    });
    refresh();
}

void SourcePanel::addSections()
{
    m_column->addSection({}, m_hint);
    m_column->addSection(tr("What is wrong"), m_error);
    m_column->addSection(tr("What the doctor finds"), m_checks);
    m_column->addSection(tr("Who it is"), m_details);
    m_column->addSection(tr("Where the time went, newest new connection"), m_phases);
    m_column->addSection(tr("Served by peers, 5 min"), m_metrics);
    m_column->addSection(tr("Coverage"), m_coverage);
    m_column->addSection(tr("Known of it"), m_warnings);
    m_column->addSection(tr("Stowage itself"), m_own);
}

void SourcePanel::setSource(std::optional<SourceId> source)
{
    if (m_source != source) {
        m_source = source;
        refresh();
    }
}

void SourcePanel::setSelf(const SelfWatch* self)
{
    m_self = self;
    showSelf();
}

void SourcePanel::showSelf()
{
    const bool isKnown = m_self && m_self->figures().at != Timestamp{};
    m_column->setSectionVisible(m_own, isKnown);
    if (isKnown) {
        m_own->setDetails(selfDetails(m_self->figures()));
    }
}

void SourcePanel::fill(LineList* list, const std::vector<LineItem>& items)
{
    list->setItems(items);
    m_column->setSectionVisible(list, !items.empty());
}

void SourcePanel::refresh()
{
    const bool known = m_source && m_fleet.source(*m_source).isAlive;
    m_column->setSectionVisible(m_hint, !known);
    m_column->setSectionVisible(m_details, known);
    m_examine->setEnabled(known);
    showSelf();
    if (!known) {
        setTitle(tr("Source"));
        setStatus(std::nullopt);
        setNote({});
        m_column->setSectionVisible(m_phases, false);
        for (LineList* list : {m_error, m_metrics, m_coverage, m_warnings, m_checks}) {
            fill(list, {});
        }
        return;
    }
    const SourceStatus& status = m_fleet.source(*m_source).status;
    setTitle(words::visible(status.id));
    setStatus(words::statusOf(status));
    setNote(words::sourceState(status));
    fill(m_error, errorLines(status));
    m_details->setDetails(sourceDetails(status, m_fleet.now()));
    m_column->setSectionVisible(m_phases, status.phases != PhaseTimes{});
    m_phases->setTimes(status.phases);
    fill(m_metrics, metricLines(m_fleet, *m_source));
    fill(m_coverage, coverageLines(status));
    fill(m_warnings, warningLines(status));
    showExamination();
}

void SourcePanel::showExamination()
{
    const Examinations::Report* report = m_examinations.report(m_fleet.source(*m_source).status.id);
    fill(m_checks, report == nullptr ? std::vector<LineItem>() : checkLines(*report));
}

} // namespace stowage
