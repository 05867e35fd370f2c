// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/Link.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace stowage {

struct Destination;

/// A key and what it does here, for the foot and the help.
struct KeyHelp
{
    QString key;  ///< "/", "Enter"
    QString does; ///< "filter", translated
};

/// One page of the shell's content area. The shell owns it, tells it when it is looked at, and gives it the
/// keys that every page knows. A page reads everything it needs from what its constructor was given.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// What never changes of a page.
    struct Identity
    {
        QString id;   ///< "fleet": its name in links
        int key = 0;  ///< the digit that opens it
        QString icon; ///< "fleet": resources/icons/fleet.svg
    };

    explicit Page(Identity identity, QWidget* parent = nullptr);

    const QString& id() const { return m_identity.id; }
    int key() const { return m_identity.key; }
    const QString& icon() const { return m_identity.icon; }

    /// Its name on the rail, translated.
    virtual QString title() const = 0;

    /// The keys that work here beside the shell's own, most useful first.
    virtual std::vector<KeyHelp> keysHelp() const { return {}; }

    /// `/`: puts the cursor into the page's filter, if it has one.
    virtual void focusFilter() {}

    /// `Esc`: one step back within the page (clear the filter, close the detail). False when there was
    /// nothing to do.
    virtual bool back() { return false; }

    /// What is looked at now, as Link::item.
    virtual QString item() const { return {}; }

    /// Looks at this item. False when it is not there; the page then says so in its own words.
    virtual bool open(const QString& item);

    /// What is here that somebody may want to go to by its name, and that the fleet does not know.
    virtual std::vector<Destination> destinations() const;

    /// Whether the page is the one on the screen. A hidden page should not work.
    bool isActive() const { return m_active; }
    void setActive(bool active);

    /// Whether the reader made the screen stand still: then nothing that arrives may show, and what is asked
    /// for is asked as of the moment at which it stands.
    bool isFrozen() const { return m_frozen; }
    void setFrozen(bool frozen);

    /// About once a second while active: ages have grown, repaint them.
    virtual void tick() {}

    /// How many things are open here; the rail shows it when it is not 0.
    int badge() const { return m_badge; }

Q_SIGNALS:
    void badgeChanged(int count);
    void keysChanged();                             ///< keysHelp() answers otherwise now
    void itemChanged();                             ///< item() answers otherwise now
    void linkActivated(const stowage::Link& link);  ///< somebody wants to go there
    void refreshRequested(const QString& sourceId); ///< read this source anew; empty: all of them

protected:
    void setBadge(int count);

    /// setActive() changed it.
    virtual void activeChanged() {}

    /// setFrozen() changed it.
    virtual void frozenChanged() {}

private:
    Identity m_identity;
    bool m_active = false;
    bool m_frozen = false;
    int m_badge = 0;
};

} // namespace stowage
