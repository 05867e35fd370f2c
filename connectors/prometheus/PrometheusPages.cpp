// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/PrometheusPages.h"

#include "connectors/prometheus/QueryAnswer.h"
#include "connectors/prometheus/QueryText.h"

#include <simdjson.h>

#include <QCoreApplication>

namespace stowage {
namespace {

namespace dom = simdjson::dom;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PrometheusAnswer)
};

/// Beyond these nobody reads on.
constexpr qsizetype MostRulesNamed = 10;

Error malformed()
{
    return {ErrorKind::Malformed,
            Words::tr("the answer cannot be read"),
            {},
            Words::tr("Check that the address is a Prometheus server's."),
            {}};
}

std::string_view text(dom::element element, std::string_view key)
{
    std::string_view found;
    return element.at_key(key).get_string().get(found) == simdjson::SUCCESS ? found : std::string_view();
}

/// The member "data" of a whole answer that says success.
Result<dom::element> dataOf(dom::parser& parser, const HttpAnswer& answer)
{
    if (answer.status != 200) {
        return fail(queryError(answer));
    }
    dom::element root;
    dom::element data;
    if (answer.body.isEmpty() ||
        parser.parse(answer.body.constData(), static_cast<size_t>(answer.body.size()), true).get(root) !=
            simdjson::SUCCESS ||
        text(root, "status") != "success" || root.at_key("data").get(data) != simdjson::SUCCESS) {
        return fail(malformed());
    }
    return data;
}

/// A rule that records and cannot: what is made of its series is old.
std::optional<QString> failureOf(dom::element rule)
{
    if (text(rule, "type") != "recording" || text(rule, "health") != "err") {
        return std::nullopt;
    }
    //: a rule's name, and what its server says is wrong
    return Words::tr("%1 (%2)").arg(serverText(text(rule, "name")), serverText(text(rule, "lastError")));
}

} // namespace

Result<QString> parseBuildInfo(const HttpAnswer& answer)
{
    dom::parser parser;
    const auto data = dataOf(parser, answer);
    if (!data) {
        return fail(data.error());
    }
    const QString application = serverText(text(*data, "application"));
    const QString version = serverText(text(*data, "version"));
    if (version.isEmpty()) {
        return fail(malformed());
    }
    return application.isEmpty() ? version : QStringLiteral("%1 %2").arg(application, version);
}

Result<QHash<QString, QString>> parseMetadata(const HttpAnswer& answer)
{
    dom::parser parser;
    const auto data = dataOf(parser, answer);
    if (!data) {
        return fail(data.error());
    }
    dom::object metrics;
    if (data->get_object().get(metrics) != simdjson::SUCCESS) {
        return fail(malformed());
    }
    QHash<QString, QString> types;
    for (const auto [name, told] : metrics) {
        dom::array entries;
        if (told.get_array().get(entries) != simdjson::SUCCESS) {
            continue;
        }
        const QString metric = serverText(name);
        for (const dom::element entry : entries) {
            const QString type = serverText(text(entry, "type"));
            const auto known = types.constFind(metric);
            types.insert(metric, known == types.cend() || *known == type ? type : QString());
        }
    }
    return types;
}

Result<QStringList> parseFailingRules(const HttpAnswer& answer)
{
    dom::parser parser;
    const auto data = dataOf(parser, answer);
    if (!data) {
        return fail(data.error());
    }
    dom::array groups;
    if (data->at_key("groups").get_array().get(groups) != simdjson::SUCCESS) {
        return fail(malformed());
    }
    QStringList failing;
    for (const dom::element group : groups) {
        dom::array rules;
        if (group.at_key("rules").get_array().get(rules) != simdjson::SUCCESS) {
            continue;
        }
        for (const dom::element rule : rules) {
            if (const auto failure = failureOf(rule); failure && failing.size() < MostRulesNamed) {
                failing << *failure;
            }
        }
    }
    return failing;
}

} // namespace stowage
