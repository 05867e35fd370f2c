// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace stowage {

/// What the system says of this process. Answers at once.
class SelfProbe
{
public:
    SelfProbe() = default;
    SelfProbe(const SelfProbe&) = delete;
    SelfProbe& operator=(const SelfProbe&) = delete;
    virtual ~SelfProbe() = default;

    virtual std::optional<qint64> residentBytes() const = 0;

    /// Of the file system that the data lies on; free to this user.
    virtual std::optional<qint64> diskFreeBytes() const = 0;
    virtual std::optional<qint64> diskBytes() const = 0;
};

} // namespace stowage
