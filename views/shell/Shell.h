// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/SourceStatus.h"
#include "models/ports/Clock.h"
#include "views/shell/Context.h"
#include "views/shell/HelpBox.h"
#include "views/shell/PageHistory.h"

#include <QWidget>

#include <optional>
#include <span>
#include <vector>

class QStackedLayout;

namespace stowage {

class Fleet;
class FleetGate;
class Foot;
class Page;
class PaletteBox;
class Rail;
class Scrim;
class StateNotice;
class Theme;
class TopBar;

/// The window: rail, top bar, foot, and one page at a time. It knows pages only by their interface, and
/// drives what grows older: once a second ages are judged anew, unless the screen is frozen.
///
/// All that is given by reference outlives the shell. Keys reach it only when the widget with the focus has
/// no use for them, so nothing fires while somebody types.
class Shell : public QWidget
{
    Q_OBJECT

public:
    Shell(const Context& context, Fleet& fleet, FleetGate& gate, const Clock& clock, const Theme& theme,
          QWidget* parent = nullptr);
    ~Shell() override;

    /// Takes the page over. The first one is opened. Its place on the rail is by its key.
    void addPage(Page* page);

    std::span<Page* const> pages() const { return m_pages; }
    Page* currentPage() const { return m_current; }

    /// Opens a page, and there what the link names. False when there is no such page.
    bool go(const Link& link);

    /// The same for a link from before the fleet was known: what it names is opened as soon as it is there,
    /// and said to be missing once every source has answered or failed. Going elsewhere ends the wait.
    bool goOnceThere(const Link& link);

    bool isFrozen() const { return m_frozenSince.has_value(); }

    /// Holds all that arrives back from the screen, or lets it catch up.
    void setFrozen(bool frozen);

    void openPalette();
    void openHelp();

Q_SIGNALS:
    void refreshRequested(const QString& sourceId); ///< empty: all sources
    void themeSwitchRequested();                    ///< Ctrl+T: the other of dark and light

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void connectOverlays();
    void dim(bool dimmed);
    bool handleKey(const QKeyEvent& event);
    Page* page(const QString& id) const;
    void look(Page* page);
    void travel(const std::optional<Link>& link);
    void openAwaited();
    void back();
    Link here() const;
    void copyLink();
    void tick();
    std::vector<SourceStatus> sourcesNow() const;
    void showTime();
    void showSources();
    void showKeys();
    void showFrozen();
    void say(const QString& words);
    std::vector<KeyHelp> ownKeys() const;

    Fleet& m_fleet;
    FleetGate& m_gate;
    const Clock& m_clock;
    const Theme& m_theme;
    TopBar* m_topBar;
    Rail* m_rail;
    StateNotice* m_frozenStrip;
    QStackedLayout* m_stack;
    Foot* m_foot;
    Scrim* m_scrim;
    PaletteBox* m_palette;
    HelpBox* m_help;
    std::vector<Page*> m_pages;
    Page* m_current = nullptr;
    PageHistory m_history;
    std::optional<Link> m_awaited; ///< what goOnceThere() could not open yet
    std::optional<Timestamp> m_frozenSince;
    int m_said = 0; ///< counts what the foot said, so that only the last is taken back
};

} // namespace stowage
