// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostMatching.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostAlarm)
};

} // namespace

QString HostAlarm::text() const
{
    switch (kind) {
    case Kind::MachineId:
        return Words::tr("another machine answers for %1: machine id %2, before %3")
            .arg(before.subject, to, from);
    case Kind::Instance:
        return Words::tr("another agent answers for %1: %2, before %3").arg(before.subject, to, from);
    case Kind::Machine:
        break;
    }
    return Words::tr("another machine answers for %1: it calls itself %2, before %3")
        .arg(before.subject, to, from);
}

QString hostAlarmKindName(HostAlarm::Kind kind)
{
    switch (kind) {
    case HostAlarm::Kind::MachineId:
        return QStringLiteral("machineId");
    case HostAlarm::Kind::Instance:
        return QStringLiteral("instance");
    case HostAlarm::Kind::Machine:
        break;
    }
    return QStringLiteral("machine");
}

} // namespace stowage
