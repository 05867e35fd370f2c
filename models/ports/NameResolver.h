// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QObject;

namespace stowage {

/// What the name servers say of a name. Addresses are written as usual, each once, ascending.
struct NameAddresses
{
    bool isAnswered = false; ///< false: nobody could be asked; the lists say nothing then
    QStringList v4;          ///< A
    QStringList v6;          ///< AAAA

    bool operator==(const NameAddresses&) const = default;
};

/// Who can look names up, A and AAAA apart. GUI thread; never blocks.
class NameResolver
{
public:
    NameResolver() = default;
    NameResolver(const NameResolver&) = delete;
    NameResolver& operator=(const NameResolver&) = delete;
    virtual ~NameResolver() = default;

    /// Calls `then` once, never from within, unless `context` is destroyed first.
    virtual void lookUp(const QString& name, QObject* context,
                        std::function<void(const NameAddresses&)> then) const = 0;
};

} // namespace stowage
