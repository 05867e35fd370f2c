// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/HostPanel.h"

#include "models/hosts/HostForecasts.h"
#include "models/hosts/HostModel.h"
#include "views/hosts/HostDetails.h"
#include "views/hosts/HostStanding.h"
#include "views/hosts/LoadLines.h"
#include "views/hosts/LoadPlot.h"
#include "views/hosts/SettleBox.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/Chip.h"
#include "views/widgets/SideColumn.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <algorithm>

namespace stowage {

HostPanel::HostPanel(HostBook& book, const HostForecasts* forecasts, const Theme& theme, QWidget* parent,
                     const BaselineBook* baselines)
    : Panel(theme, tr("Host"), parent), m_book(book), m_forecasts(forecasts), m_baselines(baselines),
      m_now(book.now()), m_column(new SideColumn(theme)),
      m_hint(new TextLabel(theme, fonts::body(), Token::Text2)), m_alarms(new LineList(theme)),
      m_seen(new Chip(theme, Chip::Kind::Control)), m_settle(new SettleBox(theme)),
      m_filling(new LineList(theme)), m_usual(new LineList(theme)), m_loadPlot(new LoadPlot(theme)),
      m_load(new LineList(theme)), m_madeOf(new DetailList(theme)), m_values(new DetailList(theme)),
      m_quarantined(new LineList(theme)), m_containers(new LineList(theme)), m_services(new LineList(theme)),
      m_subjects(new LineList(theme))
{
    setFixedWidth(metrics::SidePanel);
    m_hint->setWrapping(true);
    m_seen->setText(tr("Seen"));
    m_seen->setToolTip(tr("Takes the alarm away; the histories stay apart"));
    addSections();
    setBody(m_column);
    connectAnswers();
    showNone();
}

void HostPanel::addSections()
{
    m_column->addSection({}, m_hint);
    m_column->addSection(tr("Identity"), m_alarms);
    m_column->addSection({}, m_seen);
    m_column->addSection(tr("Who is who"), m_settle);
    m_column->addSection(tr("Fills up"), m_filling);
    m_column->addSection(tr("Against its baseline"), m_usual);
    m_column->addSection(tr("Load that it bears"), m_loadPlot);
    m_column->addSection({}, m_load);
    m_column->addSection(tr("What it is made of"), m_madeOf);
    m_values->setKeepsValues(true);
    m_column->addSection(tr("What it tells"), m_values);
    m_column->addSection(tr("Quarantined: cannot be true"), m_quarantined);
    m_column->addSection(tr("Containers"), m_containers);
    m_column->addSection(tr("Services"), m_services);
    m_column->addSection(tr("Who tells of it"), m_subjects);
}

void HostPanel::connectAnswers()
{
    connect(m_settle, &SettleBox::settled, this,
            [this](const SubjectKey& one, const SubjectKey& other, bool isSame) {
                m_book.settle({one, other, isSame, m_book.now()});
            });
    connect(m_settle, &SettleBox::unsettled, &m_book, &HostBook::unsettle);
    connect(m_seen, &Chip::clicked, this, [this] {
        if (!m_host) {
            return;
        }
        // By value: what is dismissed may change the host.
        const std::vector<HostSubject> subjects = m_book.host(*m_host).subjects;
        for (const HostSubject& subject : subjects) {
            m_book.dismiss(subject.key);
        }
    });
}

void HostPanel::setHost(std::optional<HostId> host)
{
    if (m_host != host) {
        m_host = host;
        refresh(m_now);
    }
}

void HostPanel::refresh(Timestamp now)
{
    m_now = now;
    if (m_host && m_book.host(*m_host).isAlive) {
        showHost(m_book.host(*m_host), now);
    } else {
        showNone();
    }
}

void HostPanel::fill(LineList* list, const std::vector<LineItem>& items)
{
    list->setItems(items);
    m_column->setSectionVisible(list, !items.empty());
}

void HostPanel::showNone()
{
    setTitle(tr("Host"));
    setStatus(std::nullopt);
    setNote({});
    m_hint->setText(tr("Choose a row to see what a host is made of, what it tells, and who tells of it."));
    m_column->setSectionVisible(m_hint, true);
    for (LineList* list :
         {m_alarms, m_filling, m_usual, m_load, m_quarantined, m_containers, m_services, m_subjects}) {
        fill(list, {});
    }
    for (QWidget* section :
         {static_cast<QWidget*>(m_seen), static_cast<QWidget*>(m_settle), static_cast<QWidget*>(m_loadPlot),
          static_cast<QWidget*>(m_madeOf), static_cast<QWidget*>(m_values)}) {
        m_column->setSectionVisible(section, false);
    }
}

void HostPanel::showHost(const Host& host, Timestamp now)
{
    const std::vector<LineItem> alarms = alarmLines(host, m_book.alarms(), now);
    const HostWorth worth = worthOf(host, !alarms.empty(), now);
    const StatusCell standing = words::standingOf(host, worth, now);
    setTitle(words::visible(host.name));
    setStatus(standing.status);
    setNote(standing.word);
    m_hint->setText(standing.reason);
    m_column->setSectionVisible(m_hint, !standing.reason.isEmpty());
    fill(m_alarms, alarms);
    m_column->setSectionVisible(m_seen, !alarms.empty());
    showQuestions(host);
    showForecasts(host, now);
    showLoad(host, now);
    m_madeOf->setDetails(madeOf(host, now));
    m_column->setSectionVisible(m_madeOf, true);
    m_values->setDetails(valueDetails(host, now));
    m_column->setSectionVisible(m_values, !host.values.empty());
    fill(m_quarantined, quarantineLines(host, now));
    fill(m_containers, containerLines(host));
    fill(m_services, serviceLines(host));
    fill(m_subjects, subjectLines(host, now));
}

void HostPanel::showQuestions(const Host& host)
{
    const auto isOfThis = [&host](const auto& pair) {
        return std::ranges::any_of(host.subjects, [&pair](const HostSubject& subject) {
            return subject.key == pair.one || subject.key == pair.other;
        });
    };
    std::vector<SettleBox::Question> questions;
    for (const HostAmbiguity& ambiguity : m_book.ambiguities()) {
        if (isOfThis(ambiguity)) {
            questions.push_back({ambiguity, tr("Is %1 the same machine as %2?")
                                                .arg(calledBy(ambiguity.one), calledBy(ambiguity.other))});
        }
    }
    std::vector<SettleBox::Answer> answers;
    for (const HostDecision& decision : m_book.decisions()) {
        if (isOfThis(decision)) {
            const QString text =
                decision.isSame ? tr("%1 is the same machine as %2.") : tr("%1 is another machine than %2.");
            answers.push_back({decision, text.arg(calledBy(decision.one), calledBy(decision.other))});
        }
    }
    m_settle->setContent(questions, answers);
    m_column->setSectionVisible(m_settle, !questions.empty() || !answers.empty());
}

/// "n1 (prom, 10.0.0.7)": by the name that its host has, and what tells it from others of that name.
QString HostPanel::calledBy(const SubjectKey& key) const
{
    const std::optional<HostId> host = m_book.find(key);
    if (!host) {
        return words::visible(key.subject);
    }
    const std::vector<HostSubject>& subjects = m_book.host(*host).subjects;
    const auto subject = std::ranges::find(subjects, key, &HostSubject::key);
    const bool hasAddress = subject != subjects.end() && !subject->identity.addresses.isEmpty();
    //: %1 is a machine, %2 the source that tells of it, %3 its address or id there
    return tr("%1 (%2, %3)")
        .arg(words::visible(m_book.host(*host).name), words::visible(key.source),
             words::visible(hasAddress ? subject->identity.addresses.constFirst() : key.subject));
}

void HostPanel::showForecasts(const Host& host, Timestamp now)
{
    std::vector<LineItem> lines;
    if (m_forecasts != nullptr) {
        for (const HostForecast& forecast : m_forecasts->of(host.id)) {
            lines.push_back({Status::Warning, forecastText(forecast, now), {}, {}, {}});
        }
    }
    fill(m_filling, lines);
}

void HostPanel::showLoad(const Host& host, Timestamp now)
{
    const HostValue* requests = host.value(QStringLiteral("requests.perSecond"));
    const LoadStanding* load =
        m_baselines && requests != nullptr ? m_baselines->loadOf(requests->from) : nullptr;
    fill(m_usual, m_baselines ? baselineLines(host, *m_baselines, now) : std::vector<LineItem>());
    m_column->setSectionVisible(m_loadPlot, load != nullptr && !load->model.bins.empty());
    if (load == nullptr) {
        fill(m_load, {});
        return;
    }
    const std::optional<double> current =
        requests->isStale(now) ? std::nullopt : std::optional(requests->value);
    m_loadPlot->setModel(load->model, current);
    fill(m_load, loadLines(load->model, current));
}

} // namespace stowage
