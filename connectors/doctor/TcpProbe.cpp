// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/TcpProbe.h"

#include "connectors/doctor/TcpCheck.h"

#include <QNetworkInterface>

#include <algorithm>

namespace stowage {
namespace {

bool isV6(const QHostAddress& address)
{
    return address.protocol() == QAbstractSocket::IPv6Protocol;
}

/// Whether this machine could reach such an address at all.
bool hasWayTo(const QHostAddress& address)
{
    if (!isV6(address) || address.isLoopback()) {
        return true;
    }
    const QList<QHostAddress> own = QNetworkInterface::allAddresses();
    return std::any_of(own.begin(), own.end(), [](const QHostAddress& each) {
        return isV6(each) && (each.isGlobal() || each.isUniqueLocalUnicast());
    });
}

} // namespace

void TcpProbe::reach(const QStringList& addresses, quint16 port, QObject* context,
                     std::function<void(FamilyAnswer)> then) const
{
    std::vector<QHostAddress> tried;
    for (const QString& address : addresses) {
        if (const QHostAddress each(address); !each.isNull() && hasWayTo(each)) {
            tried.push_back(each);
        }
    }
    auto* check = new TcpCheck(m_clock, Deadline, context);
    QObject::connect(check, &TcpCheck::finished, context, [check, then = std::move(then)] {
        check->deleteLater();
        then(!check->isTried()              ? FamilyAnswer::Unknown
             : check->reached().has_value() ? FamilyAnswer::Answers
                                            : FamilyAnswer::Dark);
    });
    check->start(tried, port);
}

} // namespace stowage
