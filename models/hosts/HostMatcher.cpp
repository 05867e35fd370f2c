// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostMatcher.h"

#include "models/hosts/HostJoiner.h"

#include <QSet>

namespace stowage {
namespace {

/// A name that each machine may have says nothing.
bool saysNothing(const QString& call)
{
    static const QSet<QString> Common{QString(),
                                      QStringLiteral("localhost"),
                                      QStringLiteral("localhost.localdomain"),
                                      QStringLiteral("0.0.0.0"),
                                      QStringLiteral("::"),
                                      QStringLiteral("::1"),
                                      QStringLiteral("unknown"),
                                      QStringLiteral("host.docker.internal")};
    return Common.contains(call) || call.startsWith(QLatin1String("127.")) || call.startsWith(u'/');
}

} // namespace

HostMatcher::HostMatcher(const std::vector<HostNames>& names)
{
    for (const HostNames& each : names) {
        m_zones.insert(each.name, each.zone);
        const QStringList own = each.aliases + QStringList(each.name);
        for (const QString& call : own) {
            const QString key = foldName(call);
            const auto known = m_names.constFind(key);
            m_names.insert(key, known == m_names.cend() || *known == each.name ? each.name : QString());
        }
    }
}

QString HostMatcher::foldName(const QString& name)
{
    QString key = name.trimmed().toCaseFolded();
    if (key.startsWith(u'[') && key.endsWith(u']')) {
        key = key.sliced(1).chopped(1);
    }
    while (key.endsWith(u'.')) {
        key.chop(1);
    }
    return key;
}

QStringList HostMatcher::callsOf(const HostIdentity& identity)
{
    QStringList calls;
    const QStringList told = identity.addresses + QStringList{identity.name, identity.hostname};
    for (const QString& call : told) {
        const QString key = foldName(call);
        if (!saysNothing(key) && !calls.contains(key)) {
            calls << key;
        }
    }
    return calls;
}

QString HostMatcher::nameOf(const HostIdentity& identity) const
{
    return nameOf(callsOf(identity));
}

QString HostMatcher::nameOf(const QStringList& calls) const
{
    QString found;
    for (const QString& call : calls) {
        const QString name = m_names.value(call);
        if (!name.isEmpty() && !found.isEmpty() && name != found) {
            return {};
        }
        found = name.isEmpty() ? found : name;
    }
    return found;
}

HostGroups HostMatcher::match(std::span<const HostCandidate> candidates,
                              std::span<const HostDecision> decisions) const
{
    return HostJoiner(*this, candidates, decisions).join();
}

} // namespace stowage
