// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/IdentityFacts.h"

#include "models/hosts/HostBook.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Kind,
    From,
    To,
    TextOfIt,
    Teller,
    Since
};

FactSchema makeSchema()
{
    return {QStringLiteral("identity"),
            SubjectKind::Host,
            {
                {QStringLiteral("kind"), FactUnit::Text},
                {QStringLiteral("from"), FactUnit::Text},
                {QStringLiteral("to"), FactUnit::Text},
                {QStringLiteral("text"), FactUnit::Text},
                {QStringLiteral("source"), FactUnit::Text},
                {QStringLiteral("since"), FactUnit::Moment},
            }};
}

} // namespace

const FactSchema& IdentityFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void IdentityFacts::gather(const FactWorld& world, Timestamp /*now*/, FactTable& table)
{
    if (world.hosts == nullptr) {
        return;
    }
    for (const HostAlarm& alarm : world.hosts->alarms()) {
        const size_t row = table.add(alarm.subject.source + u' ' + alarm.subject.subject);
        const auto host = world.hosts->find(alarm.subject);
        table.setAbout(row, host ? world.hosts->host(*host).name : alarm.subject.subject);
        table.setText(row, Kind, hostAlarmKindName(alarm.kind));
        table.setText(row, From, alarm.from);
        table.setText(row, To, alarm.to);
        table.setText(row, TextOfIt, alarm.text());
        table.setText(row, Teller, alarm.subject.source);
        table.set(row, Since, static_cast<double>(alarm.at.time_since_epoch().count()));
    }
    table.setKnown();
}

} // namespace stowage
