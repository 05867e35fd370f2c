// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/CertificateFacts.h"

#include "models/alerts/CertificateBook.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Server,
    Issuer,
    Left,
    Ends
};

FactSchema makeSchema()
{
    return {QStringLiteral("certificate"),
            SubjectKind::Source,
            {
                {QStringLiteral("server"), FactUnit::Text},
                {QStringLiteral("issuer"), FactUnit::Text},
                {QStringLiteral("left"), FactUnit::Days},
                {QStringLiteral("ends"), FactUnit::Moment},
            }};
}

constexpr std::chrono::days Old{7}; ///< it may have been renewed since

} // namespace

const FactSchema& CertificateFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void CertificateFacts::gather(const FactWorld& world, Timestamp now, FactTable& table)
{
    if (world.certificates == nullptr) {
        return;
    }
    for (const CertificateNote& note : world.certificates->notes()) {
        const size_t row = table.add(note.source + u' ' + note.server, now - note.seenAt > Old);
        table.setAbout(row, note.source);
        table.setText(row, Server, note.server);
        table.setText(row, Issuer, note.issuer);
        table.set(row, Left,
                  static_cast<double>(std::chrono::floor<std::chrono::days>(note.endsAt - now).count()));
        table.set(row, Ends, static_cast<double>(note.endsAt.time_since_epoch().count()));
    }
    table.setKnown();
}

} // namespace stowage
