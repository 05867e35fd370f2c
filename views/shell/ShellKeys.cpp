// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the shell, and what it tells in bar, strip and foot.
#include "models/fleet/Fleet.h"
#include "views/shell/FleetGate.h"
#include "views/shell/Foot.h"
#include "views/shell/Page.h"
#include "views/shell/Shell.h"
#include "views/shell/TopBar.h"
#include "views/widgets/StateNotice.h"
#include "views/widgets/Words.h"

#include <QKeyEvent>

#include <algorithm>

namespace stowage {

namespace {

constexpr size_t FootKeys = 4;

} // namespace

void Shell::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(*event)) {
        QWidget::keyPressEvent(event);
    }
}

bool Shell::handleKey(const QKeyEvent& event)
{
    if (event.modifiers() == Qt::ControlModifier && event.key() == Qt::Key_T) {
        Q_EMIT themeSwitchRequested();
        return true;
    }
    if ((event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != Qt::NoModifier) {
        return false;
    }
    if (event.key() == Qt::Key_Escape) {
        back();
        return true;
    }
    if (event.text().size() != 1) {
        return false;
    }
    const char16_t typed = event.text().at(0).unicode();
    switch (typed) {
    case u' ':
        setFrozen(!isFrozen());
        return true;
    case u':':
        openPalette();
        return true;
    case u'?':
        openHelp();
        return true;
    case u'/':
        if (m_current != nullptr) {
            m_current->focusFilter();
        }
        return true;
    case u'y':
        copyLink();
        return true;
    case u'r':
        Q_EMIT refreshRequested({});
        say(tr("Reading all sources anew"));
        return true;
    case u'[':
        travel(m_history.back());
        return true;
    case u']':
        travel(m_history.forward());
        return true;
    default:
        break;
    }
    const auto wanted = std::find_if(m_pages.begin(), m_pages.end(),
                                     [typed](const Page* page) { return u'0' + page->key() == typed; });
    return wanted != m_pages.end() && go({(*wanted)->id(), {}});
}

std::vector<KeyHelp> Shell::ownKeys() const
{
    std::vector<Page*> ordered(m_pages);
    std::sort(ordered.begin(), ordered.end(),
              [](const Page* a, const Page* b) { return a->key() < b->key(); });
    std::vector<KeyHelp> keys;
    keys.reserve(ordered.size());
    for (const Page* page : ordered) {
        keys.push_back({QString::number(page->key()), page->title()});
    }
    const std::vector<KeyHelp> rest{
        {QStringLiteral(":"), tr("go to anything")},
        {QStringLiteral("/"), tr("filter")},
        {tr("Space"), isFrozen() ? tr("go live") : tr("freeze the screen")},
        {QStringLiteral("r"), tr("read all sources anew")},
        {QStringLiteral("y"), tr("copy a link to this place")},
        {QStringLiteral("["), tr("where you were before")},
        {QStringLiteral("]"), tr("forward again")},
        {QStringLiteral("Esc"), tr("back")},
        {QStringLiteral("Ctrl+T"), tr("dark or light")},
        {QStringLiteral("?"), tr("help")},
    };
    keys.insert(keys.end(), rest.begin(), rest.end());
    return keys;
}

void Shell::showKeys()
{
    std::vector<KeyHelp> keys;
    if (m_current != nullptr) {
        keys = m_current->keysHelp();
        keys.resize(std::min(keys.size(), FootKeys));
    }
    keys.push_back({tr("Space"), isFrozen() ? tr("live") : tr("freeze")});
    keys.push_back({QStringLiteral("?"), tr("help")});
    m_foot->setKeys(std::move(keys));
}

/// As they stand, the frozen ones too: what is not judged anew is not live for ever.
std::vector<SourceStatus> Shell::sourcesNow() const
{
    std::vector<SourceStatus> sources;
    for (const Source& source : m_fleet.sources()) {
        if (!source.isAlive) {
            continue;
        }
        sources.push_back(source.status);
        SourceStatus& status = sources.back();
        if (status.state == Freshness::Live &&
            judge(status.lastAnswer, m_clock.now(), status.limits) != Freshness::Live) {
            status.state = Freshness::Stale;
        }
    }
    return sources;
}

void Shell::showTime()
{
    m_topBar->setTime(m_clock.now(), livenessOf(sourcesNow(), isFrozen()));
}

void Shell::showSources()
{
    m_foot->setSources(sourcesNow(), m_clock.now());
}

void Shell::showFrozen()
{
    m_frozenStrip->setVisible(isFrozen());
    if (!m_frozenSince) {
        return;
    }
    const Timestamp now = m_clock.now();
    //: %1 is a time, %2 a duration
    const QString what = tr("Frozen since %1, %2")
                             .arg(words::utcTime(*m_frozenSince, now), formatDuration(now - *m_frozenSince));
    const QString why = m_gate.waiting() == 0
                            ? tr("What you see stands still; nothing new has come yet.")
                            : tr("What you see stands still; updates that wait: %1.").arg(m_gate.waiting());
    m_frozenStrip->setNotice({Status::Warning, what, why, tr("Go live"), tr("Space")});
}

} // namespace stowage
