// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/forecast/Forecast.h"

#include <QString>

namespace stowage {

/// "fills in 3 h 40 (2 h to 9 h)", translated.
QString forecastText(const Forecast& forecast, Timestamp now);

/// "too little data", translated.
QString forecastRefusalText(ForecastRefusal refusal);

/// "tooLittle", as JSON prints it.
QString forecastRefusalName(ForecastRefusal refusal);

} // namespace stowage
