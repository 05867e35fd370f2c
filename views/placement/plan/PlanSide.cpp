// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/plan/PlanSide.h"

#include "models/core/Listed.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/DetailList.h"
#include "views/widgets/LineList.h"
#include "views/widgets/Panel.h"
#include "views/widgets/Refit.h"
#include "views/widgets/SideColumn.h"
#include "views/widgets/TextLabel.h"
#include "views/widgets/Words.h"

#include <QVBoxLayout>

namespace stowage {

namespace {

constexpr size_t MostLines = 12; // widgets; the rest is counted

std::vector<LineItem> refusalLines(const PrewarmPlan& plan)
{
    std::vector<LineItem> lines;
    for (const PrewarmRefusal& refusal : plan.refused) {
        if (lines.size() == MostLines) {
            const auto more = static_cast<int>(plan.refused.size() - MostLines);
            lines.push_back({std::nullopt, PlanSide::tr("and %n more image(s)", nullptr, more), {}, {}, {}});
            break;
        }
        lines.push_back({Status::Warning,
                         words::visible(refusal.reference()),
                         refusal.platform,
                         words::visible(refusal.reason),
                         {}});
    }
    return lines;
}

std::vector<LineItem> effectLines(const PrewarmPlan& plan)
{
    std::vector<LineItem> lines;
    for (const PrewarmEffect& effect : plan.effects) {
        if (lines.size() == MostLines) {
            const auto more = static_cast<int>(plan.effects.size() - MostLines);
            lines.push_back({std::nullopt, PlanSide::tr("and %n more", nullptr, more), {}, {}, {}});
            break;
        }
        lines.push_back({std::nullopt, {}, {}, words::visible(effect.text), {}});
    }
    return lines;
}

QString sourcesText(const PrewarmStep& step)
{
    QStringList parts;
    for (const PrewarmSupply& supply : step.supplies) {
        parts << QStringLiteral("%1: %2").arg(supply.isUpstream() ? supply.upstream : supply.peer,
                                              formatBytes(supply.bytes));
    }
    return listed(parts);
}

Detail detail(const QString& name, const QString& value)
{
    const QString shown = words::visible(value);
    return {name, shown, false, Token::Text, shown};
}

} // namespace

PlanSide::PlanSide(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_details(new DetailList(theme)),
      m_reason(new TextLabel(theme, fonts::body(), Token::Text)), m_refused(new LineList(theme)),
      m_effects(new LineList(theme)), m_step(makeStep(theme)), m_column(new SideColumn(theme))
{
    setFixedWidth(metrics::SidePanel);
    m_column->addSection(tr("This pull"), m_step);
    m_column->addSection(tr("What cannot be met"), m_refused);
    m_column->addSection(tr("What it would do"), m_effects);
    //: a plan that is looked at before anything is done
    auto* panel = new Panel(theme, tr("Why"));
    panel->setBody(m_column);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(panel);
}

QWidget* PlanSide::makeStep(const Theme&)
{
    m_reason->setWrapping(true);
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::Gap);
    column->addWidget(m_reason);
    column->addWidget(m_details);
    return step;
}

void PlanSide::setPlan(const PrewarmPlan& plan)
{
    m_refused->setItems(refusalLines(plan));
    m_effects->setItems(effectLines(plan));
    m_column->setSectionVisible(m_refused, !plan.refused.empty());
    m_column->setSectionVisible(m_effects, !plan.effects.empty());
    setStep(nullptr);
}

void PlanSide::setStep(const PrewarmStep* step)
{
    m_column->setSectionVisible(m_step, step != nullptr);
    if (step == nullptr) {
        return;
    }
    m_reason->setText(words::visible(step->reason));
    m_details->setDetails({
        detail(tr("Image"), step->reference()),
        detail(tr("Platform"), step->platform.isEmpty() ? tr("not told") : step->platform),
        detail(tr("Node"), step->node),
        detail(tr("Zone"), step->zone.isEmpty() ? tr("none") : step->zone),
        detail(tr("Fetches"), tr("%1 in %n part(s)", nullptr, static_cast<int>(step->pieces - step->held))
                                  .arg(formatBytes(step->bytes))),
        detail(tr("From"), sourcesText(*step)),
        detail(tr("Wave"), QString::number(step->wave)),
    });
    refit(m_reason);
}

} // namespace stowage
