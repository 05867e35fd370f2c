// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QObject;

namespace stowage {

/// Whether a server can be reached at its addresses of one family.
enum class FamilyAnswer : quint8
{
    Unknown, ///< this machine has no way to find out
    Answers, ///< at one of them at least
    Dark,    ///< at none of them
};

/// Who can try addresses by connecting to them. GUI thread; never blocks.
class AddressProbe
{
public:
    AddressProbe() = default;
    AddressProbe(const AddressProbe&) = delete;
    AddressProbe& operator=(const AddressProbe&) = delete;
    virtual ~AddressProbe() = default;

    /// Tries literal addresses of one family, never none. Calls `then` once, never from within, unless
    /// `context` is destroyed first.
    virtual void reach(const QStringList& addresses, quint16 port, QObject* context,
                       std::function<void(FamilyAnswer)> then) const = 0;
};

} // namespace stowage
