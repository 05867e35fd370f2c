// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfileRules.h"

#include "app/profile/JsonFields.h"
#include "app/profile/SchemaFormats.h"
#include "connectors/prometheus/MetricTable.h"
#include "models/core/NearestName.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProfileRules)
};

/// The texts of a list, empty ones where something else stands.
QStringList textsOf(const json& object, const char* key)
{
    QStringList texts;
    for (const json& item : listOf(object, key)) {
        texts << (item.is_string() ? QString::fromStdString(item) : QString());
    }
    return texts;
}

class Rules
{
public:
    explicit Rules(const JsonDocument& document) : m_document(document) {}

    ProfileProblems check()
    {
        const json& root = m_document.root();
        checkNodes(listOf(root, "nodes"));
        checkSources(listOf(root, "sources"));
        checkPlacement();
        return std::move(m_problems);
    }

private:
    void tell(const std::string& pointer, const QString& what, const QString& todo)
    {
        m_problems.push_back(m_document.problemAt(pointer, what, todo));
    }

    /// Host names and source ids compare regardless of case.
    void claim(ClaimedNames& names, const QString& name, const std::string& pointer, const QString& todo)
    {
        if (auto problem = claimName(names, name, name.toLower(), pointer, m_document, todo)) {
            m_problems.push_back(*std::move(problem));
        }
    }

    void checkSources(const json& sources)
    {
        ClaimedNames ids;
        for (size_t i = 0; i < sources.size(); ++i) {
            const std::string pointer = childPointer("/sources", i);
            claim(ids, textOf(sources[i], "id"), childPointer(pointer, "id"),
                  Words::tr("Give each source an id of its own."));
            if (textOf(sources[i], "kind") == QLatin1String("spegel")) {
                checkPeers(listOf(sources[i], "nodes"), childPointer(pointer, "nodes"));
                checkThresholds(sources[i], pointer);
            } else if (textOf(sources[i], "kind") == QLatin1String("prometheus")) {
                checkHostMetrics(listOf(sources[i], "hostMetrics"), childPointer(pointer, "hostMetrics"));
            }
        }
    }

    /// The table's own rules, and one query a metric.
    void checkHostMetrics(const json& metrics, const std::string& pointer)
    {
        ClaimedNames names;
        for (size_t i = 0; i < metrics.size(); ++i) {
            const std::string metric = childPointer(pointer, i);
            claim(names, textOf(metrics[i], "metric"), childPointer(metric, "metric"),
                  Words::tr("Give one query a metric."));
            if (!textOf(metrics[i], "query").contains(QStringLiteral("$host"))) {
                continue; // the schema's matter
            }
            const json list = json::array({metrics[i]});
            const auto queries = MetricTable::parseQueries(
                QByteArray::fromStdString(list.dump(-1, ' ', false, json::error_handler_t::replace)));
            if (!queries) {
                tell(childPointer(metric, "query"), queries.error().message,
                     Words::tr("See \"hostMetrics\" in resources/schemas/profile.json."));
            }
        }
    }

    /// Thresholds that nothing is held against would look like some that are kept.
    void checkThresholds(const json& source, const std::string& pointer)
    {
        const json& peers = listOf(source, "nodes");
        const bool isTold = std::any_of(peers.begin(), peers.end(), [](const json& peer) {
            return peer.is_object() && peer.contains("metrics");
        });
        if (source.contains("thresholds") && !isTold) {
            tell(childPointer(pointer, "thresholds"),
                 Words::tr("none of the peers has \"metrics\" to be held against them"),
                 Words::tr("Give the peers their \"metrics\" addresses, or leave the thresholds out."));
        }
    }

    void checkPeers(const json& peers, const std::string& pointer)
    {
        ClaimedNames names;
        ClaimedNames addresses;
        for (size_t i = 0; i < peers.size(); ++i) {
            const std::string peer = childPointer(pointer, i);
            const QString name = textOf(peers[i], "name");
            claim(names, m_nodeOf.value(name.toLower(), name), childPointer(peer, "name"),
                  Words::tr("Each peer is one node; name it once."));
            claim(addresses, QString::fromUtf8(encodedUrl(textOf(peers[i], "registry"))),
                  childPointer(peer, "registry"), Words::tr("Two nodes cannot answer at the same address."));
            checkZone(name, textOf(peers[i], "zone"), childPointer(peer, "zone"));
            know(m_knownNodes, name);
            know(m_knownZones, textOf(peers[i], "zone"));
        }
    }

    /// A node has one zone, whoever tells of it.
    void checkZone(const QString& node, const QString& zone, const std::string& pointer)
    {
        const auto known = m_zones.constFind(node.toLower());
        if (node.isEmpty() || zone.isEmpty() || known == m_zones.cend() || known->zone == zone) {
            return;
        }
        tell(pointer,
             Words::tr("\"%1\" stands in zone \"%2\" here, but in \"%3\" on line %4")
                 .arg(quotable(node.toStdString()), quotable(zone.toStdString()),
                      quotable(known->zone.toStdString()))
                 .arg(m_document.lineOf(known->pointer)),
             Words::tr("Tell the zone once, or the same in both places."));
    }

