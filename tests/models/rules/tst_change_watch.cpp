// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/ChangeWatch.h"
#include "tests/models/hosts/HostFixture.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

class Stage : public HostFixture
{
public:
    void watch()
    {
        fleet.flush();
        book.flush();
        m_watch = std::make_unique<ChangeWatch>(fleet, book, clock);
        QObject::connect(m_watch.get(), &ChangeWatch::happened, m_watch.get(),
                         [this](const std::vector<AlertEvent>& more) {
                             events.insert(events.end(), more.begin(), more.end());
                         });
    }

    /// What the registry says of itself, whole or in part.
    void crawled(bool isComplete, quint64 generation = 1, const QString& identity = {})
    {
        Delta delta = from(QStringLiteral("reg"), generation);
        SourceStatus status;
        status.id = QStringLiteral("reg");
        status.state = Freshness::Live;
        status.lastAnswer = clock.now();
        status.settled = true;
        status.identity = identity;
        status.coverage = Coverage{isComplete, {}};
        delta.status = status;
        fleet.apply(delta);
        fleet.flush();
    }

    void tags(const QStringList& references, const QString& layer, quint64 generation = 1)
    {
        std::vector<Image> all;
        for (const QString& reference : references) {
            Image image = FleetFixture::image(reference, {layer});
            image.target = FleetFixture::descriptor(reference + layer);
            all.push_back(image);
        }
        images(all, generation);
        fleet.flush();
    }

    QString told() const
    {
        QStringList all;
        for (const AlertEvent& event : events) {
            all << alertEventKindName(event.kind) + u' ' + event.name;
        }
        return all.join(QStringLiteral(", "));
    }

    std::vector<AlertEvent> events;

private:
    std::unique_ptr<ChangeWatch> m_watch;
};

} // namespace

class TestChangeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstCrawlIsNoNews();
    void newAndMovedTagsAreTold();
    void whatMovedWhileNobodyWatchedIsPast();
    void aPartialCrawlMakesNoTagNew();
    void aNodeThatStartsAnewIsTold();
    void aSourceIsLostAndFound();
    void aSourceThatNeverAnsweredIsNotLost();
    void anotherIdentityIsTold();
    void aMachineThatBootsIsTold();
    void twoWatchersNameATurnAlike();
};

void TestChangeWatch::aFirstCrawlIsNoNews()
{
    Stage stage;
    stage.watch();
    stage.tags({QStringLiteral("a:1"), QStringLiteral("b:1")}, QStringLiteral("x"));
    stage.crawled(true);
    QCOMPARE(stage.told(), QString());
}

