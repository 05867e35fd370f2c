// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/MetricTable.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <array>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MetricTable)
};

struct FactName
{
    const char* name;
    HostFact fact;
};

constexpr std::array Facts{
    FactName{"cores", HostFact::Cores},
    FactName{"memoryBytes", HostFact::MemoryBytes},
    FactName{"swapBytes", HostFact::SwapBytes},
    FactName{"diskBytes", HostFact::DiskBytes},
    FactName{"linkBitsPerSecond", HostFact::LinkBitsPerSecond},
};

struct WordName
{
    const char* name;
    HostWord word;
};

constexpr std::array WordNames{
    WordName{"hostname", HostWord::Hostname}, WordName{"machineId", HostWord::MachineId},
    WordName{"kernel", HostWord::Kernel},     WordName{"os", HostWord::Os},
    WordName{"cpuModel", HostWord::CpuModel}, WordName{"agent", HostWord::Agent},
};

Error wrong(const QString& message)
{
    return {ErrorKind::Profile,
            message,
            Words::tr("metric table"),
            Words::tr("See resources/schemas/metric-table.json for its form."),
            {}};
}

QString text(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(*found) : QString();
}

/// A member that is an object of texts; nothing else than texts is taken.
std::vector<std::pair<QString, QString>> texts(const json& object, const char* key)
{
    std::vector<std::pair<QString, QString>> list;
    const auto found = object.find(key);
    if (found != object.end() && found->is_object()) {
        for (const auto& [name, value] : found->items()) {
            if (value.is_string()) {
                list.emplace_back(QString::fromStdString(name),
                                  QString::fromStdString(value.get<std::string>()));
            }
        }
    }
    return list;
}

/// `$filesystems` and the like, put in once: they are the same whoever is asked for.
QString withSelectors(QString expression, const std::vector<std::pair<QString, QString>>& selectors)
{
    for (const auto& [name, matchers] : selectors) {
        expression.replace(QLatin1Char('$') + name, matchers);
    }
    return expression;
}

bool takeFact(const json& object, MetricQuery& query)
{
    if (!object.contains("fact")) {
        return true;
    }
    for (const auto& [name, fact] : Facts) {
        if (text(object, "fact") == QLatin1String(name)) {
            query.fact = fact;
        }
    }
    return query.fact.has_value();
}

bool takeWords(const json& object, MetricQuery& query)
{
    for (const auto& [label, told] : texts(object, "labels")) {
        const auto* const found =
            std::find_if(WordNames.begin(), WordNames.end(),
                         [&name = told](const WordName& one) { return name == QLatin1String(one.name); });
        if (found == WordNames.end()) {
            return false;
        }
        query.words.insert(label, found->word);
    }
    return true;
}

Result<MetricQuery> parseQuery(const json& object, const std::vector<std::pair<QString, QString>>& selectors)
{
    if (!object.is_object()) {
        return fail(wrong(Words::tr("an entry is no object")));
    }
    MetricQuery query;
    query.expression = withSelectors(text(object, "query"), selectors);
    query.metric = text(object, "metric");
    query.label = text(object, "label");
    query.device = text(object, "device");
    for (const auto& [value, metric] : texts(object, "metrics")) {
        query.metrics.insert(value, metric);
    }
    const QString name = query.metric.isEmpty() ? query.expression : query.metric;
    if (!query.expression.contains(QStringLiteral("$host"))) {
        return fail(wrong(Words::tr("the query of \"%1\" has no $host").arg(name)));
    }
    if (!takeFact(object, query) || !takeWords(object, query)) {
        return fail(wrong(Words::tr("\"%1\" is to give a fact that is not known").arg(name)));
    }
    if (query.label.isEmpty() != query.metrics.isEmpty()) {
        return fail(wrong(Words::tr("\"%1\" needs \"label\" and \"metrics\" together").arg(name)));
    }
    const bool needsPick = !query.label.isEmpty() || (!query.device.isEmpty() && !query.metric.isEmpty());
    if (needsPick && !query.expression.contains(QStringLiteral(",$pick"))) {
        return fail(wrong(Words::tr("the query of \"%1\" has no $pick for its label").arg(name)));
    }
    if (query.metric.isEmpty() && query.label.isEmpty() && !query.fact && query.words.isEmpty()) {
        return fail(wrong(Words::tr("\"%1\" gives nothing").arg(name)));
    }
    return query;
}

Result<std::vector<MetricQuery>> parseList(const json& list,
                                           const std::vector<std::pair<QString, QString>>& selectors)
{
    if (!list.is_array()) {
        return fail(wrong(Words::tr("the queries are no list")));
    }
    std::vector<MetricQuery> queries;
    for (const json& object : list) {
        auto query = parseQuery(object, selectors);
        if (!query) {
            return fail(query.error());
        }
        queries.push_back(*std::move(query));
    }
    return queries;
}

json parsed(const QByteArray& text)
{
    return json::parse(text.cbegin(), text.cend(), nullptr, false);
}

} // namespace

Result<MetricTable> MetricTable::parse(const QByteArray& source)
{
    const json root = parsed(source);
    if (!root.is_object()) {
        return fail(wrong(Words::tr("it is not JSON, or no object")));
    }
    const auto selectors = texts(root, "selectors");
    auto metrics = parseList(root.value("metrics", json()), selectors);
    if (!metrics) {
        return fail(metrics.error());
    }
    auto facts = parseList(root.value("facts", json::array()), selectors);
    if (!facts) {
        return fail(facts.error());
    }
    MetricTable table;
    table.m_hosts = withSelectors(text(root, "hosts"), selectors);
    table.m_metrics = *std::move(metrics);
    table.m_facts = *std::move(facts);
    if (!table.m_hosts.contains(QStringLiteral("$host"))) {
        return fail(wrong(Words::tr("its query of the hosts has no $host")));
    }
    return table;
}

Result<std::vector<MetricQuery>> MetricTable::parseQueries(const QByteArray& source)
{
    return parseList(parsed(source), {});
}

} // namespace stowage
