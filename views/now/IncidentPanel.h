// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentMemberModel.h"
#include "views/now/MergeBox.h"
#include "views/now/NowPorts.h"
#include "views/now/ShownAlerts.h"
#include "views/shell/Link.h"
#include "views/widgets/Panel.h"

#include <optional>

class QHBoxLayout;
class QSplitter;

namespace stowage {

class Chip;
class DetailList;
class EvidenceReader;
class EvidenceView;
class MemberView;
class MuteBox;
class SideColumn;
class TextLabel;

/// The incident that is chosen: what is wrong, since when, whose it is, what was measured around that time,
/// and its alerts. What a person does to it is typed here, and told by signals.
class IncidentPanel : public Panel
{
    Q_OBJECT

public:
    IncidentPanel(const NowPorts& ports, const Theme& theme, QWidget* parent = nullptr);
    ~IncidentPanel() override;

    /// By any of its ids; empty: none. While frozen it is shown as it is now, and then stands still.
    void setIncident(const QString& id);
    const std::optional<Incident>& incident() const { return m_incident; }

    /// It may be another, or ages have grown; `now` is the moment that the screen shows.
    void refresh(Timestamp now);

    void setFrozen(bool frozen);

    void askNote();
    void askMute();
    void askMerge(std::vector<MergeBox::Candidate> others);
    /// Closes what is asked for; false when nothing is.
    bool leaveBoxes();
    /// Says why something was not done, in the box that is open, else above all.
    void sayProblem(const QString& problem);

    void focusEvidence();
    void focusMembers();

    /// Keys of the alerts that are chosen among its members.
    QStringList chosenAlerts() const;

    EvidenceView& evidence() { return *m_evidence; }
    MemberView& members() { return *m_members; }
    const IncidentMemberModel& memberModel() const { return m_model; }
    bool isReading() const; ///< the evidence is on its way

Q_SIGNALS:
    void acknowledged(const QString& note);
    void muted(stowage::Timestamp until);
    void unmuted();
    void merged(const QString& into);
    void boxLeft(); ///< the focus should go back to the list
    void linkActivated(const stowage::Link& link);
    void actRequested(char key);                 ///< a chip that does what the key does was pressed
    void membersMenuRequested(const QPoint& at); ///< global

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* body();
    QWidget* actRow();
    void addSections();
    void connectBoxes();
    void showNone();
    void showIncident();
    void showTouched();
    void showActs();
    void fit();

    NowPorts m_ports;
    const Theme& m_theme;
    Timestamp m_now{};
    bool m_isFrozen = false;
    bool m_isFitted = false; ///< the reader has not moved the border between facts and alerts
    std::optional<Incident> m_incident;
    ShownAlerts m_alerts;
    IncidentMemberModel m_model;
    QWidget* m_acts;
    Chip* m_take;
    Chip* m_mute;
    Chip* m_split;
    ActBox* m_noteBox;
    MuteBox* m_muteBox;
    MergeBox* m_mergeBox;
    TextLabel* m_problem;
    QSplitter* m_parts;
    SideColumn* m_column;
    TextLabel* m_hint;
    TextLabel* m_symptom;
    TextLabel* m_doubt;
    QWidget* m_facts; ///< both of the next
    DetailList* m_details;
    DetailList* m_persons;
    QWidget* m_touched;
    EvidenceView* m_evidence;
    EvidenceReader* m_reader;
    TextLabel* m_membersTitle;
    MemberView* m_members;
    std::vector<Link> m_links; ///< of the chips of what it touches
};

} // namespace stowage