void TestChangeWatch::newAndMovedTagsAreTold()
{
    Stage stage;
    stage.watch();
    stage.tags({QStringLiteral("a:1")}, QStringLiteral("x"));
    stage.crawled(true);
    stage.clock.advance(Millis(60'000));
    stage.tags({QStringLiteral("a:1")}, QStringLiteral("y"));
    stage.tags({QStringLiteral("a:2")}, QStringLiteral("y"));
    stage.tags({QStringLiteral("a:2")}, QStringLiteral("y")); // told again
    QCOMPARE(stage.events.size(), size_t(2));
    QCOMPARE(stage.events[0].kind, AlertEventKind::TagMoved);
    QCOMPARE(stage.events[0].place.subject, (AlertSubject{SubjectKind::Image, QStringLiteral("reg/a:1")}));
    QCOMPARE(stage.events[1].kind, AlertEventKind::TagNew);
    QVERIFY(!stage.events[0].isPast);
    QVERIFY(stage.events[0].uid != stage.events[1].uid);
    QVERIFY(!stage.events[0].uid.isEmpty());
}

void TestChangeWatch::whatMovedWhileNobodyWatchedIsPast()
{
    Stage stage;
    stage.tags({QStringLiteral("a:1"), QStringLiteral("b:1")}, QStringLiteral("x"), 0);
    stage.watch();
    stage.clock.advance(Millis(60'000));
    stage.tags({QStringLiteral("a:1"), QStringLiteral("c:1")}, QStringLiteral("y"), 1);
    stage.crawled(true);
    QCOMPARE(stage.events.size(), size_t(1));
    QCOMPARE(stage.events[0].kind, AlertEventKind::TagMoved);
    QVERIFY(stage.events[0].isPast);
}

void TestChangeWatch::aPartialCrawlMakesNoTagNew()
{
    Stage stage;
    stage.watch();
    stage.tags({QStringLiteral("a:1")}, QStringLiteral("x"));
    stage.crawled(false);
    stage.tags({QStringLiteral("b:1")}, QStringLiteral("x"));
    QCOMPARE(stage.told(), QString());
    stage.crawled(true);
    stage.tags({QStringLiteral("c:1")}, QStringLiteral("x"));
    QCOMPARE(stage.events.size(), size_t(1));
}

void TestChangeWatch::aNodeThatStartsAnewIsTold()
{
    Stage stage;
    stage.watch();
    NodeObservation node = stage.node(QStringLiteral("n1"));
    node.stability.watchedSince = stage.clock.now();
    node.identity = QStringLiteral("12D3one");
    stage.nodes({node});
    stage.fleet.flush();
    QCOMPARE(stage.told(), QString());
    stage.clock.advance(Millis(10'000));
    node.at = stage.clock.now();
    node.identity = QStringLiteral("12D3two");
    node.stability.restarts = 1;
    node.stability.restartedAt = stage.clock.now();
    stage.nodes({node});
    stage.fleet.flush();
    QCOMPARE(stage.events.size(), size_t(1));
    QCOMPARE(stage.events[0].kind, AlertEventKind::NodeRestarted);
    QCOMPARE(stage.events[0].uid, QStringLiteral("nodeRestarted/n1/12D3two"));
    QCOMPARE(stage.events[0].place.zone, QStringLiteral("a"));
}

void TestChangeWatch::aSourceIsLostAndFound()
{
    Stage stage;
    stage.status(QStringLiteral("reg"), Freshness::Live, stage.clock.now());
    stage.watch();
    const Timestamp last = stage.clock.now();
    stage.clock.advance(std::chrono::hours(1));
    stage.fleet.judgeAges();
    stage.fleet.flush();
    const auto isOfReg = [](const AlertEvent& event) {
        return event.source == QLatin1String("reg");
    };
    auto lost = std::ranges::find_if(stage.events, isOfReg);
    QVERIFY(lost != stage.events.end());
    QCOMPARE(lost->kind, AlertEventKind::SourceLost);
    QCOMPARE(lost->at, last);
    stage.events.clear();
    stage.status(QStringLiteral("reg"), Freshness::Live, stage.clock.now());
    stage.fleet.flush();
    QCOMPARE(stage.told(), QStringLiteral("sourceFound reg"));
}

void TestChangeWatch::aSourceThatNeverAnsweredIsNotLost()
{
    Stage stage;
    stage.watch();
    stage.status(QStringLiteral("new"), Freshness::Offline, {});
    stage.fleet.flush();
    QCOMPARE(stage.told(), QString());
}

void TestChangeWatch::anotherIdentityIsTold()
{
    Stage stage;
    stage.watch();
    stage.crawled(true, 1, QStringLiteral("registry/2.8"));
    stage.crawled(true, 1, QStringLiteral("registry/3.0\n<b>"));
    QCOMPARE(stage.events.size(), size_t(1));
    QCOMPARE(stage.events[0].kind, AlertEventKind::IdentityChanged);
    QVERIFY(!stage.events[0].summary.contains(u'\n'));
}

void TestChangeWatch::aMachineThatBootsIsTold()
{
    Stage stage;
    stage.watch();
    HostObservation host = HostFixture::machine(QStringLiteral("s1"), QStringLiteral("n1"));
    host.facts.bootedAt = stage.clock.now() - std::chrono::hours(5);
    stage.tell(QStringLiteral("hub"), host);
    stage.book.flush();
    host.facts.bootedAt = *host.facts.bootedAt + std::chrono::seconds(3); // it wavers
    stage.tell(QStringLiteral("hub"), host);
    stage.book.flush();
    QCOMPARE(stage.told(), QString());
    stage.clock.advance(Millis(60'000));
    host.at = stage.clock.now();
    host.facts.bootedAt = stage.clock.now() - std::chrono::seconds(20);
    stage.tell(QStringLiteral("hub"), host);
    stage.book.flush();
    QCOMPARE(stage.told(), QStringLiteral("nodeRestarted n1"));
}

void TestChangeWatch::twoWatchersNameATurnAlike()
{
    QStringList uids;
    for (const int delay : {0, 3'000}) {
        Stage stage;
        stage.watch();
        stage.tags({QStringLiteral("a:1")}, QStringLiteral("x"));
        stage.crawled(true);
        stage.clock.advance(Millis(60'000 + delay));
        stage.tags({QStringLiteral("a:1")}, QStringLiteral("y"));
        uids << stage.events.at(0).uid;
    }
    QCOMPARE(uids[0], uids[1]);
}

QTEST_GUILESS_MAIN(TestChangeWatch)
#include "tst_change_watch.moc"
