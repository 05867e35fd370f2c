// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentGroup.h"

#include "models/alerts/incidents/IncidentRules.h"

#include <algorithm>

namespace stowage {
namespace {

/// None that can be mistaken for another.
constexpr QLatin1String Letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr unsigned Bits = 5; ///< of a letter

} // namespace

IncidentState IncidentGroup::state() const
{
    if (open == 0) {
        return IncidentState::Resolved;
    }
    return unknown == open ? IncidentState::Unknown : IncidentState::Open;
}

void IncidentGroup::noteJoined(Timestamp at, const IncidentRules& rules)
{
    latest.at(joined % latest.size()) = at;
    ++joined;
    const quint32 over = std::min<quint32>(rules.stormOver, static_cast<quint32>(latest.size()) - 1);
    if (joined > over) {
        const Timestamp before = latest.at((joined - 1 - over) % latest.size());
        isStorm = isStorm || at - before <= rules.storm;
    }
}

QString incidentId(TextKey code, int length)
{
    QString id = QStringLiteral("I-");
    for (int i = 0; i < length; ++i) {
        const auto letter = static_cast<qsizetype>((code >> (Bits * static_cast<unsigned>(i))) & 31U);
        id += Letters.at(letter);
    }
    return id;
}

IncidentIdMatch::IncidentIdMatch(QStringView id)
{
    const QStringView digits = id.mid(2);
    if (!id.startsWith(QLatin1String("I-"), Qt::CaseInsensitive) || digits.size() < 6 || digits.size() > 12) {
        return;
    }
    TextKey code = 0;
    TextKey mask = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const char16_t digit = digits.at(i).toUpper().unicode();
        const auto* const letter = std::find(Letters.begin(), Letters.end(), static_cast<char>(digit));
        if (digit > 0x7F || letter == Letters.end()) {
            return;
        }
        const unsigned shift = Bits * static_cast<unsigned>(i);
        code |= static_cast<TextKey>(letter - Letters.begin()) << shift;
        mask |= TextKey(31) << shift;
    }
    m_code = code;
    m_mask = mask;
}

} // namespace stowage
