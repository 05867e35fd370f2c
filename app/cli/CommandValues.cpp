// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandValues.h"

#include "views/shell/Link.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// Of the simulated fleet, see DemoSize.
constexpr int LeastNodes = 1;
constexpr int MostNodes = 5'000;

constexpr std::chrono::days LongestMute{30};

/// "20s", "500ms", "2min", or bare seconds; at most a day.
std::optional<Millis> readDuration(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,8})(ms|s|min|h)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 factor = unit == QLatin1String("ms")    ? 1
                          : unit == QLatin1String("min") ? 60'000
                          : unit == QLatin1String("h")   ? 3'600'000
                                                         : 1000;
    const Millis duration{count * factor};
    return duration > std::chrono::hours{24} ? std::nullopt : std::optional(duration);
}

std::optional<QSize> readSize(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return size.width() <= 16'384 && size.height() <= 16'384 ? std::optional(size) : std::nullopt;
}

/// "90min", "6h", "30d", "2w"; at most ten years.
std::optional<Millis> readRange(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6})(min|h|d|w)$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString unit = match.captured(2);
    const Millis step = unit == QLatin1String("min") ? Millis(std::chrono::minutes(1))
                        : unit == QLatin1String("h") ? Millis(std::chrono::hours(1))
                        : unit == QLatin1String("d") ? Millis(std::chrono::days(1))
                                                     : Millis(std::chrono::weeks(1));
    const Millis range = match.captured(1).toLongLong() * step;
    return range > Millis{0} && range <= std::chrono::days{3660} ? std::optional(range) : std::nullopt;
}

} // namespace

Error usageError(const QString& what, const QString& todo)
{
    return {
        ErrorKind::Usage, what, {}, todo.isEmpty() ? Words::tr("See stowage --help.") : todo, std::nullopt};
}

std::optional<Error> takeDurations(const QCommandLineParser& parser, Invocation& invocation)
{
    const QStringList known = parser.optionNames();
    for (auto [name, target] :
         {std::pair{"timeout", &invocation.timeout}, std::pair{"settle", &invocation.settle},
          std::pair{"after", &invocation.after}}) {
        const QString key = QString::fromLatin1(name);
        if (!known.contains(key)) {
            continue;
        }
        const auto duration = readDuration(parser.value(key));
        if (!duration || *duration == Millis{0}) {
            return usageError(Words::tr("--%1 takes a time such as 20s, 500ms or 2min, not \"%2\"")
                                  .arg(key, parser.value(key)));
        }
        *target = *duration;
    }
    return std::nullopt;
}

std::optional<Error> takeLooks(const QCommandLineParser& parser, Invocation& invocation)
{
    const QStringList known = parser.optionNames();
    const auto value = [&](const char* name) {
        const QString key = QString::fromLatin1(name);
        return known.contains(key) ? std::optional(parser.value(key)) : std::nullopt;
    };
    if (const auto theme = value("theme")) {
        invocation.theme = *theme;
    }
    if (const auto scenario = value("scenario")) {
        invocation.scenario = *scenario;
    }
    if (const auto port = value("metrics")) {
        bool ok = false;
        invocation.metricsPort = port->toUShort(&ok);
        if (!ok || invocation.metricsPort == 0) {
            return usageError(Words::tr("--metrics takes a port from 1 to 65535, not \"%1\"").arg(*port));
        }
    }
    if (const auto nodes = value("nodes")) {
        bool ok = false;
        invocation.nodes = nodes->toInt(&ok);
        if (!ok || invocation.nodes < LeastNodes || invocation.nodes > MostNodes) {
            return usageError(Words::tr("--nodes takes a number from 1 to 5000, not \"%1\"").arg(*nodes));
        }
    }
    if (const auto scale = value("scale")) {
        bool ok = false;
        invocation.scale = scale->toDouble(&ok);
        if (!ok || !std::isfinite(invocation.scale) || invocation.scale < 1 || invocation.scale > 4) {
            return usageError(Words::tr("--scale takes a number from 1 to 4, not \"%1\"").arg(*scale));
        }
    }
    if (const auto size = value("size")) {
        const auto read = readSize(*size);
        if (!read) {
            return usageError(Words::tr("--size takes WIDTHxHEIGHT such as 1440x900, not \"%1\"").arg(*size));
        }
        invocation.size = *read;
    }
    invocation.exitAfterFirstFrame = known.contains(QLatin1String("exit-after-first-frame"));
    if (const auto language = value("lang")) {
        if (*language != QLatin1String("en") && *language != QLatin1String("zh_CN")) {
            return usageError(Words::tr("--lang takes en or zh_CN, not \"%1\"").arg(*language));
        }
        invocation.language = *language;
    }
    return std::nullopt;
}

