// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/MetricWords.h"

#include <QCoreApplication>

#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MetricWords)
};

QString dash()
{
    return QStringLiteral("–");
}

/// Three digits at most: 1.2, 38, 412.
QString rounded(double value)
{
    return QString::number(value, 'f', value < 10 && value != std::floor(value) ? 1 : 0);
}

} // namespace

QString formatPercent(std::optional<double> percent)
{
    if (!percent || !std::isfinite(*percent)) {
        return dash();
    }
    // What is not all and not nothing is not rounded to it.
    const double shown = *percent > 99 && *percent < 100 ? std::floor(*percent * 10) / 10 : *percent;
    const int decimals = (shown < 10 || shown > 99) && shown != std::floor(shown) ? 1 : 0;
    return QStringLiteral("%1 %").arg(shown, 0, 'f', decimals);
}

QString formatSeconds(std::optional<double> seconds)
{
    if (!seconds || !std::isfinite(*seconds)) {
        return dash();
    }
    if (*seconds < 0.001) {
        return QStringLiteral("%1 µs").arg(rounded(*seconds * 1e6));
    }
    if (*seconds < 1) {
        return QStringLiteral("%1 ms").arg(rounded(*seconds * 1e3));
    }
    return QStringLiteral("%1 s").arg(rounded(*seconds));
}

QString formatQuantile(const std::optional<Quantile>& quantile)
{
    if (!quantile) {
        return dash();
    }
    const QString value = formatSeconds(quantile->value);
    //: %1 is a time; the true one is longer
    return quantile->isAtLeast ? Words::tr("over %1").arg(value) : value;
}

} // namespace stowage
