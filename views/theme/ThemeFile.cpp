// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that reads the JSON of a theme.
#include "models/core/Listed.h"
#include "views/theme/Theme.h"

#include <nlohmann/json.hpp>

namespace stowage {

namespace {

constexpr const char* Schema = "stowage/theme/1";

Error malformed(const QString& where, const QString& message, const QString& todo)
{
    return {ErrorKind::Malformed, message, where, todo, {}};
}

/// "#rrggbb" and nothing else: names of colours differ between platforms.
std::optional<QColor> readColor(const nlohmann::json& value)
{
    if (!value.is_string()) {
        return std::nullopt;
    }
    const QString text = QString::fromStdString(value.get<std::string>());
    if (text.size() != 7 || !text.startsWith(QLatin1Char('#'))) {
        return std::nullopt;
    }
    const QColor color(text);
    return color.isValid() ? std::optional(color) : std::nullopt;
}

QString tokenNames()
{
    QStringList names;
    for (const TokenInfo& info : TokenTable) {
        names << QString::fromLatin1(info.name);
    }
    return listed(names);
}

bool isToken(const std::string& name)
{
    return std::any_of(TokenTable.begin(), TokenTable.end(),
                       [&name](const TokenInfo& info) { return name == info.name; });
}

Result<std::array<QColor, TokenCount>> readColors(const nlohmann::json& document, const QString& where)
{
    const auto colors = document.find("colors");
    if (colors == document.end() || !colors->is_object()) {
        return fail(malformed(where, Theme::tr("the theme has no object \"colors\""),
                              Theme::tr("give it one with: %1").arg(tokenNames())));
    }
    for (const auto& [name, value] : colors->items()) {
        if (!isToken(name)) {
            return fail(malformed(where, Theme::tr("unknown colour \"%1\"").arg(QString::fromStdString(name)),
                                  Theme::tr("the colours of a theme are: %1").arg(tokenNames())));
        }
    }
    std::array<QColor, TokenCount> read;
    for (const TokenInfo& info : TokenTable) {
        const QString name = QString::fromLatin1(info.name);
        const auto value = colors->find(info.name);
        if (value == colors->end()) {
            return fail(malformed(where, Theme::tr("colour \"%1\" is missing").arg(name),
                                  Theme::tr("the colours of a theme are: %1").arg(tokenNames())));
        }
        const std::optional<QColor> color = readColor(*value);
        if (!color) {
            return fail(malformed(where, Theme::tr("colour \"%1\" is not a colour").arg(name),
                                  Theme::tr("write it as \"#rrggbb\"")));
        }
        read[static_cast<std::size_t>(info.token)] = *color;
    }
    return read;
}

Result<std::array<QColor, Theme::SeriesCount>> readSeries(const nlohmann::json& document,
                                                          const QString& where)
{
    const QString todo = Theme::tr("write %1 colours as \"#rrggbb\"").arg(Theme::SeriesCount);
    const auto series = document.find("series");
    if (series == document.end() || !series->is_array() || series->size() != Theme::SeriesCount) {
        return fail(malformed(
            where, Theme::tr("\"series\" is not a list of %1 colours").arg(Theme::SeriesCount), todo));
    }
    std::array<QColor, Theme::SeriesCount> read;
    for (std::size_t i = 0; i < read.size(); ++i) {
        const std::optional<QColor> color = readColor((*series)[i]);
        if (!color) {
            return fail(malformed(
                where, Theme::tr("\"series\" has something that is not a colour at place %1").arg(i + 1),
                todo));
        }
        read[i] = *color;
    }
    return read;
}

} // namespace

Result<Theme> Theme::parse(QByteArrayView json, const QString& where)
{
    const nlohmann::json document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false, true);
    if (!document.is_object()) {
        return fail(malformed(where, tr("the theme is not a JSON object"),
                              tr("compare it with a built-in theme of the program's sources")));
    }
    const auto schema = document.find("schema");
    if (schema == document.end() || !schema->is_string() || schema->get<std::string>() != Schema) {
        return fail({ErrorKind::Unsupported,
                     tr("the theme's \"schema\" is not %1").arg(QLatin1String(Schema)),
                     where,
                     tr("write \"schema\": \"%1\"").arg(QLatin1String(Schema)),
                     {}});
    }
    const auto name = document.find("name");
    const auto dark = document.find("dark");
    if (name == document.end() || !name->is_string() || dark == document.end() || !dark->is_boolean()) {
        return fail(malformed(where, tr("the theme lacks \"name\" (text) or \"dark\" (true or false)"),
                              tr("add both")));
    }
    const auto colors = readColors(document, where);
    if (!colors) {
        return fail(colors.error());
    }
    const auto series = readSeries(document, where);
    if (!series) {
        return fail(series.error());
    }
    Theme theme;
    theme.m_name = QString::fromStdString(name->get<std::string>());
    theme.m_dark = dark->get<bool>();
    theme.m_colors = *colors;
    theme.m_series = *series;
    return theme;
}

} // namespace stowage
