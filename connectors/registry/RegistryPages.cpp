// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryPages.h"

#include "connectors/registry/Json.h"
#include "connectors/registry/RegistryNames.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

Error notAPage(const QString& what)
{
    return {ErrorKind::Malformed,
            what,
            {},
            QCoreApplication::translate("RegistryPages",
                                        "Check that the address is a registry's and not a web page's."),
            {}};
}

Result<NamesPage> parseNames(QByteArrayView body, std::string_view key, bool (*isName)(QByteArrayView))
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, body);
    if (!root) {
        return fail(
            notAPage(QCoreApplication::translate("RegistryPages", "the list is not unambiguous JSON: \"%1\"")
                         .arg(escapedForDisplay(body.first(std::min<qsizetype>(body.size(), 40))))));
    }
    NamesPage page;
    const auto list = json::member(*root, key);
    if (list && list->is_null()) {
        return page;
    }
    simdjson::dom::array array;
    if (!list || list->get_array().get(array) != simdjson::SUCCESS) {
        return fail(
            notAPage(QCoreApplication::translate("RegistryPages", "the answer has no list named \"%1\"")
                         .arg(QLatin1String(key.data(), static_cast<qsizetype>(key.size())))));
    }
    for (const simdjson::dom::element entry : array) {
        std::string_view text;
        if (entry.get_string().get(text) != simdjson::SUCCESS) {
            return fail(
                notAPage(QCoreApplication::translate("RegistryPages", "a name in the list is not a string")));
        }
        const QByteArrayView name(text.data(), static_cast<qsizetype>(text.size()));
        if (isName(name)) {
            page.names.push_back(QString::fromLatin1(name));
        } else {
            page.refused.push_back(escapedForDisplay(name));
        }
    }
    return page;
}

bool isCode(QByteArrayView code)
{
    return code.size() <= 64 &&
           std::all_of(code.begin(), code.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

} // namespace

Result<NamesPage> parseCatalogPage(QByteArrayView body)
{
    return parseNames(body, "repositories", isRepositoryName);
}

Result<NamesPage> parseTagsPage(QByteArrayView body)
{
    return parseNames(body, "tags", isTag);
}

RegistryFault parseFault(QByteArrayView body)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, body);
    simdjson::dom::element first;
    if (!root || root->at_pointer("/errors/0").get(first) != simdjson::SUCCESS) {
        return {};
    }
    RegistryFault fault;
    if (const auto code = json::text(first, "code"); code && isCode(*code)) {
        fault.code = QString::fromLatin1(*code);
    }
    if (const auto message = json::text(first, "message")) {
        fault.message = escapedForDisplay(*message);
    }
    if (const auto detail = json::member(first, "detail")) {
        simdjson::dom::array upstream;
        fault.tellsOfUpstream = json::text(*detail, "URL").has_value() ||
                                detail->at_key("errors").get_array().get(upstream) == simdjson::SUCCESS;
    }
    return fault;
}

} // namespace stowage
