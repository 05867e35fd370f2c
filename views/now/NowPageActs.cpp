// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the page of what is wrong now, its filter, what a person does there, and where he goes.
#include "models/alerts/incidents/IncidentBook.h"
#include "models/ports/Clock.h"
#include "views/now/IncidentExportChip.h"
#include "views/now/IncidentWords.h"
#include "views/now/NowPage.h"
#include "views/shell/Finder.h"
#include "views/widgets/FilterLine.h"
#include "views/widgets/Table.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

namespace stowage {

namespace {

constexpr int MostMergeTargets = 10;
constexpr Millis SayFor = std::chrono::minutes(1);

} // namespace

std::vector<KeyHelp> NowPage::keysHelp() const
{
    std::vector<KeyHelp> keys{
        {QStringLiteral("e"), tr("evidence")},
        {QStringLiteral("a"), tr("acknowledge")},
        {QStringLiteral("m"), tr("mute, with an end")},
        {QStringLiteral("u"), tr("take over, or let go")},
        {QStringLiteral("Enter"), tr("into its alerts; there Enter opens a kind")},
        {QStringLiteral("s"), tr("split the chosen alerts off")},
        {QStringLiteral("j"), tr("merge into another incident")},
        {QStringLiteral("/"), tr("filter: owner:mei severity=critical alerts>10 age>1h")},
        {QStringLiteral("↑ ↓"), tr("choose an incident")},
    };
    if (m_export != nullptr) {
        keys.push_back({QStringLiteral("o"), tr("export")});
    }
    return keys;
}

void NowPage::setUpMenus()
{
    connect(m_detail, &IncidentPanel::acknowledged, this, &NowPage::acknowledge);
    connect(m_detail, &IncidentPanel::muted, this, &NowPage::mute);
    connect(m_detail, &IncidentPanel::unmuted, this, &NowPage::unmute);
    connect(m_detail, &IncidentPanel::merged, this, &NowPage::merge);
    connect(m_detail, &IncidentPanel::boxLeft, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_detail, &IncidentPanel::actRequested, this,
            [this](char key) { act(static_cast<char16_t>(key)); });
    connect(m_detail, &IncidentPanel::membersMenuRequested, this, &NowPage::openMembersMenu);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { openListMenu(m_table->viewport()->mapToGlobal(at)); });
    if (m_export != nullptr) {
        connect(m_export, &IncidentExportChip::done, this, &NowPage::say);
    }
}

void NowPage::keyPressEvent(QKeyEvent* event)
{
    constexpr Qt::KeyboardModifiers Others = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const QString typed = (event->modifiers() & Others) == Qt::NoModifier ? event->text() : QString();
    if (typed.size() != 1 || !act(typed.at(0).unicode())) {
        Page::keyPressEvent(event);
    }
}

bool NowPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress) {
        m_isLed = false;
    }
    return Page::eventFilter(watched, event);
}

/// False when the key means nothing here.
bool NowPage::act(char16_t key)
{
    const bool hasOne = !m_chosen.isEmpty() && m_detail->incident();
    const bool isOpen = hasOne && m_detail->incident()->isOpen();
    m_isLed = false;
    switch (key) {
    case u'a':
        if (isOpen) {
            m_detail->askNote();
        }
        return true;
    case u'm':
        if (isOpen) {
            m_detail->askMute();
        }
        return true;
    case u'u':
        if (isOpen) {
            toggleOwner();
        }
        return true;
    case u'j':
        if (isOpen) {
            askMerge();
        }
        return true;
    case u's':
        if (hasOne) {
            split();
        }
        return true;
    case u'e':
        if (hasOne) {
            m_detail->focusEvidence();
        }
        return true;
    case u'o':
        if (m_export != nullptr) {
            m_export->openMenu();
        }
        return m_export != nullptr;
    default:
        return false;
    }
}

/// The act shows when it comes back from the log.
void NowPage::settle(const Result<void>& result, const QString& done)
{
    if (!result) {
        m_detail->sayProblem(words::reason(result.error()));
        return;
    }
    m_detail->leaveBoxes();
    m_detail->sayProblem(isFrozen() ? tr("%1 The screen is frozen: it shows when you go live.").arg(done)
                                    : QString());
    m_table->setFocus();
}

/// Beside the list, which is there whether or not an incident is chosen.
void NowPage::say(const Result<QString>& result)
{
    m_said->setInk(result ? Token::Text2 : Token::Warning);
    m_said->setText(result ? *result : result.error().text());
    m_said->show();
    m_clock.after(SayFor, this, [this, said = ++m_sayings] {
        if (said == m_sayings) {
            m_said->setText({});
            m_said->hide();
        }
    });
}

