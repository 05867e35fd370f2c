// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Presence.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

} // namespace

QString presenceName(Presence presence)
{
    switch (presence) {
    case Presence::Held:
        return QStringLiteral("held");
    case Presence::Absent:
        return QStringLiteral("absent");
    case Presence::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString evidenceText(Evidence evidence)
{
    switch (evidence) {
    case Evidence::NotAsked:
        return Words::tr("not asked yet");
    case Evidence::LocalHit:
        return Words::tr("HEAD 200 from this node");
    case Evidence::JsonMiss:
        return Words::tr("HEAD 404 with JSON");
    case Evidence::BareMiss:
        return Words::tr("HEAD 404 without content: namespace not mirrored, or name filtered");
    case Evidence::ForwardedHit:
        return Words::tr("HEAD 200 forwarded from another node");
    case Evidence::SizeMismatch:
        return Words::tr("HEAD 200 with another size than the manifest says");
    case Evidence::Silent:
        return Words::tr("no answer in time");
    case Evidence::Unreachable:
        return Words::tr("no connection");
    case Evidence::Unauthorized:
        return Words::tr("not authorised");
    case Evidence::ServerFault:
        return Words::tr("the peer answered with a server error");
    case Evidence::Unintelligible:
        return Words::tr("an answer outside the protocol");
    case Evidence::NamespaceNotAsked:
        return Words::tr("its registry is not among the mirrored namespaces");
    case Evidence::RateLimited:
        return Words::tr("the peer asks to be asked less (HTTP 429)");
    case Evidence::SaysYesToAll:
        return Words::tr("not believed: the peer claims to hold a digest that cannot exist");
    case Evidence::Listed:
        return Words::tr("in the node's own list of its content");
    case Evidence::NotListed:
        return Words::tr("not in the node's own list of its content");
    }
    return {};
}

} // namespace stowage
