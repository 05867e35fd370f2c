// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfileRules.h"

#include "app/profile/SchemaFormats.h"

#include <QCoreApplication>
#include <QHash>

namespace stowage {
namespace {

using nlohmann::json;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProfileRules)
};

/// The text of a key, or nothing.
QString textOf(const json& object, const char* key)
{
    if (!object.is_object()) {
        return {};
    }
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(*found) : QString();
}

/// The list of a key, or an empty one.
const json& listOf(const json& object, const char* key)
{
    static const json none = json::array();
    if (!object.is_object()) {
        return none;
    }
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
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
    /// Names of one kind, each with the pointer of where it stood first.
    using Names = QHash<QString, std::string>;

    void tell(const std::string& pointer, const QString& what, const QString& todo)
    {
        m_problems.push_back(m_document.problemAt(pointer, what, todo));
    }

    /// Host names and source ids compare regardless of case.
    void claim(Names& names, const QString& name, const std::string& pointer, const QString& todo)
    {
        if (name.isEmpty()) {
            return;
        }
        const auto first = names.constFind(name.toLower());
        if (first == names.cend()) {
            names.insert(name.toLower(), pointer);
            return;
        }
        tell(pointer,
             Words::tr("\"%1\" is taken: line %2")
                 .arg(quotable(name.toStdString()))
                 .arg(m_document.lineOf(*first)),
             todo);
    }

    void checkSources(const json& sources)
    {
        Names ids;
        for (size_t i = 0; i < sources.size(); ++i) {
            const std::string pointer = childPointer("/sources", i);
            claim(ids, textOf(sources[i], "id"), childPointer(pointer, "id"),
                  Words::tr("Give each source an id of its own."));
            if (textOf(sources[i], "kind") == QLatin1String("spegel")) {
                checkPeers(listOf(sources[i], "nodes"), childPointer(pointer, "nodes"));
            }
        }
    }

    void checkPeers(const json& peers, const std::string& pointer)
    {
        Names names;
        Names addresses;
        for (size_t i = 0; i < peers.size(); ++i) {
            const std::string peer = childPointer(pointer, i);
            const QString name = textOf(peers[i], "name");
            claim(names, name, childPointer(peer, "name"), Words::tr("Each peer is one node; name it once."));
            claim(addresses, QString::fromUtf8(encodedUrl(textOf(peers[i], "registry"))),
                  childPointer(peer, "registry"), Words::tr("Two nodes cannot answer at the same address."));
            checkZone(name, textOf(peers[i], "zone"), childPointer(peer, "zone"));
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
        Names names;
        for (size_t i = 0; i < nodes.size(); ++i) {
            const std::string node = childPointer("/nodes", i);
            const QString zone = textOf(nodes[i], "zone");
            claim(names, textOf(nodes[i], "name"), childPointer(node, "name"), todo);
            const json& aliases = listOf(nodes[i], "aliases");
            QStringList known{textOf(nodes[i], "name")};
            for (size_t j = 0; j < aliases.size(); ++j) {
                const QString alias = aliases[j].is_string() ? QString::fromStdString(aliases[j]) : QString();
                if (!known.mid(1).contains(alias)) { // the same one twice in a list is the schema's matter
                    claim(names, alias, childPointer(childPointer(node, "aliases"), j), todo);
                }
                known << alias;
            }
            for (const QString& name : std::as_const(known)) {
                if (!name.isEmpty() && !zone.isEmpty()) {
                    m_zones.insert(name.toLower(), {zone, childPointer(node, "zone")});
                }
            }
        }
    }

    void checkPlacement()
    {
        const json& root = m_document.root();
        const json::json_pointer copies("/placement/copies");
        const json::json_pointer zones("/placement/zones");
        if (root.contains(copies) && root.contains(zones) && root[copies].is_number_integer() &&
            root[zones].is_number_integer() && root[zones] > root[copies]) {
            tell("/placement/zones", Words::tr("more zones than copies cannot be reached"),
                 Words::tr("Ask for at least as many copies as zones."));
        }
    }

    struct Zone
    {
        QString zone;
        std::string pointer;
    };

    const JsonDocument& m_document;
    QHash<QString, Zone> m_zones;
    ProfileProblems m_problems;
};

} // namespace

ProfileProblems checkProfileRules(const JsonDocument& document)
{
    return Rules(document).check();
}

} // namespace stowage
