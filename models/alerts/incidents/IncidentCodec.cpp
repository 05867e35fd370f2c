// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentCodec.h"

#include "models/alerts/incidents/FoldArchiveParts.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stowage::IncidentCodec)
};

constexpr quint32 Magic = 0x53495631; // "SIV1"
constexpr quint16 Version = 4;
constexpr qsizetype HashSize = 20;
/// Of what was told twice, the latest: enough for what a restart tells again.
constexpr size_t KeptUids = 16'384;

tl::unexpected<Error> malformed(ErrorKind kind, const QString& message)
{
    return fail({kind,
                 message,
                 Words::tr("the checkpoint of the incidents"),
                 Words::tr("Incidents are made anew from the latest events of the log."),
                 {}});
}

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

/// All facts that anything of this refers to, each once.
std::vector<const MemberFacts*> factsOf(const FoldState& state, const std::vector<IncidentTurn>& tail)
{
    std::vector<const MemberFacts*> facts;
    for (const std::shared_ptr<IncidentGroup>& group : state.groups) {
        for (const GroupMember& member : group->members) {
            facts.push_back(member.facts.get());
        }
    }
    for (const GroupOpening& opening : state.openings) {
        facts.push_back(opening.facts.get());
    }
    for (const IncidentTurn& turn : tail) {
        if (turn.facts) {
            facts.push_back(turn.facts.get());
        }
    }
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

/// Counts, places and numbers that fit each other, so that nothing later looks where nothing is.
bool isSound(FoldState& state)
{
    for (auto each = state.groups.cbegin(); each != state.groups.cend(); ++each) {
        const IncidentGroup& group = *each.value();
        const auto& members = group.members;
        const auto isBad = [](const GroupMember& member) {
            return !member.facts;
        };
        const auto open = std::count_if(members.begin(), members.end(),
                                        [](const GroupMember& member) { return member.isOpen; });
        const auto unknown = std::count_if(members.begin(), members.end(), [](const GroupMember& member) {
            return member.isOpen && member.isUnknown;
        });
        if (members.empty() || each.key() == 0 || each.key() > state.lastGroup || open != group.open ||
            unknown != group.unknown || std::any_of(members.begin(), members.end(), isBad)) {
            return false;
        }
        state.ids.insert(group.id);
        state.ids.unite(QSet<QString>(group.formerIds.begin(), group.formerIds.end()));
    }
    for (auto each = state.places.cbegin(); each != state.places.cend(); ++each) {
        const IncidentGroup* const group = state.find(each->group);
        if (!group || each->index >= group->members.size() ||
            group->members[each->index].alert != each.key()) {
            return false;
        }
    }
    // Each leads to a smaller number or to a group that is: no circles.
    for (auto each = state.mergedInto.cbegin(); each != state.mergedInto.cend(); ++each) {
        if (each.key() == 0 || state.groups.contains(each.key()) || each.key() == each.value()) {
            return false;
        }
    }
    return std::all_of(state.openings.begin(), state.openings.end(),
                       [](const GroupOpening& opening) { return opening.facts != nullptr; });
}

/// Follows no chain for longer than there are links.
bool isWithoutCircle(const QHash<quint32, quint32>& mergedInto)
{
    QSet<quint32> fine;
    for (auto each = mergedInto.cbegin(); each != mergedInto.cend(); ++each) {
        QSet<quint32> path;
        quint32 group = each.key();
        while (mergedInto.contains(group) && !fine.contains(group)) {
            if (path.contains(group)) {
                return false;
            }
            path.insert(group);
            group = mergedInto.value(group);
        }
        fine.unite(path);
    }
    return true;
}

} // namespace

QByteArray IncidentCodec::written(const IncidentEngine& engine)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    FoldWriter writer(stream);
    const FoldState& state = engine.m_saved.front().state;
    const std::vector<IncidentTurn>& tail = engine.m_tail;
    const std::vector<const MemberFacts*> facts = factsOf(state, tail);
    stream << static_cast<quint32>(facts.size());
    writer.numbers.reserve(static_cast<qsizetype>(facts.size()));
    for (const MemberFacts* const each : facts) {
        writer.numbers.insert(each, static_cast<quint32>(writer.numbers.size()) + 1);
        writer(*each);
    }
    IncidentTurn floor = engine.m_floor.value_or(IncidentTurn{});
    floor.facts = nullptr;
    floor.act = nullptr;
    const size_t kept = std::min(engine.m_knownOrder.size(), std::max(KeptUids, tail.size()));
    const std::vector<TextKey> known(engine.m_knownOrder.end() - static_cast<std::ptrdiff_t>(kept),
                                     engine.m_knownOrder.end());
    writer(state, tail, engine.m_floor.has_value(), floor, engine.m_upTo, engine.m_newest, engine.m_forgotAt,
           known);

    QByteArray bytes;
    QDataStream head(&bytes, QIODevice::WriteOnly);
    head << Magic << Version;
    return bytes + hashOf(payload) + payload;
}

Result<IncidentEngine> IncidentCodec::read(const QByteArray& bytes, const IncidentRules& rules)
{
    QDataStream head(bytes);
    quint32 magic = 0;
    quint16 version = 0;
    head >> magic >> version;
    if (head.status() != QDataStream::Ok || magic != Magic) {
        return malformed(ErrorKind::Malformed, Words::tr("it is none"));
    }
    if (version > Version) {
        return malformed(ErrorKind::NewerSchema, Words::tr("it was written by a newer program"));
    }
    if (version < Version) {
        return malformed(ErrorKind::Malformed, Words::tr("it was written by an older program"));
    }
    constexpr qsizetype HeadSize = sizeof(Magic) + sizeof(Version);
    const QByteArray payload = bytes.mid(HeadSize + HashSize);
    if (hashOf(payload) != bytes.mid(HeadSize, HashSize)) {
        return malformed(ErrorKind::Malformed, Words::tr("it is damaged"));
    }
    IncidentEngine engine(rules);
    QDataStream stream(payload);
    stream.setVersion(QDataStream::Qt_6_4);
    FoldReader reader(stream);
    const quint32 facts = fields::countOf(reader);
    for (quint32 i = 0; i < facts && reader.isGood(); ++i) {
        auto each = std::make_shared<MemberFacts>();
        reader(*each);
        each->index(engine.m_joining);
        reader.facts.push_back(std::move(each));
    }
    bool hasFloor = false;
    IncidentTurn floor;
    std::vector<TextKey> known;
    FoldState& state = engine.m_saved.front().state;
    reader(state, engine.m_tail, hasFloor, floor, engine.m_upTo, engine.m_newest, engine.m_forgotAt, known);
    const bool isSorted = std::is_sorted(engine.m_tail.begin(), engine.m_tail.end());
    const bool isWhole =
        std::all_of(engine.m_tail.begin(), engine.m_tail.end(), [](const IncidentTurn& turn) {
            const bool isTelling = turn.kind == AlertEventKind::Fired || turn.kind == AlertEventKind::Changed;
            return !isTelling || turn.facts != nullptr;
        });
    if (!reader.isGood() || !stream.atEnd() || !isSorted || !isWhole || !isWithoutCircle(state.mergedInto) ||
        !isSound(state)) {
        return malformed(ErrorKind::Malformed, Words::tr("it does not hold together"));
    }
    engine.m_floor = hasFloor ? std::optional(floor) : std::nullopt;
    engine.m_known = QSet<TextKey>(known.begin(), known.end());
    engine.m_knownOrder.assign(known.begin(), known.end());
    engine.m_state = state;
    return engine;
}

} // namespace stowage
