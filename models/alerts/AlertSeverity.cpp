// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertSeverity.h"

#include <algorithm>
#include <array>

namespace stowage {
namespace {

bool isAny(QStringView word, std::initializer_list<QLatin1String> words)
{
    return std::ranges::any_of(
        words, [word](QLatin1String each) { return word.compare(each, Qt::CaseInsensitive) == 0; });
}

constexpr std::array Names{QLatin1String("info"), QLatin1String("warning"), QLatin1String("critical")};

} // namespace

QStringList alertSeverityNames()
{
    return {Names.begin(), Names.end()};
}

QString alertSeverityName(AlertSeverity severity)
{
    return Names.at(static_cast<size_t>(severity));
}

AlertSeverity severityOf(QStringView word)
{
    const QStringView trimmed = word.trimmed();
    if (isAny(trimmed, {QLatin1String("critical"), QLatin1String("page"), QLatin1String("emergency"),
                        QLatin1String("fatal"), QLatin1String("disaster"), QLatin1String("high"),
                        QLatin1String("p1"), QLatin1String("sev1")})) {
        return AlertSeverity::Critical;
    }
    if (isAny(trimmed, {QLatin1String("info"), QLatin1String("none"), QLatin1String("notice"),
                        QLatin1String("information"), QLatin1String("debug"), QLatin1String("low")})) {
        return AlertSeverity::Info;
    }
    return AlertSeverity::Warning;
}

} // namespace stowage
