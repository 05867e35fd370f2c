// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/self/SelfWatch.h"
#include "views/widgets/Panel.h"

#include <QPointer>

#include <optional>

namespace stowage {

class Chip;
class DetailList;
class Examinations;
class Fleet;
class LineList;
class PhaseBar;
class SideColumn;
class TextLabel;

/// The source that is selected: what is wrong and what to do, who it is, where its time goes, what it could
/// not show, and what the doctor finds.
class SourcePanel : public Panel
{
    Q_OBJECT

public:
    SourcePanel(const Fleet& fleet, Examinations& examinations, const Theme& theme,
                QWidget* parent = nullptr);

    void setSource(std::optional<SourceId> source);
    std::optional<SourceId> source() const { return m_source; }

    /// How this program itself does stands below every source; null: nobody watches.
    void setSelf(const SelfWatch* self);

    /// Its status changed, or ages have grown.
    void refresh();

Q_SIGNALS:
    void examineClicked();

private:
    void addSections();
    void showExamination();
    void showSelf();
    void fill(LineList* list, const std::vector<struct LineItem>& items);

    const Fleet& m_fleet;
    Examinations& m_examinations;
    QPointer<const SelfWatch> m_self;
    std::optional<SourceId> m_source;
    SideColumn* m_column;
    TextLabel* m_hint;
    LineList* m_error;
    DetailList* m_details;
    PhaseBar* m_phases;
    LineList* m_metrics;
    LineList* m_coverage;
    LineList* m_warnings;
    LineList* m_checks;
    DetailList* m_own;
    Chip* m_examine;
};

} // namespace stowage