std::optional<Error> takePlan(const QCommandLineParser& parser, Invocation& invocation)
{
    constexpr int Most = 10'000;
    const QStringList known = parser.optionNames();
    for (auto [name, target] :
         {std::pair{"copies", &invocation.copies}, std::pair{"zones", &invocation.zones}}) {
        const QString key = QString::fromLatin1(name);
        if (!known.contains(key)) {
            continue;
        }
        bool ok = false;
        *target = parser.value(key).toInt(&ok);
        if (!ok || *target < 1 || *target > Most) {
            return usageError(
                Words::tr("--%1 takes a number from 1 to 10000, not \"%2\"").arg(key, parser.value(key)));
        }
    }
    if (known.contains(QLatin1String("platform"))) {
        invocation.platform = parser.value(QStringLiteral("platform"));
    }
    // What names a plan to carry out is refused like a run without --dry-run.
    invocation.isSelfTest = known.contains(QLatin1String("self-test"));
    invocation.isDryRun =
        known.contains(QLatin1String("dry-run")) && !known.contains(QLatin1String("confirm"));
    return std::nullopt;
}

std::optional<Error> takeRange(const QCommandLineParser& parser, Invocation& invocation)
{
    const QString name = QStringLiteral("range");
    if (!parser.optionNames().contains(name)) {
        return std::nullopt;
    }
    const auto range = readRange(parser.value(name));
    if (!range) {
        return usageError(
            Words::tr("--range takes a time such as 90min, 6h or 30d, not \"%1\"").arg(parser.value(name)));
    }
    invocation.range = *range;
    return std::nullopt;
}

std::optional<Error> takeIncident(const QCommandLineParser& parser, Invocation& invocation)
{
    if (invocation.command != QLatin1String("incidents") || invocation.arguments.isEmpty()) {
        return std::nullopt;
    }
    const QString act = invocation.arguments.first();
    if (invocation.arguments.size() < 2 || invocation.arguments.at(1).trimmed().isEmpty()) {
        return usageError(Words::tr("the form is: stowage incidents %1 ID").arg(act),
                          Words::tr("The ids are those that stowage incidents prints."));
    }
    if (const auto link = Link::parse(invocation.arguments.at(1));
        link && link->page == QLatin1String("now")) {
        invocation.arguments[1] = link->item; // what was copied out of the window, or came with a notice
    }
    const bool isMute = act == QLatin1String("mute");
    if (parser.isSet(QStringLiteral("note")) && !isMute && act != QLatin1String("ack")) {
        return usageError(Words::tr("--note goes with ack and mute, not with %1").arg(act));
    }
    if (parser.isSet(QStringLiteral("for")) && !isMute) {
        return usageError(Words::tr("--for goes with mute, not with %1").arg(act));
    }
    invocation.note = parser.value(QStringLiteral("note"));
    if (!isMute) {
        return std::nullopt;
    }
    const QString told = parser.value(QStringLiteral("for"));
    const auto span = readRange(told);
    if (!span || *span > LongestMute) {
        return told.isEmpty()
                   ? usageError(Words::tr("an incident is muted for a time, never without an end"),
                                Words::tr("Tell it: --for 2h."))
                   : usageError(
                         Words::tr("--for takes a time from 1min to 30d such as 90min, 2h or 1d, not \"%1\"")
                             .arg(told));
    }
    invocation.muteFor = *span;
    return std::nullopt;
}

} // namespace stowage
