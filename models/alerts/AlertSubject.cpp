// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertSubject.h"

#include <array>

namespace stowage {

QString subjectKindName(SubjectKind kind)
{
    static constexpr std::array Names{
        QLatin1String("unknown"), QLatin1String("host"),  QLatin1String("service"), QLatin1String("source"),
        QLatin1String("zone"),    QLatin1String("image"), QLatin1String("stowage"),
    };
    return Names.at(static_cast<size_t>(kind));
}

} // namespace stowage
