// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentGroup.h"

#include "models/alerts/incidents/IncidentRules.h"

namespace stowage {

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
    static constexpr QLatin1String Letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    QString id = QStringLiteral("I-");
    for (int i = 0; i < length; ++i) {
        const auto letter = static_cast<qsizetype>((code >> (5U * static_cast<unsigned>(i))) & 31U);
        id += Letters.at(letter);
    }
    return id;
}

bool isIdOf(QStringView id, TextKey code)
{
    const qsizetype length = id.size() - 2;
    return length >= 6 && length <= 12 &&
           id.compare(incidentId(code, static_cast<int>(length)), Qt::CaseInsensitive) == 0;
}

} // namespace stowage
