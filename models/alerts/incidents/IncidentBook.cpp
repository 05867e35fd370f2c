// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentBook.h"

namespace stowage {

class IncidentEngine
{
};

class IncidentPublisher
{
};

IncidentBook::IncidentBook(const Clock& clock, IncidentRules, QObject* parent)
    : QObject(parent), m_clock(clock)
{
}
IncidentBook::~IncidentBook() = default;
void IncidentBook::take(std::span<const AlertEvent>) {}
void IncidentBook::advance(Timestamp) {}
void IncidentBook::flush() {}
std::span<const Incident> IncidentBook::incidents() const
{
    return {};
}
const Incident* IncidentBook::find(QStringView) const
{
    return nullptr;
}
const Incident* IncidentBook::ofAlert(const QString&) const
{
    return nullptr;
}
Result<void> IncidentBook::acknowledge(QStringView, const QString&, const QString&)
{
    return {};
}
Result<void> IncidentBook::takeOver(QStringView, const QString&)
{
    return {};
}
Result<void> IncidentBook::release(QStringView, const QString&)
{
    return {};
}
Result<void> IncidentBook::note(QStringView, const QString&, const QString&)
{
    return {};
}
Result<void> IncidentBook::mute(QStringView, const QString&, Timestamp, const QString&)
{
    return {};
}
Result<void> IncidentBook::unmute(QStringView, const QString&)
{
    return {};
}
Result<void> IncidentBook::split(QStringView, const QStringList&, const QString&)
{
    return {};
}
Result<void> IncidentBook::merge(QStringView, QStringView, const QString&)
{
    return {};
}
AlertCheckpoint IncidentBook::checkpoint() const
{
    return {};
}
Result<void> IncidentBook::restore(const AlertCheckpoint&)
{
    return {};
}

} // namespace stowage
