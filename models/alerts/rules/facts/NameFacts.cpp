// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/NameFacts.h"

#include "models/alerts/NameBook.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Server,
    V4,
    V6,
    V6Addresses,
    V6Since
};

FactSchema makeSchema()
{
    return {QStringLiteral("name"),
            SubjectKind::Source,
            {
                {QStringLiteral("server"), FactUnit::Text},
                {QStringLiteral("v4"), FactUnit::Text},
                {QStringLiteral("v6"), FactUnit::Text},
                {QStringLiteral("v6.addresses"), FactUnit::Text},
                {QStringLiteral("v6.since"), FactUnit::Moment},
            }};
}

constexpr std::chrono::minutes Old{30}; ///< the name may lead elsewhere since

/// As rules name it; empty for what is not known.
QString answerName(FamilyAnswer answer)
{
    switch (answer) {
    case FamilyAnswer::Answers:
        return QStringLiteral("answers");
    case FamilyAnswer::Dark:
        return QStringLiteral("dark");
    case FamilyAnswer::Unknown:
        break;
    }
    return {};
}

} // namespace

const FactSchema& NameFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void NameFacts::gather(const FactWorld& world, Timestamp now, FactTable& table)
{
    if (world.names == nullptr) {
        return;
    }
    for (const NameNote& note : world.names->notes()) {
        const size_t row = table.add(note.source + u' ' + note.server, now - note.seenAt > Old);
        table.setAbout(row, note.source);
        table.setText(row, Server, note.server);
        table.setText(row, V4, answerName(note.v4Answer));
        table.setText(row, V6, note.v6.isEmpty() ? QStringLiteral("none") : answerName(note.v6Answer));
        table.setText(row, V6Addresses, note.v6.join(QStringLiteral(", ")));
        if (!note.v6.isEmpty()) {
            table.set(row, V6Since, static_cast<double>(note.v6Since.time_since_epoch().count()));
        }
    }
    table.setKnown();
}

} // namespace stowage
