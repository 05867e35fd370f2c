// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/NodeCells.h"
#include "connectors/spegel/PeerList.h"
#include "connectors/spegel/ProbeRota.h"
#include "connectors/spegel/SweepRate.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <random>
#include <set>

using namespace stowage;
using stowage::test::ManualClock;

namespace {

using Index = IndexSet::Index;

WantedContent wanted(const char* name, qint64 bytes = 100)
{
    return {Digest::of(name), ContentKind::Layer, bytes, QStringLiteral("team/web"),
            QStringLiteral("docker.io")};
}

constexpr HeadVerdict Held{Presence::Held, Evidence::LocalHit};
constexpr HeadVerdict Absent{Presence::Absent, Evidence::JsonMiss};
constexpr HeadVerdict Silent{Presence::Unknown, Evidence::Silent};

SweepCommons commons(const std::vector<WantedContent>& content)
{
    SweepCommons all{ContentBook({QStringLiteral("docker.io")}), {}};
    (void)all.book.update(content);
    return all;
}

/// The digests that it would be asked for, in order.
std::vector<Digest> takeAll(NodeCells& cells)
{
    std::vector<Digest> order;
    while (const auto cell = cells.take()) {
        order.push_back(cell->digest);
    }
    return order;
}

std::vector<Digest> digests(std::initializer_list<const char*> names)
{
    std::vector<Digest> all;
    for (const char* name : names) {
        all.push_back(Digest::of(name));
    }
    return all;
}

PeerSettings peer(const char* name, const char* url)
{
    PeerSettings settings;
    settings.name = QString::fromLatin1(name);
    settings.registry.baseUrl = url;
    return settings;
}

} // namespace

/// The parts of the sweep that know no sockets and no time.
class TestSpegelCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsAreSets();
    void bookKeepsNumbers();
    void bookTellsWhatChanged();
    void asksByWorth();
    void goesOnWhereARoundEnded();
    void asksFailuresAgainInSmallRounds();
    void givesBackWhatWasNotAnswered();
    void countsCopies();
    void forgetsWhatIsNotWanted();
    void takesAList();
    void doesNotMistakeANumberForAnother();
    void ratePaysOff();
    void turnsAreFew();
    void oneTimerServesAll();
    void listsPeersOnce_data();
    void listsPeersOnce();
};

