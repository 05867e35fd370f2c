// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmCanonical.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

using Node = PrewarmProblem::Node;
using Piece = PrewarmProblem::Piece;
using Target = PrewarmProblem::Target;

constexpr quint32 Unused = UINT32_MAX;
constexpr quint32 ManyTimes = 5;            // more often is not worse
constexpr qint64 Largest = qint64{1} << 50; // what claims more is taken as that, so that sums stay numbers

/// Down to the step below: what is between two of them is the same to a plan.
Millis roundedUptime(Millis uptime)
{
    using namespace std::chrono_literals;
    for (const Millis step : {Millis{7 * 24h}, Millis{24h}, Millis{1h}, Millis{10min}}) {
        if (uptime >= step) {
            return step;
        }
    }
    return Millis{0};
}

NodeWorth rounded(NodeWorth worth)
{
    constexpr qint64 GiB = qint64{1} << 30;
    if (worth.uptime) {
        worth.uptime = roundedUptime(*worth.uptime);
    }
    if (worth.restarts) {
        worth.restarts = std::min(*worth.restarts, ManyTimes);
    }
    if (worth.vanished) {
        worth.vanished = std::min(*worth.vanished, ManyTimes);
    }
    if (worth.freeBytes) {
        worth.freeBytes = std::max<qint64>(0, *worth.freeBytes) / GiB * GiB;
    }
    if (worth.load && !std::isfinite(*worth.load)) {
        worth.load.reset();
    }
    if (worth.load) {
        worth.load = std::round(std::clamp(*worth.load, 0.0, 1.0) * 10) / 10;
    }
    return worth;
}

/// To two digits: 52 MB/s and 52.4 are one rate. Nothing for what is no rate.
std::optional<qint64> rounded(std::optional<qint64> rate)
{
    if (!rate || *rate <= 0) {
        return std::nullopt;
    }
    qint64 unit = 1;
    while (*rate / unit >= 100) {
        unit *= 10;
    }
    return *rate / unit * unit;
}

/// For each index of the old list its index in the new one, which holds the used pieces by digest.
std::vector<quint32> placesByDigest(const PrewarmProblem& problem)
{
    std::vector<bool> isUsed(problem.pieces.size());
    for (const Target& target : problem.targets) {
        for (const quint32 piece : target.pieces) {
            isUsed[piece] = true;
        }
    }
    std::vector<quint32> order;
    for (quint32 piece = 0; piece < problem.pieces.size(); ++piece) {
        if (isUsed[piece]) {
            order.push_back(piece);
        }
    }
    std::ranges::sort(order, {}, [&](quint32 piece) { return problem.pieces[piece].digest; });
    std::vector<quint32> places(problem.pieces.size(), Unused);
    for (quint32 place = 0; place < order.size(); ++place) {
        places[order[place]] = place;
    }
    return places;
}

Roaring moved(const Roaring& pieces, const std::vector<quint32>& places, size_t placeCount)
{
    std::vector<bool> isThere(placeCount);
    for (const quint32 piece : pieces) {
        if (piece < places.size() && places[piece] != Unused) {
            isThere[places[piece]] = true;
        }
    }
    std::vector<quint32> moved;
    for (quint32 place = 0; place < placeCount; ++place) {
        if (isThere[place]) {
            moved.push_back(place);
        }
    }
    return Roaring(moved.size(), moved.data());
}

Target moved(Target target, const std::vector<quint32>& places)
{
    std::ranges::transform(target.pieces, target.pieces.begin(),
                           [&](quint32 piece) { return places[piece]; });
    std::ranges::sort(target.pieces);
    target.pieces.erase(std::unique(target.pieces.begin(), target.pieces.end()), target.pieces.end());
    return target;
}

