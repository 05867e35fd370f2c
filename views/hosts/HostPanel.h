// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostBook.h"
#include "models/metrics/baseline/BaselineBook.h"
#include "views/widgets/Panel.h"

#include <QPointer>

#include <optional>

namespace stowage {

class Chip;
class DetailList;
class HostForecasts;
class LineList;
class LoadPlot;
class SettleBox;
class SideColumn;
class TextLabel;
struct LineItem;

/// The host that is chosen: how it stands and why, what is for a person to settle, what fills up, what it is
/// made of, all that it tells, and who tells it.
class HostPanel : public Panel
{
    Q_OBJECT

public:
    /// `forecasts` and `baselines` may be null. All that is given outlives it.
    HostPanel(HostBook& book, const HostForecasts* forecasts, const Theme& theme, QWidget* parent = nullptr,
              const BaselineBook* baselines = nullptr);

    /// What is usual for services; null: nobody knows.
    void setBaselines(const BaselineBook* baselines) { m_baselines = baselines; }

    /// None: says what to do to see one.
    void setHost(std::optional<HostId> host);

    /// The host has changed, or ages have grown; `now` is the moment that the screen shows.
    void refresh(Timestamp now);

    SettleBox& settleBox() { return *m_settle; }

private:
    void addSections();
    void connectAnswers();
    void showNone();
    void showHost(const Host& host, Timestamp now);
    void showQuestions(const Host& host);
    void showForecasts(const Host& host, Timestamp now);
    void showLoad(const Host& host, Timestamp now);
    void fill(LineList* list, const std::vector<LineItem>& items);
    QString calledBy(const SubjectKey& key) const;

    HostBook& m_book;
    const HostForecasts* m_forecasts;
    QPointer<const BaselineBook> m_baselines;
    std::optional<HostId> m_host;
    Timestamp m_now;
    SideColumn* m_column;
    TextLabel* m_hint;
    LineList* m_alarms;
    Chip* m_seen;
    SettleBox* m_settle;
    LineList* m_filling;
    LineList* m_usual;
    LoadPlot* m_loadPlot;
    LineList* m_load;
    DetailList* m_madeOf;
    DetailList* m_values;
    LineList* m_quarantined;
    LineList* m_containers;
    LineList* m_services;
    LineList* m_subjects;
};

} // namespace stowage
