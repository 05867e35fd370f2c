// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stowage::bench {

/// A folder with a log of so many alerts of YearOfAlerts, and no checkpoint in it. Made once, within a minute
/// or a few, and kept beside the benchmarks in the build folder: a second run finds it. Empty when the disk
/// refuses.
QString filledLog(qint64 events);

/// Puts a copy of such a log into a folder that a program is started with, as its last run left it: the book
/// of incidents knows all but the last `after` events. In place of the log that was there.
bool copyFilledLog(qint64 events, qint64 after, const QString& folder);

} // namespace stowage::bench