void TestSpegelCells::setsAreSets()
{
    std::mt19937 random(20261122);
    std::set<Index> truth;
    IndexSet set;
    for (int i = 0; i < 5'000; ++i) {
        const Index index = random() % 300;
        if (random() % 2 == 0) {
            QCOMPARE(set.insert(index), truth.insert(index).second);
        } else {
            QCOMPARE(set.remove(index), truth.erase(index) == 1);
        }
        QCOMPARE(set.size(), truth.size());
        const Index from = random() % 400;
        const auto next = truth.lower_bound(from);
        QCOMPARE(set.from(from), next == truth.end() ? std::nullopt : std::optional(*next));
    }
    IndexSet other;
    other.insert(1'000);
    other.unite(set);
    QCOMPARE(other.size(), truth.size() + 1);
    other.clear();
    QVERIFY(other.isEmpty() && !other.from(0));
}

void TestSpegelCells::bookKeepsNumbers()
{
    ContentBook book({QStringLiteral("docker.io")});
    const auto first = book.update({wanted("a"), wanted("b"), wanted("a")});
    QCOMPARE(first.added.size(), size_t{2});
    const Index b = *book.find(Digest::of("b"));
    const auto second = book.update({wanted("b"), wanted("c")});
    QCOMPARE(*book.find(Digest::of("b")), b);
    QVERIFY(!book.find(Digest::of("a")));
    QCOMPARE(second.removed, first.added.front() == b ? std::vector<Index>{first.added.back()}
                                                      : std::vector<Index>{first.added.front()});
    QCOMPARE(book.end(), Index{2}); // c took a's place
    QVERIFY(book.update({wanted("b"), wanted("c")}).isEmpty());
}

void TestSpegelCells::bookTellsWhatChanged()
{
    ContentBook book({QStringLiteral("docker.io")});
    (void)book.update({wanted("a")});
    const auto change = book.update({wanted("a", 200)});
    QCOMPARE(change.removed.size(), size_t{1});
    QCOMPARE(change.added.size(), size_t{1});
    WantedContent foreign = wanted("f");
    foreign.registryNamespace = QStringLiteral("quay.io");
    WantedContent evil = wanted("e");
    evil.repository = QStringLiteral("../etc");
    (void)book.update({wanted("a", 200), foreign, evil});
    QCOMPARE(book.askable().size(), size_t{1});
    QCOMPARE(book.unaskable().size(), size_t{2});
    QCOMPARE(book.namespacesNotAsked(), QStringList{QStringLiteral("quay.io")});
    QCOMPARE(book.at(*book.find(Digest::of("e"))).obstacle, Evidence::NotAsked);
}

void TestSpegelCells::asksByWorth()
{
    SweepCommons all = commons({wanted("a"), wanted("b"), wanted("c"), wanted("d")});
    NodeCells cells(all);
    cells.beginLife(Worth::Old);
    QCOMPARE(cells.worth(), Worth::Old);
    cells.follow(all.book.update({wanted("a"), wanted("b"), wanted("c"), wanted("d"), wanted("new")}));
    QCOMPARE(cells.worth(), Worth::Fresh);
    cells.demandRisk({*all.book.find(Digest::of("c"))});
    QCOMPARE(cells.worth(), Worth::Risk);
    QCOMPARE(takeAll(cells), digests({"c", "new", "a", "b", "d"}));
    QCOMPARE(cells.worth(), Worth::None);
    cells.beginLife(Worth::Back);
    QCOMPARE(cells.worth(), Worth::Back);
}

void TestSpegelCells::goesOnWhereARoundEnded()
{
    SweepCommons all = commons({wanted("a"), wanted("b"), wanted("c")});
    NodeCells cells(all);
    cells.beginLife(Worth::Old);
    QCOMPARE(cells.take()->digest, Digest::of("a"));
    cells.beginRound(Worth::Old, false);
    QCOMPARE(takeAll(cells), digests({"b", "c", "a"}));
}

void TestSpegelCells::asksFailuresAgainInSmallRounds()
{
    SweepCommons all = commons({wanted("a"), wanted("b")});
    NodeCells cells(all);
    cells.beginLife(Worth::Old);
    QVERIFY(cells.note(*cells.take(), Silent));
    QVERIFY(cells.note(*cells.take(), Held));
    QVERIFY(cells.isCovered());
    cells.demandRisk({});
    QCOMPARE(takeAll(cells), digests({"a"}));
}

void TestSpegelCells::givesBackWhatWasNotAnswered()
{
    SweepCommons all = commons({wanted("a"), wanted("b")});
    NodeCells cells(all);
    cells.beginLife(Worth::Old);
    const auto cell = cells.take();
    cells.giveBack(*cell);
    QCOMPARE(cells.left(), size_t{2});
    QVERIFY(!cells.isCovered());
    const auto rest = cells.noteRest({Presence::Unknown, Evidence::Unauthorized});
    QCOMPARE(rest.size(), size_t{2});
    QVERIFY(cells.isCovered());
}

void TestSpegelCells::countsCopies()
{
    SweepCommons all = commons({wanted("a"), wanted("b")});
    const Index a = *all.book.find(Digest::of("a"));
    NodeCells one(all);
    NodeCells two(all);
    for (NodeCells* cells : {&one, &two}) {
        cells->beginLife(Worth::Old);
        QVERIFY(cells->note(*cells->take(), Held));
        QVERIFY(cells->note(*cells->take(), Absent));
    }
    QCOMPARE(all.copies.copies(a), 2U);
    QVERIFY(all.copies.single().isEmpty());
    two.endLife();
    QVERIFY(all.copies.single().contains(a));
    one.endLife();
    QVERIFY(all.copies.single().isEmpty() && all.copies.lost().contains(a));
    one.beginLife(Worth::Back);
    QVERIFY(one.note(*one.take(), Held));
    QVERIFY(all.copies.single().contains(a) && all.copies.lost().isEmpty());
}

void TestSpegelCells::forgetsWhatIsNotWanted()
{
    SweepCommons all = commons({wanted("a"), wanted("b")});
    const Index a = *all.book.find(Digest::of("a"));
    NodeCells cells(all);
    cells.beginLife(Worth::Old);
    QVERIFY(cells.note(*cells.take(), Held));
    const auto inFlight = cells.take();
    cells.follow(all.book.update({}));
    QCOMPARE(all.copies.copies(a), 0U);
    QVERIFY(!cells.note(*inFlight, Held));
    QVERIFY(cells.isCovered());
    cells.endLife();
}

void TestSpegelCells::takesAList()
{
    SweepCommons all = commons({wanted("a"), wanted("b"), wanted("c", 7)});
    NodeCells cells(all);
    cells.beginLife(Worth::Old);
    const auto told = cells.noteList({{Digest::of("a"), 100},
                                      {Digest::of("c"), 8},
                                      {Digest::of("nobody wants"), 1},
                                      {Digest::of("a"), 100}});
    QCOMPARE(told.size(), size_t{3});
    for (const Sighting& sighting : told) {
        const bool isA = sighting.digest == Digest::of("a");
        const bool isB = sighting.digest == Digest::of("b");
        QCOMPARE(sighting.evidence, isA   ? Evidence::Listed
                                    : isB ? Evidence::NotListed
                                          : Evidence::SizeMismatch);
    }
    QVERIFY(cells.isCovered());
    QCOMPARE(cells.left(), size_t{0});
}

void TestSpegelCells::doesNotMistakeANumberForAnother()
{
    SweepCommons all = commons({wanted("old")});
    NodeCells cells(all);
    cells.beginLife(Worth::Old);
    const auto inFlight = cells.take();
    cells.follow(all.book.update({wanted("new")})); // takes the number over
    QVERIFY(!cells.note(*inFlight, Held));
    QVERIFY(!cells.isCovered());
    QCOMPARE(takeAll(cells), digests({"new"}));
}

void TestSpegelCells::ratePaysOff()
{
    SweepRate unlimited(0);
    unlimited.spend(1'000'000, Millis{0});
    QCOMPARE(unlimited.wait(Millis{0}), Millis{0});
    SweepRate rate(100);
    QCOMPARE(rate.wait(Millis{5'000}), Millis{0});
    rate.spend(50, Millis{5'000});
    QCOMPARE(rate.wait(Millis{5'000}), Millis{500});
    QCOMPARE(rate.wait(Millis{5'500}), Millis{0});
    rate.spend(10, Millis{60'000}); // idle time is not saved up
    QCOMPARE(rate.wait(Millis{60'000}), Millis{100});
}

void TestSpegelCells::turnsAreFew()
{
    ManualClock clock;
    ProbeRota turns(clock, 2);
    QObject asker;
    std::vector<int> went;
    auto gone = std::make_unique<QObject>();
    for (int i = 0; i < 5; ++i) {
        turns.take(i == 2 ? gone.get() : &asker, [&went, i] { went.push_back(i); });
    }
    QCOMPARE(went, (std::vector<int>{0, 1}));
    gone.reset();
    turns.done();
    QCOMPARE(went, (std::vector<int>{0, 1, 3})); // who is gone has no turn
    turns.done();
    turns.done();
    turns.take(&asker, [&went] { went.push_back(9); });
    QCOMPARE(went, (std::vector<int>{0, 1, 3, 4, 9}));
}

void TestSpegelCells::oneTimerServesAll()
{
    ManualClock clock;
    ProbeRota rota(clock, 2);
    QObject asker;
    auto gone = std::make_unique<QObject>();
    std::vector<int> went;
    rota.after(Millis{30}, &asker, [&] { went.push_back(30); });
    rota.after(Millis{10}, &asker, [&] {
        went.push_back(10);
        rota.after(Millis{5}, &asker, [&] { went.push_back(15); });
    });
    rota.after(Millis{20}, gone.get(), [&] { went.push_back(20); });
    gone.reset();
    clock.advance(Millis{9});
    QVERIFY(went.empty());
    clock.advance(Millis{30});
    QCOMPARE(went, (std::vector<int>{10, 15, 30}));
    for (int i = 0; i < 1'000; ++i) {
        rota.after(Millis{i % 7}, &asker, [&went, i] { went.push_back(i); });
    }
    QVERIFY(clock.pending() <= 2);
    clock.advance(Millis{7});
    QCOMPARE(went.size(), size_t{1'003});
}

void TestSpegelCells::listsPeersOnce_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("isTwin");
    const auto row = [](const char* name, const char* first, const char* second, bool isTwin) {
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(second) << isTwin;
    };
    row("the same", "http://10.0.0.1:5000", "http://10.0.0.1:5000", true);
    row("a slash", "http://10.0.0.1:5000", "http://10.0.0.1:5000/", true);
    row("the usual port", "http://node", "http://NODE:80", true);
    row("another port", "http://10.0.0.1:5000", "http://10.0.0.1:5001", false);
    row("another path", "http://gate/n1", "http://gate/n2", false);
    row("another scheme", "http://gate:443", "https://gate:443", false);
    row("no URL at all", "nonsense", "nonsense", false);
    row("empty", "", "", false);
}

void TestSpegelCells::listsPeersOnce()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, isTwin);
    const std::vector<PeerSettings> configured{peer("n1", qPrintable(first)), peer("n2", qPrintable(second)),
                                               peer("n1", "http://elsewhere:1")};
    const PeerList list = listPeers(configured);
    QCOMPARE(list.peers.size(), size_t{2});
    QCOMPARE(list.listedAgain, QStringList{QStringLiteral("n1")});
    QVERIFY(list.peers[0].twinOf.isEmpty());
    QCOMPARE(list.peers[1].twinOf, isTwin ? QStringLiteral("n1") : QString());
}

QTEST_GUILESS_MAIN(TestSpegelCells)
#include "tst_spegel_cells.moc"
