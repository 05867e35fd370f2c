// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QStringList>
#include <QTreeView>

namespace stowage {

class IncidentMemberModel;
class MemberDelegate;
class ShownAlerts;
class Theme;

/// The alerts of an incident, folded by kind; a kind opens in place. Letters are left to the page, as in
/// Table; Enter opens and closes.
class MemberView : public QTreeView
{
    Q_OBJECT

public:
    /// The model and the alerts outlive it.
    MemberView(const Theme& theme, IncidentMemberModel& model, const ShownAlerts& alerts,
               QWidget* parent = nullptr);

    /// The moment that the screen shows; what is painted is painted anew.
    void setNow(Timestamp now);

    /// Another incident: few alerts are shown at once, many only by kind.
    void unfoldFew();

    /// Keys of the chosen alerts; of a chosen kind all of its.
    QStringList chosenAlerts() const;

    const MemberDelegate& delegate() const { return *m_delegate; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    IncidentMemberModel& m_model;
    MemberDelegate* m_delegate;
};

} // namespace stowage
