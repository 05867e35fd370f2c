// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoResolver.h"

namespace stowage {

void DemoResolver::begin(std::optional<DemoSpan> darkV6)
{
    m_beganAt = m_clock.monotonic();
    m_darkV6 = darkV6;
}

void DemoResolver::lookUp(const QString& name, QObject* context,
                          std::function<void(const NameAddresses&)> then) const
{
    m_clock.after(Millis{0}, context, [found = answer(name), then = std::move(then)] { then(found); });
}

void DemoResolver::reach(const QStringList& addresses, quint16 /*port*/, QObject* context,
                         std::function<void(FamilyAnswer)> then) const
{
    const bool isV6 = addresses.value(0).contains(QLatin1Char(':'));
    m_clock.after(Millis{0}, context, [isV6, then = std::move(then)] {
        then(isV6 ? FamilyAnswer::Dark : FamilyAnswer::Answers);
    });
}

NameAddresses DemoResolver::answer(const QString& name) const
{
    NameAddresses found{true, {}, {}};
    const bool isHub = name == QLatin1String(HubName);
    if (isHub || name == QLatin1String(RegistryName)) {
        found.v4 << QStringLiteral("127.0.0.1");
    }
    const Millis now = m_clock.monotonic() - m_beganAt;
    if (isHub && m_darkV6 && now >= m_darkV6->from && now < m_darkV6->until) {
        found.v6 << QStringLiteral("2001:db8::53"); // kept for examples: it leads nowhere
    }
    return found;
}

} // namespace stowage
