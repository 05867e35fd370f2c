// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/DatabaseFacts.h"

#include "models/self/SelfWatch.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Writing,
    Bytes,
    Waiting,
    Dropped,
    Slowest,
    Trouble,
    Name
};

FactSchema makeSchema()
{
    return {QStringLiteral("database"),
            SubjectKind::Stowage,
            {
                {QStringLiteral("writing"), FactUnit::Text},
                {QStringLiteral("bytes"), FactUnit::Bytes},
                {QStringLiteral("waiting"), FactUnit::Count},
                {QStringLiteral("dropped"), FactUnit::Count},
                {QStringLiteral("write.slowest"), FactUnit::Seconds},
                {QStringLiteral("trouble"), FactUnit::Text},
                {QStringLiteral("database"), FactUnit::Text},
            }};
}

} // namespace

const FactSchema& DatabaseFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void DatabaseFacts::gather(const FactWorld& world, Timestamp /*now*/, FactTable& table)
{
    if (world.self == nullptr || world.self->figures().at == Timestamp{}) {
        return;
    }
    for (const SelfDatabase& database : world.self->figures().databases) {
        const size_t row = table.add(database.name);
        table.setAbout(row, QStringLiteral("stowage"));
        table.setText(row, Writing, database.isWriting ? QStringLiteral("yes") : QStringLiteral("no"));
        table.set(row, Bytes, static_cast<double>(database.bytes));
        table.set(row, Waiting, static_cast<double>(database.waiting));
        table.set(row, Dropped, static_cast<double>(database.dropped));
        if (database.slowestWrite || database.isWriting) { // where nothing waits, nothing is slow
            const Millis slowest = database.slowestWrite.value_or(Millis{0});
            table.set(row, Slowest, std::chrono::duration<double>(slowest).count());
        }
        table.setText(row, Trouble, database.trouble);
        table.setText(row, Name, database.name);
    }
    table.setKnown();
}

} // namespace stowage