/// Writes values so that no two problems write the same: numbers at full width, texts and lists with their
/// lengths.
class Serializer
{
public:
    void number(qint64 value)
    {
        const qint64 big = qToBigEndian(value);
        bytes({reinterpret_cast<const char*>(&big), sizeof big});
    }
    void text(const QString& text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(utf8.size());
        m_hash.addData(utf8);
    }
    void bytes(QByteArrayView bytes) { m_hash.addData(bytes); }
    template <class T, class Write>
    void optional(const std::optional<T>& value, Write write)
    {
        number(value ? 1 : 0);
        if (value) {
            write(*value);
        }
    }
    void list(const Roaring& list)
    {
        number(static_cast<qint64>(list.cardinality()));
        for (const quint32 value : list) {
            const quint32 big = qToBigEndian(value);
            bytes({reinterpret_cast<const char*>(&big), sizeof big});
        }
    }
    QString result() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

void write(Serializer& out, const NodeWorth& worth)
{
    const auto number = [&out](auto value) {
        out.number(static_cast<qint64>(value));
    };
    out.optional(worth.uptime, [&](Millis uptime) { out.number(uptime.count()); });
    out.optional(worth.restarts, number);
    out.optional(worth.vanished, number);
    out.optional(worth.freeBytes, number);
    out.optional(worth.load, [&](double load) { out.number(std::lround(load * 10)); });
    out.optional(worth.isCordoned, number);
    out.optional(worth.platform, [&](const QString& platform) { out.text(platform); });
}

void write(Serializer& out, const Node& node)
{
    out.text(node.name);
    out.text(node.zone);
    out.number(static_cast<qint64>(node.state));
    out.number(node.isPlatformAssumed ? 1 : 0);
    write(out, node.worth);
    out.list(node.known);
    out.list(node.held);
}

void write(Serializer& out, const Target& target)
{
    out.text(target.image.source);
    out.text(target.image.repository);
    out.text(target.image.tag);
    out.text(target.platform);
    out.number(target.isOneOfSeveral ? 1 : 0);
    out.number(target.goal.copies);
    out.number(target.goal.zones);
    out.number(static_cast<qint64>(target.pieces.size()));
    for (const quint32 piece : target.pieces) {
        out.number(piece);
    }
}

} // namespace

PrewarmProblem canonical(const PrewarmProblem& problem)
{
    const std::vector<quint32> places = placesByDigest(problem);
    PrewarmProblem result;
    result.limits = {std::max(1U, problem.limits.nodesPerHolder),
                     std::max(1U, problem.limits.nodesPerUpstream), std::max(1U, problem.limits.diskFactor)};
    result.rates = {rounded(problem.rates.peerBytesPerSecond), rounded(problem.rates.upstreamBytesPerSecond)};
    result.pieces.resize(
        static_cast<size_t>(std::ranges::count_if(places, [](quint32 place) { return place != Unused; })));
    for (size_t piece = 0; piece < places.size(); ++piece) {
        if (places[piece] != Unused) {
            result.pieces[places[piece]] = problem.pieces[piece];
            result.pieces[places[piece]].bytes = std::clamp<qint64>(problem.pieces[piece].bytes, 0, Largest);
        }
    }
    for (const Node& node : problem.nodes) {
        result.nodes.push_back({node.name, node.zone, node.state, rounded(node.worth), node.isPlatformAssumed,
                                moved(node.known, places, result.pieces.size()),
                                moved(node.held, places, result.pieces.size())});
    }
    std::ranges::sort(result.nodes, {}, &Node::name);
    for (const Target& target : problem.targets) {
        result.targets.push_back(moved(target, places));
    }
    std::ranges::sort(result.targets, [](const Target& a, const Target& b) {
        return a.image == b.image ? a.platform < b.platform : a.image < b.image;
    });
    return result;
}

QString prewarmHash(const PrewarmProblem& problem)
{
    Serializer out;
    out.text(QStringLiteral("stowage prewarm 1")); // another way to plan is another number
    out.number(problem.limits.nodesPerHolder);
    out.number(problem.limits.nodesPerUpstream);
    out.number(problem.limits.diskFactor);
    const auto number = [&out](qint64 value) {
        out.number(value);
    };
    out.optional(problem.rates.peerBytesPerSecond, number);
    out.optional(problem.rates.upstreamBytesPerSecond, number);
    out.number(static_cast<qint64>(problem.pieces.size()));
    for (const Piece& piece : problem.pieces) {
        out.bytes(piece.digest.bytes());
        out.number(piece.bytes);
        out.number(static_cast<qint64>(piece.kind));
    }
    out.number(static_cast<qint64>(problem.nodes.size()));
    for (const Node& node : problem.nodes) {
        write(out, node);
    }
    out.number(static_cast<qint64>(problem.targets.size()));
    for (const Target& target : problem.targets) {
        write(out, target);
    }
    return out.result();
}

} // namespace stowage
