// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/NetworkResolver.h"

#include "connectors/doctor/NameLookup.h"

namespace stowage {

void NetworkResolver::resolve(const QString& host, QObject* context,
                              std::function<void(const ResolvedHost&)> then) const
{
    const QHostAddress literal(host);
    if (literal.isNull()) {
        auto* lookup = new NameLookup(m_clock, host, context);
        QObject::connect(lookup, &NameLookup::finished, context, std::move(then));
        lookup->start();
        return;
    }
    ResolvedHost resolved;
    resolved.way = ResolvedHost::Way::Literal;
    (literal.protocol() == QAbstractSocket::IPv6Protocol ? resolved.v6 : resolved.v4).push_back(literal);
    QMetaObject::invokeMethod(
        context, [then = std::move(then), resolved] { then(resolved); }, Qt::QueuedConnection);
}

} // namespace stowage
