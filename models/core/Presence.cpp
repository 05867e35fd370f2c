// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Presence.h"

#include <QCoreApplication>

namespace stowage {

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
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("Evidence", text);
    };
    switch (evidence) {
    case Evidence::NotAsked:
        return tr(QT_TRANSLATE_NOOP("Evidence", "not asked yet"));
    case Evidence::LocalHit:
        return tr(QT_TRANSLATE_NOOP("Evidence", "HEAD 200 from this node"));
    case Evidence::JsonMiss:
        return tr(QT_TRANSLATE_NOOP("Evidence", "HEAD 404 with JSON"));
    case Evidence::BareMiss:
        return tr(QT_TRANSLATE_NOOP("Evidence",
                                    "HEAD 404 without content: namespace not mirrored, or name filtered"));
    case Evidence::ForwardedHit:
        return tr(QT_TRANSLATE_NOOP("Evidence", "HEAD 200 forwarded from another node"));
    case Evidence::SizeMismatch:
        return tr(QT_TRANSLATE_NOOP("Evidence", "HEAD 200 with another size than the manifest says"));
    case Evidence::Silent:
        return tr(QT_TRANSLATE_NOOP("Evidence", "no answer in time"));
    case Evidence::Unreachable:
        return tr(QT_TRANSLATE_NOOP("Evidence", "no connection"));
    case Evidence::Unauthorized:
        return tr(QT_TRANSLATE_NOOP("Evidence", "not authorised"));
    case Evidence::ServerFault:
        return tr(QT_TRANSLATE_NOOP("Evidence", "the peer answered with a server error"));
    case Evidence::Unintelligible:
        return tr(QT_TRANSLATE_NOOP("Evidence", "an answer outside the protocol"));
    case Evidence::NamespaceNotAsked:
        return tr(QT_TRANSLATE_NOOP("Evidence", "its registry is not among the mirrored namespaces"));
    }
    return {};
}

} // namespace stowage
