// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/Quantity.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace stowage {
namespace {

struct Suffix
{
    QLatin1String name;
    double factor;
};

constexpr double Ki = 1024;

constexpr std::array Sizes{
    Suffix{QLatin1String(""), 1},
    Suffix{QLatin1String("b"), 1},
    Suffix{QLatin1String("kib"), Ki},
    Suffix{QLatin1String("mib"), Ki* Ki},
    Suffix{QLatin1String("gib"), Ki* Ki* Ki},
    Suffix{QLatin1String("tib"), Ki* Ki* Ki* Ki},
    Suffix{QLatin1String("pib"), Ki* Ki* Ki* Ki* Ki},
    Suffix{QLatin1String("kb"), 1e3},
    Suffix{QLatin1String("mb"), 1e6},
    Suffix{QLatin1String("gb"), 1e9},
    Suffix{QLatin1String("tb"), 1e12},
    Suffix{QLatin1String("pb"), 1e15},
};

constexpr std::array Durations{
    Suffix{QLatin1String("ms"), 1},          Suffix{QLatin1String("s"), 1e3},
    Suffix{QLatin1String("min"), 60e3},      Suffix{QLatin1String("h"), 3600e3},
    Suffix{QLatin1String("d"), 24 * 3600e3},
};

constexpr std::array Plain{Suffix{QLatin1String(""), 1}};

std::span<const Suffix> suffixesOf(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
        return Sizes;
    case Unit::Age:
        return Durations;
    case Unit::Count:
        return Plain;
    case Unit::Text:
    case Unit::Digest:
        break;
    }
    return {};
}

bool isNumeral(QChar c)
{
    return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.');
}

} // namespace

std::optional<double> readQuantity(QStringView text, Unit unit)
{
    text = text.trimmed();
    qsizetype end = 0;
    while (end < text.size() && isNumeral(text[end])) {
        ++end;
    }
    bool ok = false;
    const double number = text.first(end).toDouble(&ok);
    const QStringView suffix = text.sliced(end).trimmed();
    for (const Suffix& known : suffixesOf(unit)) {
        if (ok && suffix.compare(known.name, Qt::CaseInsensitive) == 0) {
            return number * known.factor;
        }
    }
    return std::nullopt;
}

QString quantityExample(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
        return QCoreApplication::translate("Filter", "a size such as 1.5GiB or 900MB");
    case Unit::Age:
        return QCoreApplication::translate("Filter", "a time such as 30s, 5min, 2h or 1d");
    case Unit::Count:
        return QCoreApplication::translate("Filter", "a number such as 3");
    case Unit::Text:
    case Unit::Digest:
        break;
    }
    return QCoreApplication::translate("Filter", "a text");
}

} // namespace stowage
