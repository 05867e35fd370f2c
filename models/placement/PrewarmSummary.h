// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"

#include <QStringList>

namespace stowage {

/// A plan in a few lines: how much from where, in how many waves, how long and by what speeds; or that there
/// is nothing to do.
QStringList prewarmSummary(const PrewarmPlan& plan);

/// "12 steps in 3 waves", "nothing to warm: every layer has its copies".
QString prewarmHeadline(const PrewarmPlan& plan);

/// Why an empty plan is empty; platforms that no node pulls are not counted as met.
QString prewarmNothingText(const PrewarmPlan& plan);

/// "wave 2: 5 steps, 3.1 GiB, about 40 s"
QString prewarmWaveText(const PrewarmPlan& plan, quint32 wave);

/// "about 4 min, by assumed speeds: 47.7 MiB/s a peer, 19.1 MiB/s a registry".
QString prewarmTimeText(const PrewarmPlan& plan);

} // namespace stowage
