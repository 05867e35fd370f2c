// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/PrewarmPrinter.h"

#include "app/json/PlanJson.h"
#include "app/run/Console.h"
#include "app/run/TextTable.h"
#include "models/placement/PlacementMap.h"
#include "models/placement/PlacementPolicies.h"
#include "models/placement/PrewarmPlanning.h"
#include "models/placement/PrewarmRequest.h"
#include "models/placement/PrewarmStepModel.h"
#include "models/placement/PrewarmSummary.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrewarmPrinter)
};

QString lines(const QString& title, const QStringList& entries)
{
    QString text;
    if (!entries.isEmpty()) {
        text = QLatin1Char('\n') + title + QLatin1Char('\n');
    }
    for (const QString& entry : entries) {
        text += QStringLiteral("  %1\n").arg(TextTable::printable(entry));
    }
    return text;
}

/// The steps wave by wave, each with its reason below it.
QString table(const PrewarmStepModel& model)
{
    const QStringList rows = TextTable::lines(model, model.columnOf(QStringLiteral("reason")));
    QString text = rows.front() + QLatin1Char('\n');
    const PrewarmPlan& plan = model.plan();
    for (size_t i = 0; i < plan.steps.size(); ++i) {
        const PrewarmStep& step = plan.steps[i];
        if (i == 0 || plan.steps[i - 1].wave != step.wave) {
            text += QStringLiteral("── %1\n").arg(prewarmWaveText(plan, step.wave));
        }
        text += rows[static_cast<qsizetype>(i) + 1] + QLatin1Char('\n');
        text += QStringLiteral("      %1\n").arg(TextTable::printable(step.reason));
    }
    return text;
}

} // namespace

Result<ExitStatus> PrewarmPrinter::print() const
{
    const auto planned = plan();
    if (!planned) {
        return fail(planned.error());
    }
    if (m_invocation.json) {
        Console::print(planDocument(*planned, m_profile.name));
    } else {
        Console::print(words(*planned));
    }
    return planned->refused.empty() ? ExitStatus::Fine : ExitStatus::Findings;
}

Result<PrewarmPlan> PrewarmPrinter::plan() const
{
    const PlacementMap map = PlacementMap::read(m_fleet);
    auto images = imagesNamed(map, m_invocation.arguments);
    if (!images) {
        return fail(std::move(images.error()));
    }
    PrewarmRequest request;
    request.images = std::move(*images);
    request.platform = m_invocation.platform;
    request.copies = static_cast<quint32>(m_invocation.copies);
    request.zones = static_cast<quint32>(m_invocation.zones);
    return planPrewarm(prewarmProblem(map, m_profile.policies(), request, nodeFacts(m_fleet, m_hosts), {}),
                       m_fleet.now());
}

QString PrewarmPrinter::words(const PrewarmPlan& plan)
{
    PrewarmStepModel model;
    model.setPlan(plan);
    QString text = plan.steps.empty() ? QString() : table(model) + QLatin1Char('\n');
    for (const QString& line : prewarmSummary(plan)) {
        text += line + QLatin1Char('\n');
    }
    QStringList effects;
    for (const PrewarmEffect& effect : plan.effects) {
        effects << effect.text;
    }
    QStringList refused;
    for (const PrewarmRefusal& refusal : plan.refused) {
        refused << QStringLiteral("▲ %1 %2: %3").arg(refusal.reference(), refusal.platform, refusal.reason);
    }
    text += lines(Words::tr("What it would do:"), effects);
    text += lines(Words::tr("What cannot be met:"), refused);
    if (!plan.steps.empty()) {
        text += QLatin1Char('\n') +
                Words::tr("Plan %1, good until %2. Only a plan: nothing was done.")
                    .arg(plan.hash, toRfc3339(plan.expires)) +
                QLatin1Char('\n');
    }
    return text;
}

} // namespace stowage
