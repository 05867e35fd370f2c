// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage {

/// What a person chose about how things are shown, kept for the next time: columns, a range of time. Of each
/// profile its own. GUI thread; never blocks.
class ViewMemory
{
public:
    ViewMemory() = default;
    ViewMemory(const ViewMemory&) = delete;
    ViewMemory& operator=(const ViewMemory&) = delete;
    virtual ~ViewMemory() = default;

    /// What was remembered under this name, in the words of who asks; empty when nothing was. It comes from a
    /// file that anybody may have written.
    virtual QString recall(const QString& name) const = 0;

    virtual void remember(const QString& name, const QString& value) = 0;
};

} // namespace stowage