    void checkNodes(const json& nodes)
    {
        const QString todo = Words::tr("Each name and alias belongs to one node.");
        ClaimedNames names;
        for (size_t i = 0; i < nodes.size(); ++i) {
            const std::string node = childPointer("/nodes", i);
            const QString zone = textOf(nodes[i], "zone");
            claim(names, textOf(nodes[i], "name"), childPointer(node, "name"), todo);
            const json& aliases = listOf(nodes[i], "aliases");
            QStringList known{textOf(nodes[i], "name")};
            know(m_knownZones, zone);
            for (const QString& label : textsOf(nodes[i], "labels")) {
                know(m_knownLabels, label);
            }
            for (size_t j = 0; j < aliases.size(); ++j) {
                const QString alias = aliases[j].is_string() ? QString::fromStdString(aliases[j]) : QString();
                if (!known.mid(1).contains(alias)) { // the same one twice in a list is the schema's matter
                    claim(names, alias, childPointer(childPointer(node, "aliases"), j), todo);
                }
                known << alias;
            }
            for (const QString& name : std::as_const(known)) {
                know(m_knownNodes, name);
                m_nodeOf.insert(name.toLower(), known.front());
                if (!name.isEmpty() && !zone.isEmpty()) {
                    m_zones.insert(name.toLower(), {zone, childPointer(node, "zone")});
                }
            }
        }
    }

    void checkPlacement()
    {
        const json& root = m_document.root();
        const json none = json::object();
        const auto found = root.is_object() ? root.find("placement") : root.end();
        const json& placement = found != root.end() && found->is_object() ? *found : none;
        checkGoal(placement, "/placement");
        checkCoverage(listOf(placement, "coverage"));
        checkKeyImages(listOf(placement, "keyImages"));
    }

    void checkGoal(const json& goal, const std::string& pointer)
    {
        const auto number = [&goal](const char* key) {
            const auto found = goal.is_object() ? goal.find(key) : goal.end();
            return found != goal.end() && found->is_number_integer() ? *found : json();
        };
        if (number("copies").is_number() && number("zones").is_number() &&
            number("zones") > number("copies")) {
            tell(childPointer(pointer, "zones"), Words::tr("more zones than copies cannot be reached"),
                 Words::tr("Ask for at least as many copies as zones."));
        }
    }

    void checkCoverage(const json& rules)
    {
        ClaimedNames patterns;
        for (size_t i = 0; i < rules.size(); ++i) {
            const std::string rule = childPointer("/placement/coverage", i);
            claim(patterns, textOf(rules[i], "repositories"), childPointer(rule, "repositories"),
                  Words::tr("Only the first rule that matches counts."));
            checkGoal(rules[i], rule);
        }
    }

    void checkKeyImages(const json& rules)
    {
        ClaimedNames names;
        for (size_t i = 0; i < rules.size(); ++i) {
            const std::string rule = childPointer("/placement/keyImages", i);
            claim(names, textOf(rules[i], "name"), childPointer(rule, "name"),
                  Words::tr("Give each rule a name of its own."));
            if (rules[i].is_object() && !rules[i].contains("nodes") && !rules[i].contains("zones") &&
                !rules[i].contains("labels")) {
                tell(rule, Words::tr("the rule says not on which nodes"),
                     Words::tr("Name some by \"nodes\", \"zones\" or \"labels\"."));
            }
            checkKnown(rules[i], "nodes", rule, m_knownNodes, Qt::CaseInsensitive);
            checkKnown(rules[i], "zones", rule, m_knownZones, Qt::CaseSensitive);
            checkKnown(rules[i], "labels", rule, m_knownLabels, Qt::CaseSensitive);
        }
    }

    /// What a rule names must be somewhere in the profile: a rule that means nobody would look like one that
    /// is kept.
    void checkKnown(const json& rule, const char* key, const std::string& pointer, const QStringList& known,
                    Qt::CaseSensitivity sensitivity)
    {
        const QStringList wanted = textsOf(rule, key);
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (wanted[i].isEmpty() || known.contains(wanted[i], sensitivity)) {
                continue;
            }
            const QString nearest = nearestName(wanted[i], known);
            tell(childPointer(childPointer(pointer, key), static_cast<size_t>(i)),
                 Words::tr("\"%1\" is nowhere else in the profile").arg(quotable(wanted[i].toStdString())),
                 nearest.isEmpty() ? Words::tr("Name what \"sources\" or \"nodes\" know.")
                                   : Words::tr("Did you mean \"%1\"?").arg(quotable(nearest.toStdString())));
        }
    }

    static void know(QStringList& known, const QString& name)
    {
        if (!name.isEmpty()) {
            known << name;
        }
    }

    struct Zone
    {
        QString zone;
        std::string pointer;
    };

    const JsonDocument& m_document;
    QHash<QString, Zone> m_zones;
    QHash<QString, QString> m_nodeOf; ///< the node's name by its names and aliases
    QStringList m_knownNodes;
    QStringList m_knownZones;
    QStringList m_knownLabels;
    ProfileProblems m_problems;
};

} // namespace

ProfileProblems checkProfileRules(const JsonDocument& document)
{
    return Rules(document).check();
}

} // namespace stowage
