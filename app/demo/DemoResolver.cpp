// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoResolver.h"

#include <QCoreApplication>

namespace stowage {

void DemoResolver::begin(std::optional<DemoSpan> darkV6)
{
    m_beganAt = m_clock.monotonic();
    m_darkV6 = darkV6;
}

void DemoResolver::resolve(const QString& host, QObject* context,
                           std::function<void(const ResolvedHost&)> then) const
{
    m_clock.after(Millis{0}, context, [found = answer(host), then = std::move(then)] { then(found); });
}

ResolvedHost DemoResolver::answer(const QString& host) const
{
    ResolvedHost found;
    if (QHostAddress literal; literal.setAddress(host)) {
        found.way = ResolvedHost::Way::Literal;
        (literal.protocol() == QAbstractSocket::IPv6Protocol ? found.v6 : found.v4).push_back(literal);
        return found;
    }
    if (host != QLatin1String(HubName) && host != QLatin1String(RegistryName)) {
        found.trouble = QCoreApplication::translate("DemoResolver", "the simulated fleet has no such name");
        return found;
    }
    found.way = ResolvedHost::Way::Dns;
    found.v4.emplace_back(QHostAddress::LocalHost);
    const Millis now = m_clock.monotonic() - m_beganAt;
    if (m_darkV6 && host == QLatin1String(HubName) && now >= m_darkV6->from && now < m_darkV6->until) {
        found.v6.emplace_back(QStringLiteral("2001:db8::53")); // kept for examples: it leads nowhere
    }
    return found;
}

} // namespace stowage
