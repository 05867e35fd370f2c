// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/BaselineBook.h"

namespace stowage {

const BaselineStanding* BaselineBook::of(const SeriesKey& key) const
{
    const auto found = m_standings.constFind(key);
    return found == m_standings.cend() ? nullptr : &*found;
}

const LoadStanding* BaselineBook::loadOf(const SubjectKey& service) const
{
    const auto found = m_loads.constFind(service);
    return found == m_loads.cend() ? nullptr : &*found;
}

void BaselineBook::set(const SeriesKey& key, BaselineStanding standing)
{
    m_standings.insert(key, std::move(standing));
    Q_EMIT changed({key.subject});
}

void BaselineBook::setLoad(const SubjectKey& service, LoadStanding standing)
{
    m_loads.insert(service, std::move(standing));
    Q_EMIT changed({service});
}

void BaselineBook::forget(const SubjectKey& service)
{
    m_loads.remove(service);
    m_standings.removeIf([&service](const auto& entry) { return entry.key().subject == service; });
    Q_EMIT changed({service});
}

} // namespace stowage
