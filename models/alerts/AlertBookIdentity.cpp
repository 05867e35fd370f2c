// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookIdentity.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace stowage {
namespace {

/// Labels that a Prometheus adds to all it sends, by custom (its documentation's examples, its operator,
/// Thanos, Mimir).
constexpr std::array External{
    QLatin1String("cluster"),    QLatin1String("datacenter"),         QLatin1String("dc"),
    QLatin1String("env"),        QLatin1String("environment"),        QLatin1String("monitor"),
    QLatin1String("prometheus"), QLatin1String("prometheus_replica"), QLatin1String("region"),
    QLatin1String("replica"),    QLatin1String("__replica__"),        QLatin1String("tenant"),
};

/// Labels that say which thing an alert is about: no server adds them to all it sends.
constexpr std::array Telling{
    QLatin1String("certificate"), QLatin1String("container"),  QLatin1String("device"),
    QLatin1String("digest"),      QLatin1String("disk"),       QLatin1String("host"),
    QLatin1String("hostname"),    QLatin1String("image"),      QLatin1String("instance"),
    QLatin1String("interface"),   QLatin1String("job"),        QLatin1String("metric"),
    QLatin1String("mount"),       QLatin1String("mountpoint"), QLatin1String("node"),
    QLatin1String("pod"),         QLatin1String("policy"),     QLatin1String("repository"),
    QLatin1String("service"),     QLatin1String("source"),     QLatin1String("tag"),
};

constexpr size_t Seed = 0x57a9; // pairs and parts are compared within one run only

template <size_t N>
bool isAmong(const QString& name, const std::array<QLatin1String, N>& names)
{
    return std::ranges::find(names, name) != names.end();
}

/// Texts one after the other, each with its length, so that no two lists look alike.
class Bytes
{
public:
    Bytes& add(const QString& text)
    {
        const qsizetype size = text.size();
        m_bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
        m_bytes.append(reinterpret_cast<const char*>(text.utf16()),
                       size * static_cast<qsizetype>(sizeof(char16_t)));
        return *this;
    }
    Bytes& add(const AlertLabel& label) { return add(label.name).add(label.value); }
    quint64 hash() const { return lastingHash(m_bytes); }

private:
    QByteArray m_bytes;
};

/// The name as part of a key: for a person, so it may be cut.
QString keyOf(const QString& name, quint64 hash)
{
    constexpr qsizetype Most = 64;
    QString shown = name.left(Most);
    for (QChar& each : shown) {
        if (!each.isLetterOrNumber() && each != QLatin1Char('-') && each != QLatin1Char('.') &&
            !each.isSurrogate()) {
            each = QLatin1Char('_');
        }
    }
    return shown + QLatin1Char('/') + QString::number(hash, 16).rightJustified(16, QLatin1Char('0'));
}

struct Hashes
{
    quint64 all = 0;
    quint64 withoutExternal = 0;
    quint64 part = 0;
    std::vector<quint64> pairs;
};

Hashes hashesOf(const QString& name, const std::vector<AlertLabel>& labels)
{
    Hashes hashes;
    Bytes all;
    Bytes withoutExternal;
    all.add(name);
    withoutExternal.add(name);
    hashes.part = qHash(name, Seed);
    for (const AlertLabel& label : labels) {
        if (label.name == QLatin1String("alertname")) {
            continue;
        }
        all.add(label);
        if (!isAmong(label.name, External)) {
            withoutExternal.add(label);
        }
        const quint64 pair = qHashMulti(Seed, label.name, label.value);
        if (isAmong(label.name, Telling)) {
            hashes.part = qHashMulti(hashes.part, pair);
        }
        hashes.pairs.push_back(pair);
    }
    hashes.all = all.hash();
    hashes.withoutExternal = withoutExternal.hash();
    if (hashes.pairs.size() > AlertBookIdentity::MostPairs) {
        hashes.pairs = {hashes.all};
    }
    std::ranges::sort(hashes.pairs);
    return hashes;
}

AlertBookIdentity shared(const QString& name, const std::vector<AlertLabel>& labels)
{
    Hashes hashes = hashesOf(name, labels);
    return {keyOf(name, hashes.withoutExternal),
            keyOf(name, hashes.all),
            true,
            hashes.all,
            hashes.part,
            std::move(hashes.pairs)};
}

} // namespace

quint64 lastingHash(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Md5); // nobody is kept out by it: it only has to spread
    hash.addData(bytes);
    return qFromBigEndian<quint64>(hash.result().constData());
}

bool AlertBookIdentity::isSameAs(const AlertBookIdentity& other) const
{
    return isShared && other.isShared && part == other.part &&
           (std::ranges::includes(pairs, other.pairs) || std::ranges::includes(other.pairs, pairs));
}

size_t AlertBookIdentity::distance(const AlertBookIdentity& other) const
{
    return std::max(pairs.size(), other.pairs.size()) - std::min(pairs.size(), other.pairs.size());
}

AlertBookIdentity alertIdentity(const QString& source, const AlertObservation& observation)
{
    if (!observation.identity.isEmpty()) {
        return shared(observation.name, observation.labels);
    }
    Bytes own;
    own.add(QStringLiteral("own")).add(source);
    if (source == AlertBookIdentity::ownSource()) {
        own.add(observation.key); // our own rules know best what is one
    } else {
        own.add(observation.name).add(observation.subject);
    }
    const quint64 hash = own.hash();
    const QString key = keyOf(observation.name, hash);
    return {key, key, false, hash, hash, {}};
}

AlertBookIdentity alertIdentity(const QString& key, const QString& name,
                                const std::vector<AlertLabel>& labels)
{
    AlertBookIdentity identity = shared(name, labels);
    identity.key = key;
    identity.fullKey = key;
    return identity;
}

} // namespace stowage
