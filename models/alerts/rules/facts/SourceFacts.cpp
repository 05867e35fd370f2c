// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/SourceFacts.h"

#include "models/fleet/Fleet.h"
#include "models/self/SelfWatch.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    State,
    Kind,
    Age,
    LastAnswer,
    ErrorText,
    ErrorKindName,
    HasList,
    Complete,
    Unread,
    FirstUnread,
    Warnings,
    Requests,
    Failures,
    SweepLag
};

FactSchema makeSchema()
{
    return {QStringLiteral("source"),
            SubjectKind::Source,
            {
                {QStringLiteral("state"), FactUnit::Text},
                {QStringLiteral("kind"), FactUnit::Text},
                {QStringLiteral("age"), FactUnit::Duration},
                {QStringLiteral("since"), FactUnit::Moment},
                {QStringLiteral("error"), FactUnit::Text},
                {QStringLiteral("error.kind"), FactUnit::Text},
                {QStringLiteral("inventory"), FactUnit::Flag},
                {QStringLiteral("complete"), FactUnit::Flag},
                {QStringLiteral("unread"), FactUnit::Count},
                {QStringLiteral("unread.first"), FactUnit::Text},
                {QStringLiteral("warnings"), FactUnit::Count},
                {QStringLiteral("requests.perSecond"), FactUnit::PerSecond},
                {QStringLiteral("failures.percent"), FactUnit::Percent},
                {QStringLiteral("sweep.lag"), FactUnit::Duration},
            }};
}

void putStatus(const SourceStatus& status, Timestamp now, FactTable& table, size_t row)
{
    table.setText(row, State, freshnessName(status.state));
    table.setText(row, Kind, status.kind);
    if (status.lastAnswer != Timestamp{}) {
        table.set(row, Age,
                  std::chrono::duration<double>(std::max(Millis{0}, now - status.lastAnswer)).count());
        table.set(row, LastAnswer, static_cast<double>(status.lastAnswer.time_since_epoch().count()));
    }
    // A word in place of nothing: that there is no error is known.
    table.setText(row, ErrorKindName,
                  status.error ? errorKindName(status.error->kind) : QStringLiteral("none"));
    table.setText(row, ErrorText, status.error ? status.error->message : QString());
    table.set(row, HasList, status.hasInventory() ? 1 : 0);
    table.set(row, Warnings, static_cast<double>(status.warnings.size()));
    if (status.coverage) {
        table.set(row, Complete, status.coverage->complete ? 1 : 0);
        table.set(row, Unread, static_cast<double>(status.coverage->unseen.size()));
        table.setText(row, FirstUnread, status.coverage->unseen.value(0));
    }
}

void putSelf(const SelfFigures& figures, const QString& id, FactTable& table, size_t row)
{
    const auto own = std::ranges::find(figures.sources, id, &SelfSource::id);
    if (own == figures.sources.end()) {
        return;
    }
    table.set(row, Requests, own->perSecond);
    table.set(row, Failures, own->failurePercent);
    if (own->sweepLag) {
        table.set(row, SweepLag, std::chrono::duration<double>(*own->sweepLag).count());
    }
}

} // namespace

const FactSchema& SourceFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void SourceFacts::gather(const FactWorld& world, Timestamp now, FactTable& table)
{
    const Fleet* fleet = world.fleetNow();
    if (fleet == nullptr) {
        return;
    }
    for (const Source& source : fleet->sources()) {
        if (!source.isAlive) {
            continue;
        }
        const bool isTold = source.generation > 0 && source.status.settled;
        const size_t row = table.add(source.status.id, !isTold);
        putStatus(source.status, now, table, row);
        if (world.self != nullptr) {
            putSelf(world.self->figures(), source.status.id, table, row);
        }
    }
    table.setKnown();
}

} // namespace stowage
