// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/self/SelfFigures.h"

#include <QByteArray>

namespace stowage {

/// The figures as a metrics page in Prometheus' text format 0.0.4, names beginning with `stowage_`.
QByteArray selfExposition(const SelfFigures& figures);

} // namespace stowage
