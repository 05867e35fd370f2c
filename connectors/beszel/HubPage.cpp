// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubPage.h"

#include "connectors/beszel/RecordReader.h"
#include "connectors/beszel/StatsPage.h"
#include "connectors/registry/Json.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HubPage)
};

Error malformed(HubCollection collection)
{
    return {
        ErrorKind::Malformed,
        Words::tr("the hub's answer about %1 cannot be read")
            .arg(QLatin1String(hubCollectionName(collection))),
        {},
        Words::tr("Check that the address is a Beszel hub's, with nothing in between that changes answers."),
        {}};
}

bool isStats(HubCollection collection)
{
    return collection == HubCollection::SystemStats || collection == HubCollection::ContainerStats;
}

bool readPage(HubCollection collection, const QByteArray& body, HubPage& page)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, body);
    simdjson::dom::array items;
    if (!root || root->at_key("items").get_array().get(items) != simdjson::SUCCESS) {
        return false;
    }
    int64_t total = -1;
    if (root->at_key("totalItems").get_int64().get(total) == simdjson::SUCCESS) {
        page.totalItems = total;
    }
    RecordReader reader(collection, page);
    for (const simdjson::dom::element record : items) {
        reader.read(record);
    }
    return true;
}

bool readEvent(HubCollection collection, const QByteArray& data, HubEvent& event)
{
    simdjson::dom::parser parser;
    const auto root = json::parse(parser, data);
    const auto record = root ? json::member(*root, "record") : std::nullopt;
    if (!record) {
        return false;
    }
    std::string_view action;
    if (root->at_key("action").get_string().get(action) == simdjson::SUCCESS) {
        event.action = hubAction(action);
    }
    RecordReader(collection, event.page).read(*record);
    return true;
}

} // namespace

Result<HubPage> parseHubPage(HubCollection collection, const QByteArray& body, int mostContainers)
{
    HubPage page;
    const bool isRead = isStats(collection) ? readStatsPage(collection, body, mostContainers, page)
                                            : readPage(collection, body, page);
    if (!isRead) {
        return fail(malformed(collection));
    }
    return page;
}

Result<HubEvent> parseHubEvent(HubCollection collection, const QByteArray& data, int mostContainers)
{
    HubEvent event;
    const bool isRead = isStats(collection) ? readStatsEvent(collection, data, mostContainers, event)
                                            : readEvent(collection, data, event);
    if (!isRead) {
        return fail(malformed(collection));
    }
    return event;
}

} // namespace stowage
