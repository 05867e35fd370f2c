// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Error.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Error)
};

} // namespace

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
    // "profile.json:3:5: …" is read by editors too, so this colon is one in every language.
    const QString line = where.isEmpty() ? message : where + QStringLiteral(": ") + message;
    if (todo.isEmpty()) {
        return line;
    }
    if (line.endsWith(QLatin1Char('.'))) {
        return line + QLatin1Char(' ') + todo;
    }
    //: An error in one line: %1 is where and what happened, %2 a sentence that says what to do
    return Words::tr("%1. %2").arg(line, todo);
}

} // namespace stowage
