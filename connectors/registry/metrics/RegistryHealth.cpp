// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/metrics/RegistryHealth.h"

#include "connectors/registry/Json.h"
#include "connectors/registry/RegistryNames.h"

namespace stowage {
namespace {

constexpr int Found = 200;
constexpr int Unavailable = 503;
constexpr qsizetype ChecksShown = 3;

QString shown(std::string_view text)
{
    return escapedForDisplay(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
}

/// Nothing where it is no object of texts: a proxy's own 503.
std::optional<QStringList> failingChecks(QByteArrayView body)
{
    simdjson::dom::parser parser;
    const auto document = json::parse(parser, body);
    simdjson::dom::object checks;
    if (!document || document->get_object().get(checks) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    QStringList lines;
    for (const auto& [name, said] : checks) {
        std::string_view text;
        if (said.get_string().get(text) != simdjson::SUCCESS) {
            return std::nullopt;
        }
        lines << shown(name) + QStringLiteral(": ") + shown(text);
        if (lines.size() == ChecksShown) {
            break;
        }
    }
    return lines.isEmpty() ? std::nullopt : std::optional(lines);
}

} // namespace

RegistryHealth readRegistryHealth(const HttpResult& result)
{
    if (!result) {
        return {};
    }
    if (result->status == Found) {
        return {RegistryHealth::Verdict::Healthy, {}};
    }
    if (result->status == Unavailable) {
        if (const auto checks = failingChecks(result->body)) {
            return {RegistryHealth::Verdict::Failing, checks->join(QStringLiteral("; "))};
        }
    }
    return {};
}

} // namespace stowage
