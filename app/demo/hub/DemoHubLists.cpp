// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorld.h"
#include "app/demo/hub/DemoHub.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace stowage {
namespace {

constexpr int UsualPage = 30;
constexpr int LargestPage = 1'000;

int numberIn(const MicroRequest& request, const char* name, int otherwise, int most)
{
    bool isNumber = false;
    const int value = request.queryValue(name).value_or(QByteArray()).toInt(&isNumber);
    return isNumber && value > 0 ? std::min(value, most) : otherwise;
}

QByteArray fieldOf(const nlohmann::json& record, QByteArrayView name)
{
    const auto found = record.find(name.toByteArray().toStdString());
    if (found == record.end()) {
        return {};
    }
    return QByteArray::fromStdString(found->is_string() ? found->get<std::string>() : found->dump());
}

} // namespace

MicroAnswer DemoHub::listed(const MicroRequest& request, QByteArrayView collection)
{
    static constexpr std::array Known{"systems",         "system_details", "system_stats",
                                      "container_stats", "containers",     "systemd_services",
                                      "alerts",          "alerts_history", "quiet_hours"};
    const bool isKnown =
        std::any_of(Known.begin(), Known.end(), [&](const char* name) { return collection == name; });
    if (!isKnown) {
        return answer(404, "{\"data\":{},\"message\":\"Missing collection context.\",\"status\":404}\n");
    }
    const auto filter = DemoHubFilter::parse(request.queryValue("filter").value_or(QByteArray()));
    if (!filter) {
        return answer(400, "{\"data\":{},\"message\":\"Something went wrong while processing your request.\","
                           "\"status\":400}\n");
    }
    if (!isAuthorised(request)) {
        return page(request, 0, {}); // an empty list, and no word of why
    }
    if (collection == "alerts" || collection == "alerts_history") {
        return listedAlerts(request, collection == "alerts_history", *filter);
    }
    if (collection == "system_stats" || collection == "container_stats") {
        return listedStats(request, collection == "container_stats", *filter);
    }
    const auto all = records(collection, *filter, request.queryValue("sort").value_or(QByteArray()));
    return page(request, all.size(), [&](size_t index) { return all[index]; });
}

std::vector<QByteArray> DemoHub::records(QByteArrayView collection, const DemoHubFilter& filter,
                                         const QByteArray& sort) const
{
    std::vector<std::pair<nlohmann::json, QByteArray>> found;
    const auto take = [&](const QByteArray& record) {
        nlohmann::json json = nlohmann::json::parse(record.begin(), record.end());
        if (filter.matches([&](QByteArrayView name) { return fieldOf(json, name); })) {
            found.emplace_back(std::move(json), record);
        }
    };
    if (collection == "quiet_hours" && m_user.isEmpty()) {
        take(m_alerts->quietHours());
    }
    for (const DemoSystem& system : m_systems) {
        if (collection == "systems") {
            take(m_records.system(system));
        } else if (collection == "system_details") {
            take(m_records.details(system));
        } else if (collection == "containers") {
            std::ranges::for_each(m_records.containers(system), take);
        } else if (collection == "systemd_services") {
            std::ranges::for_each(m_records.services(system), take);
        }
    }
    const QByteArrayList keys = sort.split(',');
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        for (const QByteArray& key : keys) {
            const bool isDown = key.startsWith('-');
            const QByteArray name = isDown ? key.mid(1) : key;
            const int difference = fieldOf(a.first, name).compare(fieldOf(b.first, name));
            if (difference != 0) {
                return isDown ? difference > 0 : difference < 0;
            }
        }
        return false;
    });
    std::vector<QByteArray> sorted;
    sorted.reserve(found.size());
    for (auto& [json, record] : found) {
        sorted.push_back(std::move(record));
    }
    return sorted;
}

