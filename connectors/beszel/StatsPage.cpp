// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/StatsPage.h"

#include "connectors/beszel/HubTime.h"
#include "connectors/beszel/StatsReader.h"
#include "connectors/beszel/StatsValues.h"

namespace stowage {
namespace {

using simdjson::SUCCESS;
using Object = simdjson::ondemand::object;
using Value = simdjson::ondemand::value;

/// PocketBase's ids have 15 characters; ours to bound.
constexpr size_t LongestId = 64;

/// Stats records come by the hundred, one as large as a small page: read on demand, without a tree.
class Records
{
public:
    Records(HubCollection collection, int mostContainers, HubPage& page)
        : m_collection(collection), m_mostContainers(mostContainers), m_page(page), m_reader(page.stats)
    {
    }

    ~Records() { m_page.leftOut += m_reader.leftOut(); }
    Records(const Records&) = delete;
    Records& operator=(const Records&) = delete;

    simdjson::error_code readList(Value items)
    {
        simdjson::ondemand::array array;
        if (const auto error = items.get_array().get(array)) {
            return error;
        }
        for (auto item : array) {
            Value record;
            if (const auto error = item.get(record)) {
                return error;
            }
            if (const auto error = readRecord(record)) {
                return error;
            }
        }
        return SUCCESS;
    }

    simdjson::error_code readRecord(Value record)
    {
        ++m_page.items;
        StatsRow row;
        row.first = static_cast<quint32>(m_page.stats.values.size());
        Object object;
        if (record.get_object().get(object) != SUCCESS) {
            ++m_page.leftOut;
            return SUCCESS;
        }
        if (const auto error = stats::eachField(
                object, [&](stats::ShortKey key, Value value) { return readField(key, value, row); })) {
            return error;
        }
        row.count = static_cast<quint32>(m_page.stats.values.size()) - row.first;
        if (row.id.empty() || row.system.empty() || row.created == Timestamp{} || row.span == Millis{0}) {
            m_page.stats.values.resize(row.first);
            ++m_page.leftOut;
        } else {
            m_page.stats.rows.push_back(std::move(row));
        }
        return SUCCESS;
    }

private:
    simdjson::error_code readField(stats::ShortKey key, Value value, StatsRow& row)
    {
        switch (key) {
        case stats::shortKey("stats"):
            return m_collection == HubCollection::SystemStats
                       ? m_reader.readSystem(value, row.told)
                       : m_reader.readContainers(value, m_mostContainers);
        case stats::shortKey("id"):
            return readText(value, [&](std::string_view text) { takeId(text, row.id); });
        case stats::shortKey("system"):
            return readText(value, [&](std::string_view text) { takeId(text, row.system); });
        case stats::shortKey("created"):
            return readText(
                value, [&](std::string_view text) { row.created = hubTime(text).value_or(Timestamp{}); });
        case stats::shortKey("type"):
            return readText(value, [&](std::string_view text) { row.span = hubTierSpan(text); });
        default:
            return SUCCESS;
        }
    }

    static void takeId(std::string_view text, std::string& id)
    {
        if (text.size() <= LongestId) {
            id = text;
        }
    }

    /// What is no text is as if it were not there.
    template <class Take>
    static simdjson::error_code readText(Value value, Take take)
    {
        std::string_view text;
        if (const auto error = value.get_string().get(text)) {
            return error == simdjson::INCORRECT_TYPE ? SUCCESS : error;
        }
        take(text);
        return SUCCESS;
    }

    HubCollection m_collection;
    int m_mostContainers;
    HubPage& m_page;
    StatsReader m_reader;
};

/// Calls `take(key, value)` for each member of the document; false when it is no object or ends badly.
template <class Take>
bool eachOfDocument(const QByteArray& text, Take take)
{
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    const simdjson::padded_string padded(text.constData(), static_cast<size_t>(text.size()));
    Object object;
    if (parser.iterate(padded).get(document) != SUCCESS || document.get_object().get(object) != SUCCESS) {
        return false;
    }
    for (auto field : object) {
        std::string_view key;
        Value value;
        if (field.unescaped_key().get(key) != SUCCESS || field.value().get(value) != SUCCESS ||
            take(key, value) != SUCCESS) {
            return false;
        }
    }
    const char* rest = nullptr;
    return document.current_location().get(rest) != SUCCESS; // nothing after it
}

} // namespace

bool readStatsPage(HubCollection collection, const QByteArray& body, int mostContainers, HubPage& page)
{
    // A record is some 500 bytes and has some 30 numbers; growing as one goes cost as much as reading them.
    page.stats.rows.reserve(static_cast<size_t>(body.size()) / 400 + 1);
    page.stats.values.reserve(static_cast<size_t>(body.size()) / 16 + 1);
    Records records(collection, mostContainers, page);
    bool isList = false;
    const bool isRead = eachOfDocument(body, [&](std::string_view key, Value value) {
        if (key == "items") {
            isList = true;
            return records.readList(value);
        }
        if (key == "totalItems") {
            int64_t total = -1;
            page.totalItems = value.get_int64().get(total) == SUCCESS ? total : -1;
        }
        return SUCCESS;
    });
    return isRead && isList;
}

bool readStatsEvent(HubCollection collection, const QByteArray& data, int mostContainers, HubEvent& event)
{
    Records records(collection, mostContainers, event.page);
    const bool isRead = eachOfDocument(data, [&](std::string_view key, Value value) {
        if (key == "record") {
            return records.readRecord(value);
        }
        std::string_view action;
        if (key == "action" && value.get_string().get(action) == SUCCESS) {
            event.action = hubAction(action);
        }
        return SUCCESS;
    });
    return isRead && event.page.items > 0;
}

Millis hubTierSpan(std::string_view type)
{
    using std::chrono::minutes;
    struct Tier
    {
        std::string_view type;
        minutes span;
    };
    static constexpr std::array Tiers{Tier{"1m", minutes{1}}, Tier{"10m", minutes{10}},
                                      Tier{"20m", minutes{20}}, Tier{"120m", minutes{120}},
                                      Tier{"480m", minutes{480}}};
    for (const Tier& tier : Tiers) {
        if (type == tier.type) {
            return tier.span;
        }
    }
    return Millis{0};
}

HubAction hubAction(std::string_view name)
{
    if (name == "create") {
        return HubAction::Create;
    }
    if (name == "update") {
        return HubAction::Update;
    }
    return name == "delete" ? HubAction::Delete : HubAction::Other;
}

} // namespace stowage
