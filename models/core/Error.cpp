// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Error.h"

namespace stowage {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return QStringLiteral("usage");
    case ErrorKind::Profile:
        return QStringLiteral("profile");
    case ErrorKind::NameResolution:
        return QStringLiteral("nameResolution");
    case ErrorKind::Connect:
        return QStringLiteral("connect");
    case ErrorKind::Tls:
        return QStringLiteral("tls");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Stalled:
        return QStringLiteral("stalled");
    case ErrorKind::Interrupted:
        return QStringLiteral("interrupted");
    case ErrorKind::TooLarge:
        return QStringLiteral("tooLarge");
    case ErrorKind::Malformed:
        return QStringLiteral("malformed");
    case ErrorKind::Mismatch:
        return QStringLiteral("mismatch");
    case ErrorKind::NotFound:
        return QStringLiteral("notFound");
    case ErrorKind::Unauthorized:
        return QStringLiteral("unauthorized");
    case ErrorKind::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorKind::RateLimited:
        return QStringLiteral("rateLimited");
    case ErrorKind::ServerFault:
        return QStringLiteral("serverFault");
    case ErrorKind::Redirect:
        return QStringLiteral("redirect");
    case ErrorKind::ReadOnly:
        return QStringLiteral("readOnly");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::NewerSchema:
        return QStringLiteral("newerSchema");
    case ErrorKind::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorKind::Defect:
        return QStringLiteral("defect");
    }
    return QStringLiteral("defect");
}

QString Error::text() const
{
    QString line = where.isEmpty() ? message : where + QStringLiteral(": ") + message;
    if (!todo.isEmpty()) {
        line += (line.endsWith(QLatin1Char('.')) ? QStringLiteral(" ") : QStringLiteral(". ")) + todo;
    }
    return line;
}

} // namespace stowage