/// Many records, of which a page is written out.
MicroAnswer DemoHub::listedAlerts(const MicroRequest& request, bool isOfHistory,
                                  const DemoHubFilter& filter) const
{
    QSet<QByteArray> systems;
    for (const DemoSystem& system : m_systems) {
        systems.insert(system.id);
    }
    const auto timeText = [&](Millis at) {
        return DemoHubRecords::timeText(m_records.timeOf(at));
    };
    std::vector<std::pair<QByteArray, size_t>> rows; // by what they are sorted by
    const QByteArray sort = request.queryValue("sort").value_or(QByteArray());
    const auto& alerts = m_alerts->alerts();
    const auto& turns = m_alerts->turns();
    for (size_t i = 0; i < (isOfHistory ? turns.size() : alerts.size()); ++i) {
        const DemoHubAlert& alert = alerts[isOfHistory ? turns[i].alert : i];
        const auto field = [&](QByteArrayView name) -> QByteArray {
            if (name == "created") {
                return timeText(isOfHistory ? turns[i].began : alert.created);
            }
            if (name == "resolved") {
                return turns[i].ended ? timeText(*turns[i].ended) : QByteArray();
            }
            return name == "id"       ? (isOfHistory ? turns[i].id : alert.id)
                   : name == "system" ? alert.system
                                      : "";
        };
        const bool isShown = systems.contains(alert.system) && (m_user.isEmpty() || alert.user == m_user);
        if (isShown && filter.matches(field)) {
            rows.emplace_back(field(sort.startsWith('-') ? sort.mid(1) : sort), i);
        }
    }
    std::ranges::stable_sort(rows, {}, &std::pair<QByteArray, size_t>::first);
    if (sort.startsWith('-')) {
        std::ranges::reverse(rows);
    }
    return page(request, rows.size(), [&](size_t index) {
        const size_t at = rows[index].second;
        return isOfHistory ? m_alerts->turn(turns[at]) : m_alerts->alert(alerts[at]);
    });
}

MicroAnswer DemoHub::listedStats(const MicroRequest& request, bool isOfContainers,
                                 const DemoHubFilter& filter) const
{
    struct Row
    {
        DemoStatsKey key;
        Millis at;
    };
    std::vector<Row> rows;
    const Millis now = m_world.now();
    for (size_t tier = 0; tier < demoHubTiers.size(); ++tier) {
        if (!filter.canMatch("type", demoHubTiers[tier].type)) {
            continue;
        }
        for (size_t index = 0; index < m_systems.size(); ++index) {
            const DemoSystem& system = m_systems[index];
            const auto [first, last] = DemoHubRecords::numbers(system, tier, now);
            for (qint64 number = first; number <= last; ++number) {
                const DemoStatsKey key{index, tier, number};
                const Millis at = DemoHubRecords::momentOf(system, key);
                const auto field = [&](QByteArrayView name) -> QByteArray {
                    if (name == "created") {
                        return DemoHubRecords::timeText(m_records.timeOf(at));
                    }
                    return name == "type"     ? QByteArray(demoHubTiers[tier].type)
                           : name == "system" ? system.id
                                              : QByteArray();
                };
                if (DemoHubRecords::exists(system, key, now) && filter.matches(field)) {
                    rows.push_back({key, at});
                }
            }
        }
    }
    const QByteArray sort = request.queryValue("sort").value_or(QByteArray());
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        if (sort.startsWith("system") && a.key.system != b.key.system) {
            return m_systems[a.key.system].id < m_systems[b.key.system].id;
        }
        return sort.startsWith("-created") ? a.at > b.at : a.at < b.at;
    });
    return page(request, rows.size(), [&](size_t index) {
        const DemoStatsKey& key = rows[index].key;
        const DemoSystem& system = m_systems[key.system];
        return isOfContainers ? m_records.containerStats(system, key) : m_records.systemStats(system, key);
    });
}

MicroResponse DemoHub::page(const MicroRequest& request, size_t count,
                            const std::function<QByteArray(size_t)>& record) const
{
    const int perPage = numberIn(request, "perPage", UsualPage, LargestPage);
    const int number = numberIn(request, "page", 1, std::numeric_limits<int>::max() / LargestPage);
    const auto begin = static_cast<size_t>(number - 1) * static_cast<size_t>(perPage);
    QByteArray items;
    for (size_t i = begin; i < std::min(count, begin + static_cast<size_t>(perPage)); ++i) {
        items += (items.isEmpty() ? "" : ",") + record(i);
    }
    const QByteArray skip = request.queryValue("skipTotal").value_or(QByteArray());
    const bool isCounted = skip != "1" && skip != "true";
    const auto pages = (static_cast<qint64>(count) + perPage - 1) / perPage;
    return answer(200, "{\"items\":[" + items + "],\"page\":" + QByteArray::number(number) +
                           ",\"perPage\":" + QByteArray::number(perPage) + ",\"totalItems\":" +
                           QByteArray::number(isCounted ? static_cast<qint64>(count) : -1) +
                           ",\"totalPages\":" + QByteArray::number(isCounted ? pages : -1) + "}\n");
}

} // namespace stowage
