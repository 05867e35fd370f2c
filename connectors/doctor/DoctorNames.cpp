// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/DoctorNames.h"

namespace stowage {
namespace {

QStringList textsOf(const std::vector<QHostAddress>& addresses)
{
    QStringList texts;
    for (const QHostAddress& address : addresses) {
        texts << address.toString();
    }
    texts.sort();
    texts.removeDuplicates();
    return texts;
}

} // namespace

void DoctorNames::lookUp(const QString& name, QObject* context,
                         std::function<void(const NameAddresses&)> then) const
{
    m_resolver.resolve(name, context, [then = std::move(then)](const ResolvedHost& host) {
        NameAddresses addresses;
        // With trouble in one family its absence is no answer.
        addresses.isAnswered = host.way == ResolvedHost::Way::Dns && host.trouble.isEmpty();
        addresses.v4 = textsOf(host.v4);
        addresses.v6 = textsOf(host.v6);
        then(addresses);
    });
}

} // namespace stowage
