// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineEntry.h"
#include "views/shell/Link.h"
#include "views/widgets/Panel.h"

#include <optional>

namespace stowage {

class Chip;
class DetailList;
class SideColumn;
class TextLabel;

/// The chosen entry of the timeline in full, and where it leads.
class TimelineDetails : public Panel
{
    Q_OBJECT

public:
    explicit TimelineDetails(const Theme& theme, QWidget* parent = nullptr);

    /// Null: none is chosen, and `hint` says what is, if anything. `now`: the moment that the screen shows.
    /// `isIncidentKnown`: there is more to be seen of the incident that it belongs to.
    void setEntry(const TimelineEntry* entry, Timestamp now, bool isIncidentKnown = true,
                  const QString& hint = {});

    /// Where its chips lead: its incident, then its host or source.
    std::vector<Link> links() const;
    void openFirst();

Q_SIGNALS:
    void linkActivated(const stowage::Link& link);

private:
    void showLinks(const TimelineEntry& entry, bool isIncidentKnown);

    SideColumn* m_column;
    TextLabel* m_hint;
    TextLabel* m_summary;
    QWidget* m_links;
    Chip* m_incident;
    Chip* m_subject;
    DetailList* m_details;
    DetailList* m_labels;
    std::optional<Link> m_toIncident;
    std::optional<Link> m_toSubject;
};

} // namespace stowage