QString NowPage::said() const
{
    return m_said->text();
}

void NowPage::acknowledge(const QString& note)
{
    settle(m_ports.incidents.acknowledge(m_chosen, m_ports.actor, note), tr("Acknowledged."));
}

void NowPage::toggleOwner()
{
    // As it is now, though the screen may be frozen.
    const Incident* incident = m_ports.incidents.find(m_chosen);
    const bool isMine = incident != nullptr && !incident->owner.isEmpty() && incident->owner == m_ports.actor;
    settle(isMine ? m_ports.incidents.release(m_chosen, m_ports.actor)
                  : m_ports.incidents.takeOver(m_chosen, m_ports.actor),
           isMine ? tr("Let go.") : tr("Taken over."));
}

void NowPage::mute(Timestamp until)
{
    settle(m_ports.incidents.mute(m_chosen, m_ports.actor, until), tr("Muted."));
}

void NowPage::unmute()
{
    settle(m_ports.incidents.unmute(m_chosen, m_ports.actor), tr("No longer muted."));
}

void NowPage::askMerge()
{
    std::vector<MergeBox::Candidate> others;
    for (const Incident& incident : m_ports.incidents.incidents()) {
        if (incident.isOpen() && incident.id != m_chosen) {
            others.push_back({incident.id, incident.title});
        }
    }
    m_detail->askMerge(std::move(others));
}

void NowPage::merge(const QString& into)
{
    settle(m_ports.incidents.merge(into, m_chosen, m_ports.actor), tr("Merged."));
}

void NowPage::split()
{
    const QStringList alerts = m_detail->chosenAlerts();
    if (alerts.isEmpty()) {
        m_detail->sayProblem(tr("Choose one or more of its alerts first: Enter goes there."));
        return;
    }
    settle(m_ports.incidents.split(m_chosen, alerts, m_ports.actor), tr("Split off."));
}

void NowPage::openListMenu(const QPoint& at)
{
    if (m_chosen.isEmpty()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, char16_t key) {
        menu->addAction(text, this, [this, key] { act(key); });
    };
    if (m_detail->incident() && m_detail->incident()->isOpen()) {
        add(tr("Acknowledge with a note…"), u'a');
        add(tr("Take over, or let go"), u'u');
        add(tr("Mute until…"), u'm');
        QMenu* into = menu->addMenu(tr("Merge into"));
        for (const Incident& incident : m_ports.incidents.incidents()) {
            if (into->actions().size() == MostMergeTargets) {
                break;
            }
            if (incident.isOpen() && incident.id != m_chosen) {
                // An ampersand would be taken for a shortcut.
                QString text = words::visible(words::clipped(incident.title, 80));
                text.replace(QLatin1Char('&'), QStringLiteral("&&"));
                into->addAction(text, this, [this, id = incident.id] { merge(id); });
            }
        }
        into->addSeparator();
        into->addAction(tr("Another…"), this, [this] { askMerge(); });
        menu->addSeparator();
    }
    add(tr("Evidence"), u'e');
    menu->addAction(tr("Copy a link to it"), this, [this] {
        QGuiApplication::clipboard()->setText(Link{QStringLiteral("incident"), m_chosen}.toString());
    });
    menu->popup(at);
}

void NowPage::openMembersMenu(const QPoint& at)
{
    const QStringList alerts = m_detail->chosenAlerts();
    if (alerts.isEmpty()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(alerts.size() == 1
                        ? tr("Split this alert off")
                        : tr("Split these %Ln alerts off", nullptr, static_cast<int>(alerts.size())),
                    this, [this] { split(); });
    menu->popup(at);
}

std::vector<Destination> NowPage::destinations() const
{
    std::vector<Destination> all;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const Incident& incident = m_model.incident(row);
        all.push_back({Destination::Kind::Incident,
                       words::clipped(incident.title),
                       QStringLiteral("%1 · %2").arg(incident.id, words::incidentState(incident)),
                       {id(), incident.id}});
    }
    return all;
}

void NowPage::applyFilter(const QString& text)
{
    auto filter = IncidentFilter::parse(text);
    m_line->setProblem(filter ? QString() : filter.error().text());
    if (filter) {
        m_filter.setFilter(*std::move(filter));
        showChosen();
        showCount();
    }
}

void NowPage::focusFilter()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void NowPage::doTheOneThing()
{
    switch (m_state.todo) {
    case NowState::Todo::None:
        break;
    case NowState::Todo::Refresh:
        Q_EMIT refreshRequested({});
        break;
    case NowState::Todo::SeeSources:
        Q_EMIT linkActivated({QStringLiteral("sources"), m_state.source});
        break;
    }
}

} // namespace stowage
