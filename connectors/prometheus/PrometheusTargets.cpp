// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/PrometheusTargets.h"

#include "connectors/prometheus/MetricAnswer.h"
#include "connectors/prometheus/QueryText.h"

#include <simdjson.h>

#include <QCoreApplication>

#include <array>

namespace stowage {
namespace {

namespace dom = simdjson::dom;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrometheusAnswer)
};

std::string_view text(dom::element element, std::string_view key)
{
    std::string_view found;
    return element.at_key(key).get_string().get(found) == simdjson::SUCCESS ? found : std::string_view();
}

QString name(dom::element element, std::string_view key)
{
    const std::string_view found = text(element, key);
    return nameOf(QByteArrayView(found.data(), static_cast<qsizetype>(found.size())));
}

std::optional<ScrapeTarget> readTarget(dom::element element)
{
    dom::element labels;
    if (element.at_key("labels").get(labels) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    ScrapeTarget target;
    target.host = name(labels, "instance");
    if (target.host.isEmpty()) {
        return std::nullopt;
    }
    target.job = name(labels, "job");
    dom::element discovered;
    if (element.at_key("discoveredLabels").get(discovered) == simdjson::SUCCESS) {
        target.address = hostOfAddress(name(discovered, "__address__"));
    }
    if (target.address.isEmpty()) {
        target.address = hostOfAddress(name(element, "scrapeUrl"));
    }
    target.lastError = serverText(text(element, "lastError"));
    target.every = parseDuration(name(element, "scrapeInterval"));
    return target;
}

} // namespace

Result<std::vector<ScrapeTarget>> parseTargets(const HttpAnswer& answer)
{
    if (answer.status != 200) {
        return fail(queryError(answer));
    }
    dom::parser parser;
    dom::element root;
    dom::array active;
    if (answer.body.isEmpty() ||
        parser.parse(answer.body.constData(), static_cast<size_t>(answer.body.size()), true).get(root) !=
            simdjson::SUCCESS ||
        root.at_key("data").at_key("activeTargets").get_array().get(active) != simdjson::SUCCESS) {
        return fail({ErrorKind::Malformed,
                     Words::tr("the list of targets cannot be read"),
                     {},
                     Words::tr("Check that the address is a Prometheus server's."),
                     {}});
    }
    std::vector<ScrapeTarget> targets;
    for (const dom::element element : active) {
        if (auto target = readTarget(element)) {
            targets.push_back(*std::move(target));
        }
    }
    return targets;
}

QString hostOfAddress(const QString& address)
{
    QString rest = address;
    if (const qsizetype scheme = rest.indexOf(QStringLiteral("://")); scheme >= 0) {
        rest = rest.mid(scheme + 3);
    }
    if (const qsizetype path = rest.indexOf(u'/'); path >= 0) {
        rest.truncate(path);
    }
    if (rest.startsWith(u'[')) {
        const qsizetype close = rest.indexOf(u']');
        return close < 0 ? QString() : rest.mid(1, close - 1);
    }
    // More than one colon without brackets is an IPv6 address without a port.
    return rest.count(u':') == 1 ? rest.left(rest.indexOf(u':')) : rest;
}

std::optional<Millis> parseDuration(QStringView text)
{
    struct Unit
    {
        QLatin1String name;
        qint64 millis;
    };
    static constexpr std::array Units{
        Unit{QLatin1String("ms"), 1},         Unit{QLatin1String("s"), 1'000},
        Unit{QLatin1String("m"), 60'000},     Unit{QLatin1String("h"), 3'600'000},
        Unit{QLatin1String("d"), 86'400'000}, Unit{QLatin1String("w"), 604'800'000}};
    constexpr qint64 Longest = 1'000'000'000'000;
    qint64 total = 0;
    while (!text.isEmpty()) {
        qsizetype digits = 0;
        while (digits < text.size() && text[digits].isDigit()) {
            ++digits;
        }
        bool isNumber = false;
        const qint64 count = text.first(digits).toLongLong(&isNumber);
        text = text.sliced(digits);
        const auto* const unit = std::find_if(Units.begin(), Units.end(), [&text](const Unit& one) {
            const bool isLonger = one.name == QLatin1String("m") && text.startsWith(QLatin1String("ms"));
            return text.startsWith(one.name) && !isLonger;
        });
        if (!isNumber || unit == Units.end() || count > Longest / unit->millis) {
            return std::nullopt;
        }
        total += count * unit->millis;
        text = text.sliced(unit->name.size());
    }
    return total > 0 && total < Longest ? std::optional(Millis{total}) : std::nullopt;
}

} // namespace stowage
