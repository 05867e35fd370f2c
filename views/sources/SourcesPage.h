// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/fleet/SourceModel.h"
#include "views/shell/TablePage.h"
#include "views/sources/Examinations.h"
#include "views/sources/SourcesState.h"

namespace stowage {

class Clock;
class SelfWatch;
class SourcePanel;

/// Each connection: how it stands, who answers, how fast by phase, what it could not show, and the doctor.
/// Fleet, doctor, clock and theme outlive it.
class SourcesPage : public TablePage
{
    Q_OBJECT

public:
    /// `doctor` may be null: then nothing can be examined here.
    SourcesPage(Fleet& fleet, Doctor* doctor, const Clock& clock, const Theme& theme,
                QWidget* parent = nullptr);

    /// Who watches how this program itself does; null: nobody.
    void setSelf(const SelfWatch* self);

    static Identity identity();
    static QString name(); ///< title(), of a page that is not built yet

    QString title() const override { return name(); }
    std::vector<KeyHelp> keysHelp() const override;
    void tick() override;

    const SourcesState& state() const { return m_state; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    QString nameOf(RowId row) const override;
    std::optional<RowId> find(const QString& name) const override;
    void choose(std::optional<RowId> row) override;
    void doTheOneThing() override;

private:
    void setUpDelegates();
    void setUpTable();
    void showSources();
    void examineSelected();
    SourcesState judged() const;
    const SourceStatus& statusAt(const QModelIndex& index) const;

    Fleet& m_fleet;
    const Clock& m_clock;
    const Theme& m_theme;
    const Timestamp m_openedAt;
    SourceModel m_model;
    Examinations m_examinations;
    SourcesState m_state;
    SourcePanel* m_source;
};

} // namespace stowage
