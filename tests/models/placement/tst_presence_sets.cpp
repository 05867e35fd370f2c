// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PresenceSets.h"

#include <QTest>

#include <map>
#include <numeric>
#include <random>

using namespace stowage;

namespace {

/// The same by maps.
struct Account
{
    std::map<std::pair<uint32_t, uint32_t>, Presence> cells; ///< by node and layer
    std::map<uint32_t, bool> counting;

    Presence at(uint32_t node, uint32_t layer) const
    {
        const auto found = cells.find({node, layer});
        return found == cells.end() ? Presence::Unknown : found->second;
    }

    quint32 count(uint32_t layer, bool heldOnly) const
    {
        quint32 sum = 0;
        for (const auto& [node, counts] : counting) {
            const Presence presence = counts ? at(node, layer) : Presence::Unknown;
            sum += presence == Presence::Held || (!heldOnly && presence == Presence::Absent) ? 1 : 0;
        }
        return sum;
    }
};

constexpr uint32_t Nodes = 9;
constexpr uint32_t Layers = 400;

QString difference(const PresenceSets& sets, const Account& account)
{
    for (uint32_t layer = 0; layer < Layers; ++layer) {
        if (sets.copies({layer}) != account.count(layer, true) ||
            sets.known(LayerId{layer}) != account.count(layer, false)) {
            return QStringLiteral("counts of layer %1").arg(layer);
        }
        for (uint32_t node = 0; node < Nodes; ++node) {
            const Presence last = account.at(node, layer);
            const auto counts = account.counting.find(node);
            const bool isCounting = counts != account.counting.end() && counts->second;
            if (sets.lastPresence({node}, {layer}) != last ||
                sets.presence({node}, {layer}) != (isCounting ? last : Presence::Unknown) ||
                sets.held({node}).contains(layer) != (isCounting && last == Presence::Held) ||
                sets.known(NodeId{node}).contains(layer) != (isCounting && last != Presence::Unknown)) {
                return QStringLiteral("cell %1 %2").arg(node).arg(layer);
            }
        }
    }
    return {};
}

/// One random change of both.
void change(std::mt19937& random, PresenceSets& sets, Account& account)
{
    const uint32_t node = random() % Nodes;
    const auto dice = random() % 20;
    if (dice == 0) {
        sets.dropNode({node});
        account.counting.erase(node);
        std::erase_if(account.cells, [node](const auto& cell) { return cell.first.first == node; });
    } else if (dice == 1) {
        const uint32_t layer = random() % Layers;
        sets.dropLayer({layer});
        std::erase_if(account.cells, [layer](const auto& cell) { return cell.first.second == layer; });
    } else if (dice < 5) {
        const bool counts = random() % 4 != 0;
        sets.setCounting({node}, counts);
        account.counting[node] = counts;
    } else if (dice == 5) {
        Roaring known;
        Roaring held;
        std::erase_if(account.cells, [node](const auto& cell) { return cell.first.first == node; });
        for (uint32_t layer = random() % 50; layer < Layers; layer += 1 + random() % 9) {
            const bool isHeld = random() % 2 == 0;
            known.add(layer);
            if (isHeld) {
                held.add(layer);
            }
            account.cells[{node, layer}] = isHeld ? Presence::Held : Presence::Absent;
        }
        held.add(Layers + 7); // what is not known cannot be held
        sets.setNode({node}, known, held);
        account.counting[node] = true;
    } else if (dice == 6) {
        sets.compact();
    } else {
        std::vector<CellStep> steps;
        for (uint32_t i = 0; i < random() % 200; ++i) {
            steps.push_back(
                {{static_cast<uint32_t>(random() % Layers)}, static_cast<Presence>(random() % 3)});
            account.cells[{node, steps.back().layer.value}] = steps.back().presence;
        }
        sets.apply({node}, steps);
    }
}

} // namespace

class TestPresenceSets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsAnAccountByMaps_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void equalsAnAccountByMaps()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        PresenceSets sets;
        Account account;
        for (int step = 0; step < 150; ++step) {
            change(random, sets, account);
            const QString found = difference(sets, account);
            QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(found)));
        }
    }

    void aCopyStaysAsItWas()
    {
        std::mt19937 random(11);
        PresenceSets sets;
        Account account;
        for (int round = 0; round < 30; ++round) {
            for (int step = 0; step < 20; ++step) {
                change(random, sets, account);
            }
            const PresenceSets copy = sets;
            const Account before = account;
            for (int step = 0; step < 20; ++step) {
                change(random, sets, account);
            }
            QCOMPARE(difference(copy, before), QString());
            QCOMPARE(difference(sets, account), QString());
        }
    }

    void aRowThatWasToldCellByCellIsSmall()
    {
        // What a sweep does: every cell once, in any order. A row must not keep what growing needed.
        std::mt19937 random(5);
        std::vector<uint32_t> order(20'000);
        std::iota(order.begin(), order.end(), 0U);
        std::shuffle(order.begin(), order.end(), random);
        PresenceSets sets;
        sets.setCounting({0}, true);
        for (const uint32_t layer : order) {
            sets.set({0}, {layer}, layer % 10 == 0 ? Presence::Held : Presence::Absent);
        }
        const size_t counts = sets.layerBound() * 2 * sizeof(quint32);
        QVERIFY(sets.bytesUsed() < 2 * counts + 14'000);
        sets.compact();
        QVERIFY(sets.bytesUsed() < counts + 5'000); // two bytes for each of 2,000, and one run
    }

    void nothingIsKnownOfWhoIsNotThere()
    {
        const PresenceSets sets;
        QCOMPARE(sets.copies({3}), 0U);
        QCOMPARE(sets.presence({3}, {3}), Presence::Unknown);
        QVERIFY(sets.held({}).isEmpty());
        QVERIFY(sets.known(NodeId{7}).isEmpty());
        QVERIFY(!sets.isCounting({}));
    }
};

QTEST_GUILESS_MAIN(TestPresenceSets)
#include "tst_presence_sets.moc"
