// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/Column.h"

#include "models/core/FoldedText.h"

#include <algorithm>
#include <array>

namespace stowage {
namespace {

/// "sha256:" and the first 12 hex digits that are shown of a digest.
constexpr qsizetype Algorithm = 7;
constexpr qsizetype ShortHex = 12;

} // namespace

std::optional<Millis> ageOf(Timestamp seenAt, Timestamp now)
{
    return seenAt == Timestamp{} ? std::nullopt : std::optional(std::max(Millis{0}, now - seenAt));
}

QString formatNumber(qint64 number, Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
        return formatBytes(number);
    case Unit::Age:
        return formatDuration(Millis{number});
    case Unit::Count:
    case Unit::Text:
    case Unit::Digest:
        break;
    }
    return QString::number(number);
}

QString Column::shown(RowId row) const
{
    if (display) {
        return display(row);
    }
    if (!isNumeric(unit)) {
        const QString value = text(row);
        return unit == Unit::Digest ? value.mid(Algorithm, ShortHex) : value;
    }
    const auto value = number(row);
    return value ? formatNumber(*value, unit) : unknown;
}

QString Column::whole(RowId row) const
{
    if (text) {
        return text(row);
    }
    const auto value = number(row);
    return value ? QString::number(*value) : QString();
}

void Column::appendKey(RowId row, std::string& to) const
{
    if (fold) {
        fold(row, to);
    } else {
        appendFolded(to, whole(row));
    }
}

Column Column::ofText(const QString& id, const QString& title, Text text)
{
    Column column;
    column.id = id;
    column.title = title;
    column.text = std::move(text);
    return column;
}

Column Column::ofDigest(const QString& id, const QString& title, std::function<Digest(RowId)> digest)
{
    Column column = ofText(id, title, [digest](RowId row) { return digest(row).toString(); });
    column.unit = Unit::Digest;
    column.fold = [digest = std::move(digest)](RowId row, std::string& to) {
        constexpr std::string_view Hex = "0123456789abcdef";
        std::array<char, 2 * Digest::Size> digits{};
        auto out = digits.begin();
        const Digest value = digest(row); // its bytes are looked at in place
        for (const char byte : value.bytes()) {
            *out++ = Hex[static_cast<unsigned char>(byte) >> 4U];
            *out++ = Hex[static_cast<unsigned char>(byte) & 15U];
        }
        to += "sha256:";
        to.append(digits.data(), digits.size());
    };
    return column;
}

Column Column::ofNumber(const QString& id, const QString& title, Unit unit, Number number)
{
    Column column;
    column.id = id;
    column.title = title;
    column.unit = unit;
    column.number = std::move(number);
    return column;
}

Column Column::ofAge(const QString& id, const QString& title, std::function<Timestamp(RowId)> seenAt,
                     std::function<Timestamp()> now)
{
    Column column = ofNumber(id, title, Unit::Age, [seenAt, now = std::move(now)](RowId row) {
        const auto age = ageOf(seenAt(row), now());
        return age ? std::optional<qint64>(age->count()) : std::nullopt;
    });
    column.sortKey = [seenAt = std::move(seenAt)](RowId row) {
        const qint64 at = seenAt(row).time_since_epoch().count();
        return at == 0 ? std::nullopt : std::optional(-at);
    };
    return column;
}

Column Column::shownAs(Text how) &&
{
    display = std::move(how);
    return std::move(*this);
}

Column Column::searchedAs(Text how) &&
{
    text = std::move(how);
    return std::move(*this);
}

Column Column::soughtBy(std::function<Question(std::string_view)> how) &&
{
    seek = std::move(how);
    return std::move(*this);
}

Column Column::foldedAs(std::function<void(RowId, std::string&)> how) &&
{
    fold = std::move(how);
    return std::move(*this);
}

Column Column::groupedBy(std::function<quint64(RowId)> how) &&
{
    group = std::move(how);
    return std::move(*this);
}

Column Column::fixed() &&
{
    isFixed = true;
    return std::move(*this);
}

Column Column::orElse(const QString& why) &&
{
    unknown = why;
    return std::move(*this);
}

Column Column::ranked(const QStringList& values) &&
{
    ranks = values;
    return std::move(*this);
}

Column Column::wide() &&
{
    isWide = true;
    return std::move(*this);
}

} // namespace stowage
