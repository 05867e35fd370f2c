// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <functional>
#include <vector>

class QObject;

namespace stowage {

/// What a host name leads to.
struct ResolvedHost
{
    enum class Way : quint8
    {
        Literal,
        HostsFile,
        Dns,
        Nothing
    };

    Way way = Way::Nothing;
    std::vector<QHostAddress> v4;
    std::vector<QHostAddress> v6;
    QString trouble; ///< what went wrong, also when the other family was found
};

/// Finds the addresses of a name, A and AAAA apart. A port of the doctor's, so that tests need no name
/// server.
class HostResolver
{
public:
    HostResolver() = default;
    HostResolver(const HostResolver&) = delete;
    HostResolver& operator=(const HostResolver&) = delete;
    virtual ~HostResolver() = default;

    /// Calls `then` once, never from within, unless `context` is destroyed first. A literal address needs no
    /// brackets.
    virtual void resolve(const QString& host, QObject* context,
                         std::function<void(const ResolvedHost&)> then) const = 0;
};

} // namespace stowage
