// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/fleet/SourceModel.h"
#include "views/shell/Page.h"
#include "views/sources/Examinations.h"
#include "views/sources/SourcesState.h"

namespace stowage {

class Clock;
class FilterLine;
class Panel;
class SourcePanel;
class StatefulView;
class Table;
class Theme;

/// Each connection: how it stands, who answers, how fast by phase, what it could not show, and the doctor.
/// Fleet, doctor, clock and theme outlive it.
class SourcesPage : public Page
{
    Q_OBJECT

public:
    /// `doctor` may be null: then nothing can be examined here.
    SourcesPage(Fleet& fleet, Doctor* doctor, const Clock& clock, const Theme& theme,
                QWidget* parent = nullptr);

    QString title() const override;
    std::vector<KeyHelp> keysHelp() const override;
    void focusFilter() override;
    bool back() override;
    QString item() const override;
    bool open(const QString& item) override;
    void tick() override;

    const SourcesState& state() const { return m_state; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void setUpTable();
    void showSources();
    void showNote();
    void applyFilter(const QString& text);
    void select(int row);
    void examineSelected();
    void doTheOneThing();
    const SourceStatus& statusAt(const QModelIndex& index) const;

    Fleet& m_fleet;
    const Clock& m_clock;
    const Theme& m_theme;
    SourceModel m_model;
    Examinations m_examinations;
    SourcesState m_state;
    Panel* m_panel;
    FilterLine* m_filter;
    Table* m_table;
    StatefulView* m_view;
    SourcePanel* m_source;
};

} // namespace stowage
