// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/ProgramFacts.h"

#include "models/self/SelfWatch.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Stalls,
    LongestStall,
    Memory,
    DiskFree,
    DiskFreePercent,
    QueuePercent,
    QueueName,
    QueueWaiting,
    Uptime
};

FactSchema makeSchema()
{
    return {QStringLiteral("stowage"),
            SubjectKind::Stowage,
            {
                {QStringLiteral("stalls"), FactUnit::Count},
                {QStringLiteral("stalls.longest"), FactUnit::Seconds},
                {QStringLiteral("memory.bytes"), FactUnit::Bytes},
                {QStringLiteral("disk.free"), FactUnit::Bytes},
                {QStringLiteral("disk.free.percent"), FactUnit::Percent},
                {QStringLiteral("queue.percent"), FactUnit::Percent},
                {QStringLiteral("queue.name"), FactUnit::Text},
                {QStringLiteral("queue.waiting"), FactUnit::Count},
                {QStringLiteral("uptime"), FactUnit::Duration},
            }};
}

constexpr double Whole = 100;

/// The queue that is fullest, of those with a bound.
void putQueue(const SelfFigures& figures, FactTable& table, size_t row)
{
    double fullest = 0;
    for (const SelfQueue& queue : figures.queues) {
        const double percent =
            queue.most > 0 ? Whole * static_cast<double>(queue.waiting) / static_cast<double>(queue.most) : 0;
        if (percent >= fullest) {
            fullest = percent;
            table.set(row, QueuePercent, percent);
            table.set(row, QueueWaiting, static_cast<double>(queue.waiting));
            table.setText(row, QueueName, queue.name);
        }
    }
}

} // namespace

const FactSchema& ProgramFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void ProgramFacts::gather(const FactWorld& world, Timestamp now, FactTable& table)
{
    if (world.self == nullptr || world.self->figures().at == Timestamp{}) {
        return;
    }
    const SelfFigures& figures = world.self->figures();
    const size_t row = table.add(QStringLiteral("stowage"));
    const auto asNumber = [](const std::optional<qint64>& value) {
        return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
    };
    table.set(row, Stalls, static_cast<double>(figures.stalls.recent));
    table.set(row, LongestStall, std::chrono::duration<double>(figures.stalls.longest).count());
    table.set(row, Memory, asNumber(figures.residentBytes));
    table.set(row, DiskFree, asNumber(figures.diskFreeBytes));
    if (figures.diskFreeBytes && figures.diskBytes && *figures.diskBytes > 0) {
        table.set(row, DiskFreePercent,
                  Whole * static_cast<double>(*figures.diskFreeBytes) /
                      static_cast<double>(*figures.diskBytes));
    }
    table.set(row, Uptime, std::chrono::duration<double>(now - figures.startedAt).count());
    putQueue(figures, table, row);
    table.setKnown();
}

} // namespace stowage
