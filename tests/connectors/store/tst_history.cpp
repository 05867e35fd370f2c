// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/DeltaBacklog.h"
#include "connectors/store/SqliteHistory.h"
#include "tests/connectors/store/HistoryFixture.h"
#include "tests/support/ManualClock.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 20'000;

QString folderIn(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("data"));
}

/// What a program that starts now would find; nothing must be wrong with it.
std::vector<Delta> restoredFrom(const QString& folder, const Clock& clock)
{
    SqliteHistory history(folder, clock);
    std::optional<std::vector<Delta>> deltas;
    QObject::connect(&history, &History::restored, &history,
                     [&](const std::vector<Delta>& found) { deltas = found; });
    QObject::connect(&history, &History::failed, &history,
                     [](const Error& error) { qWarning().noquote() << "failed:" << error.text(); });
    history.requestLastFleet();
    return QTest::qWaitFor([&] { return deltas.has_value(); }, Patience) ? *deltas : std::vector<Delta>();
}

/// The tags of what history_child writes in pairs.
struct Pairs
{
    QSet<QString> left;
    QSet<QString> right;
};

Pairs pairsIn(const QString& folder, const Clock& clock)
{
    Pairs pairs;
    for (const Delta& delta : restoredFrom(folder, clock)) {
        for (const Image& image : delta.images) {
            (image.key.repository == QLatin1String("left") ? pairs.left : pairs.right).insert(image.key.tag);
        }
    }
    return pairs;
}

void writeAll(const QString& folder, const Clock& clock, const std::vector<Delta>& deltas)
{
    SqliteHistory history(folder, clock);
    for (const Delta& delta : deltas) {
        history.record(delta);
    }
    history.close();
}

const Digest A = digestOf(QStringLiteral("a"));

Delta sight(int at, Presence presence, Evidence evidence)
{
    Delta delta = deltaOf(QStringLiteral("peers"), seconds(at));
    delta.contents = {{QStringLiteral("n1"), seconds(at), {{A, presence, evidence}}}};
    return delta;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingYet();
    void roundTrip();
    void statusKeepsNoRunAndNoCredentials();
    void restartsAddUp();
    void removals();
    void doubtKeepsWhatWasKnown();
    void startForgetsNothing();
    void oldUnneededSightingsGo();
    void writesByTheClock();
    void afterClose();
    void overtakenWordsChangeNothing();
    void backlogIsBounded();
    void twoProgramsAtOnce();
    void manyProgramsBegin();
    void killedInTheMiddle();
    void manySightings();

private:
    ManualClock m_clock;
};

void TestHistory::nothingYet()
{
    QTemporaryDir folder;
    QVERIFY(restoredFrom(folderIn(folder), m_clock).empty());
    const auto mode = [](const QString& path) {
        return QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
    };
    QCOMPARE(mode(folderIn(folder)), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(mode(folderIn(folder) + QStringLiteral("/stowage.db")), QFile::ReadOwner | QFile::WriteOwner);
}

void TestHistory::roundTrip()
{
    QTemporaryDir folder;
    const Delta told = everything();
    writeAll(folderIn(folder), m_clock, {told});
    const auto deltas = restoredFrom(folderIn(folder), m_clock);
    QCOMPARE(deltas.size(), 1U);
    const Delta& found = deltas[0];
    QCOMPARE(found.source, told.source);
    QCOMPARE(found.generation, 0U);
    QCOMPARE(found.at, told.at);
    QVERIFY(found.images == told.images);
    QVERIFY(found.nodes == told.nodes);
    QVERIFY(found.status == told.status);
    QVERIFY(found.removedImages.empty() && found.removedNodes.empty());
    QCOMPARE(found.contents.size(), told.contents.size());
    for (size_t i = 0; i < told.contents.size(); ++i) {
        QCOMPARE(found.contents[i].node, told.contents[i].node);
        QCOMPARE(found.contents[i].at, told.contents[i].at);
        QVERIFY(found.contents[i].sightings == told.contents[i].sightings);
    }
}

void TestHistory::statusKeepsNoRunAndNoCredentials()
{
    QTemporaryDir folder;
    Delta delta = everything();
    delta.status->url = QStringLiteral("http://ops:hunter2@127.0.0.1:5101/");
    delta.status->settled = true;
    delta.status->progress = QStringLiteral("reading");
    delta.status->requestsSent = 7;
    delta.status->requestsFailed = 3;
    writeAll(folderIn(folder), m_clock, {delta});
    const SourceStatus status = restoredFrom(folderIn(folder), m_clock).at(0).status.value();
    QCOMPARE(status.url, QStringLiteral("http://127.0.0.1:5101/"));
    QVERIFY(!status.settled && status.progress.isEmpty() && status.requestsSent == 0 &&
            status.requestsFailed == 0);
    QFile file(folderIn(folder) + QStringLiteral("/stowage.db"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("hunter2"));
}

void TestHistory::restartsAddUp()
{
    QTemporaryDir folder;
    Delta first = deltaOf(QStringLiteral("registry-1"), seconds(1));
    first.images = {imageOf(QStringLiteral("team/api"), QStringLiteral("1"), {QStringLiteral("a")}),
                    imageOf(QStringLiteral("team/api"), QStringLiteral("2"), {})};
    writeAll(folderIn(folder), m_clock, {first});
    Delta second = deltaOf(QStringLiteral("registry-1"), seconds(9));
    second.images = {imageOf(QStringLiteral("team/api"), QStringLiteral("2"), {QStringLiteral("b")})};
    writeAll(folderIn(folder), m_clock, {second});

    const auto deltas = restoredFrom(folderIn(folder), m_clock);
    QCOMPARE(factsOf(deltas).size(), 2);
    QCOMPARE(deltas.size(), 2U); // each image keeps the time it was seen at
    QCOMPARE(deltas[0].at, seconds(9));
    QCOMPARE(deltas[0].images.at(0).platforms.at(0).layers.at(0).digest, digestOf(QStringLiteral("b")));
    QCOMPARE(deltas[1].at, seconds(1));
    QVERIFY(deltas[1].images == std::vector<Image>{first.images[0]});
}

void TestHistory::removals()
{
    QTemporaryDir folder;
    Delta gone = deltaOf(QStringLiteral("registry-1"), seconds(6));
    gone.removedImages = {{QStringLiteral("registry-1"), QStringLiteral("solo"), QStringLiteral("latest")},
                          {QStringLiteral("registry-1"), QStringLiteral("never"), QStringLiteral("was")}};
    gone.removedNodes = {QStringLiteral("n1"), QStringLiteral("nobody")};
    writeAll(folderIn(folder), m_clock, {everything(), gone});
    const auto deltas = restoredFrom(folderIn(folder), m_clock);
    QStringList left;
    for (const Image& image : deltas.at(0).images) {
        left << image.reference();
    }
    for (const Delta& delta : deltas) {
        for (const Image& image : delta.images) {
            left << image.reference();
        }
        for (const NodeObservation& node : delta.nodes) {
            left << node.name;
        }
        for (const NodeContent& content : delta.contents) {
            left << content.node;
        }
    }
    left.sort();
    QCOMPARE(left.join(QLatin1Char(' ')), QStringLiteral("n2 n3 team/api:1.0 unheard"));

    // A node that comes back begins without what it held before.
    Delta back = deltaOf(QStringLiteral("registry-1"), seconds(7));
    back.nodes = {{QStringLiteral("n1"), {}, NodeState::Live, {}, {}, {}, seconds(7)}};
    writeAll(folderIn(folder), m_clock, {back});
    QCOMPARE(restoredFrom(folderIn(folder), m_clock).at(0).contents.size(), 1U);
}

void TestHistory::doubtKeepsWhatWasKnown()
{
    QTemporaryDir folder;
    writeAll(folderIn(folder), m_clock,
             {sight(1, Presence::Held, Evidence::LocalHit), sight(2, Presence::Unknown, Evidence::Silent),
              sight(3, Presence::Unknown, Evidence::Unreachable)});
    auto contents = restoredFrom(folderIn(folder), m_clock).at(0).contents;
    QCOMPARE(contents.size(), 2U);
    QCOMPARE(contents[0].at, seconds(1));
    QVERIFY(contents[0].sightings.at(0) == (Sighting{A, Presence::Held, Evidence::LocalHit}));
    QCOMPARE(contents[1].at, seconds(3));
    QVERIFY(contents[1].sightings.at(0) == (Sighting{A, Presence::Unknown, Evidence::Unreachable}));

    writeAll(folderIn(folder), m_clock, {sight(4, Presence::Absent, Evidence::JsonMiss)});
    contents = restoredFrom(folderIn(folder), m_clock).at(0).contents;
    QCOMPARE(contents.size(), 1U);
    QCOMPARE(contents[0].at, seconds(4));
}

/// A connector's first words after a start know nothing yet: they must not wipe out what was known.
void TestHistory::startForgetsNothing()
{
    QTemporaryDir folder;
    Delta started = deltaOf(QStringLiteral("registry-1"), seconds(8));
    started.generation = 2;
    started.status = SourceStatus();
    started.status->id = QStringLiteral("registry-1");
    started.nodes = {
        {QStringLiteral("n1"), {}, NodeState::Unseen, {}, {}, QStringLiteral("http://10.77.0.9:5000"), {}}};
    writeAll(folderIn(folder), m_clock, {everything(), started});
    const Delta found = restoredFrom(folderIn(folder), m_clock).at(0);
    QVERIFY(found.status == everything().status);
    NodeObservation expected = everything().nodes[0];
    expected.address = QStringLiteral("http://10.77.0.9:5000");
    QVERIFY(found.nodes.at(0) == expected);
}

void TestHistory::oldUnneededSightingsGo()
{
    QTemporaryDir folder;
    ManualClock clock;
    const Timestamp now = clock.now();
    Delta delta = deltaOf(QStringLiteral("registry-1"), now);
    delta.images = {imageOf(QStringLiteral("team/api"), QStringLiteral("1"), {QStringLiteral("needed")})};
    const auto seen = [](const char* name) {
        return Sighting{digestOf(QString::fromLatin1(name)), Presence::Held, Evidence::LocalHit};
    };
    delta.contents = {
        {QStringLiteral("n1"), now - std::chrono::days{8}, {seen("needed"), seen("not needed")}},
        {QStringLiteral("n1"), now - std::chrono::days{6}, {seen("not needed for some days")}}};
    writeAll(folderIn(folder), clock, {delta});
    for (int i = 0; i < 2; ++i) {
        const auto contents = restoredFrom(folderIn(folder), clock).at(0).contents;
        QCOMPARE(contents.size(), 2U);
        QVERIFY(contents[0].sightings == std::vector<Sighting>{seen("needed")});
        QVERIFY(contents[1].sightings == std::vector<Sighting>{seen("not needed for some days")});
    }
}

void TestHistory::writesByTheClock()
{
    QTemporaryDir folder;
    ManualClock clock;
    SqliteHistory history(folderIn(folder), clock);
    history.record(everything());
    history.record(everything());
    QCOMPARE(clock.pending(), 1U);
    QVERIFY(restoredFrom(folderIn(folder), clock).empty());
    clock.advance(SqliteHistory::FlushInterval);
    QTRY_COMPARE_WITH_TIMEOUT(restoredFrom(folderIn(folder), clock).size(), 1U, Patience);
}

void TestHistory::afterClose()
{
    QTemporaryDir folder;
    SqliteHistory history(folderIn(folder), m_clock);
    history.close();
    history.close();
    history.record(everything());
    QSignalSpy restored(&history, &History::restored);
    history.requestLastFleet();
    QVERIFY(restored.isEmpty());
    QTRY_COMPARE(restored.size(), 1);
    QVERIFY(restoredFrom(folderIn(folder), m_clock).empty());
}

/// Random histories: with and without what was overtaken, the same is on disk.
void TestHistory::overtakenWordsChangeNothing()
{
    QRandomGenerator random(20261121);
    const auto any = [&](int count) {
        return int(random.bounded(count));
    };
    const auto name = [&](const char* prefix) {
        return QLatin1String(prefix) + QString::number(any(3));
    };
    for (int round = 0; round < 12; ++round) {
        std::vector<Delta> deltas;
        for (int i = 0; i < 40; ++i) {
            Delta delta = deltaOf(name("s"), seconds(i));
            Image image = imageOf(name("r"), name("t"), {name("l")});
            image.key.source = delta.source;
            const NodeObservation node{name("n"),
                                       name("z"),
                                       NodeState(any(5)),
                                       {},
                                       {},
                                       name("a"),
                                       any(3) == 0 ? Timestamp{} : seconds(i)};
            switch (any(6)) {
            case 0:
                delta.images = {image};
                break;
            case 1:
                delta.removedImages = {image.key};
                break;
            case 2:
                delta.nodes = {node};
                break;
            case 3:
                delta.removedNodes = {node.name};
                break;
            case 4:
                delta.status = everything().status;
                delta.status->lastAnswer = any(2) == 0 ? Timestamp{} : seconds(i);
                delta.status->version = QString::number(i);
                break;
            default:
                break;
            }
            delta.contents = {{name("n"),
                               seconds(i),
                               {{digestOf(name("l")), Presence(any(3)), Evidence(any(int(EvidenceCount)))},
                                {digestOf(name("l")), Presence(any(3)), Evidence(any(int(EvidenceCount)))}}}};
            deltas.push_back(std::move(delta));
        }
        QTemporaryDir whole;
        QTemporaryDir stripped;
        writeAll(folderIn(whole), m_clock, deltas);
        const auto kept = withoutOvertaken(deltas);
        writeAll(folderIn(stripped), m_clock, kept);
        QCOMPARE(factsOf(restoredFrom(folderIn(stripped), m_clock)),
                 factsOf(restoredFrom(folderIn(whole), m_clock)));
        QVERIFY(kept.size() <= deltas.size());
    }
}

void TestHistory::backlogIsBounded()
{
    DeltaBacklog backlog;
    for (int i = 0; i < 400; ++i) {
        Delta delta = deltaOf(QStringLiteral("peers"), seconds(i));
        delta.contents = {{QStringLiteral("n1"), seconds(i), {}}};
        for (int j = 0; j < 1000; ++j) {
            delta.contents[0].sightings.push_back(
                {digestOf(QString::number(j)), Presence(i % 3), Evidence::Silent});
        }
        delta.status = SourceStatus();
        backlog.add(std::move(delta));
        QVERIFY(backlog.entries() <= DeltaBacklog::Plenty + 2000);
    }
    const auto newest = withoutOvertaken(backlog.take());
    QVERIFY(backlog.isEmpty());
    // Of each cell the newest word, which is a doubt, and what was known before it; and the status.
    QCOMPARE(factsOf(newest).size(), 1000 + 1000 + 1);
}

void TestHistory::twoProgramsAtOnce()
{
    QTemporaryDir folder;
    ManualClock clock;
    SqliteHistory left(folderIn(folder), clock);
    SqliteHistory right(folderIn(folder), clock);
    QSignalSpy leftFailed(&left, &History::failed);
    QSignalSpy rightFailed(&right, &History::failed);
    for (int i = 0; i < 50; ++i) {
        Delta delta = deltaOf(QStringLiteral("registry-1"), seconds(i));
        delta.images = {imageOf(QStringLiteral("left"), QString::number(i), {})};
        left.record(delta);
        delta.images = {imageOf(QStringLiteral("right"), QString::number(i), {})};
        right.record(delta);
        clock.advance(SqliteHistory::FlushInterval);
        QCoreApplication::processEvents();
    }
    left.close();
    right.close();
    QCOMPARE(factsOf(restoredFrom(folderIn(folder), clock)).size(), 100);
    QCOMPARE(leftFailed.size() + rightFailed.size(), 0);
}

/// Who comes second finds a file that is just being made.
void TestHistory::manyProgramsBegin()
{
    for (int round = 0; round < 25; ++round) {
        QTemporaryDir folder;
        QStringList trouble;
        std::vector<std::unique_ptr<SqliteHistory>> programs;
        for (int i = 0; i < 4; ++i) {
            programs.push_back(std::make_unique<SqliteHistory>(folderIn(folder), m_clock));
            connect(programs.back().get(), &History::failed, this,
                    [&](const Error& error) { trouble << error.text(); });
            programs.back()->record(sight(i, Presence::Held, Evidence::LocalHit));
        }
        for (const auto& program : programs) {
            program->requestLastFleet();
        }
        for (const auto& program : programs) {
            program->close();
        }
        QCoreApplication::processEvents();
        QCOMPARE(trouble.join(QLatin1Char(0x0a)), QString());
        QCOMPARE(factsOf(restoredFrom(folderIn(folder), m_clock)).size(), 1);
        QCOMPARE(QDir(folderIn(folder)).entryList({QStringLiteral("*corrupt*")}).size(), 0);
    }
}

void TestHistory::killedInTheMiddle()
{
    QTemporaryDir folder;
    qsizetype sure = 0;
    for (int round = 0; round < 4; ++round) {
        QProcess child;
        child.start(QStringLiteral(HISTORY_CHILD), {folderIn(folder), QString::number(sure)});
        QVERIFY(child.waitForStarted());
        // What another program has read is safe, however slow the disk; then at any moment.
        QTRY_VERIFY_WITH_TIMEOUT(pairsIn(folderIn(folder), m_clock).left.size() > sure, Patience);
        sure = pairsIn(folderIn(folder), m_clock).left.size();
        int printed = 0;
        child.readAllStandardOutput();
        QTRY_VERIFY_WITH_TIMEOUT((printed += child.readAllStandardOutput().count('\n')) > 37 * round,
                                 Patience);
        child.kill();
        QVERIFY(child.waitForFinished());
        const auto [left, right] = pairsIn(folderIn(folder), m_clock);
        QCOMPARE(left, right);
        QVERIFY2(left.size() >= sure, qPrintable(QStringLiteral("%1 < %2").arg(left.size()).arg(sure)));
        sure = left.size();
    }
    QCOMPARE(QDir(folderIn(folder)).entryList({QStringLiteral("*corrupt*")}).size(), 0);
}

void TestHistory::manySightings()
{
    static constexpr int Nodes = 100;
    static constexpr int Digests = 1000;
    QTemporaryDir folder;
    Delta delta = deltaOf(QStringLiteral("peers"), m_clock.now());
    for (int node = 0; node < Nodes; ++node) {
        NodeContent content{QStringLiteral("n%1").arg(node), m_clock.now(), {}};
        for (int i = 0; i < Digests; ++i) {
            content.sightings.push_back({digestOf(QString::number(i)), Presence::Held, Evidence::LocalHit});
        }
        delta.contents.push_back(std::move(content));
    }
    QElapsedTimer timer;
    timer.start();
    writeAll(folderIn(folder), m_clock, {delta});
    const qint64 writing = timer.restart();
    const auto deltas = restoredFrom(folderIn(folder), m_clock);
    const qint64 reading = timer.elapsed();
    QCOMPARE(deltas.at(0).contents.size(), size_t(Nodes));
    QCOMPARE(deltas.at(0).contents[7].sightings.size(), size_t(Digests));
    qInfo("100,000 sightings: written in %lld ms, read in %lld ms, %lld KiB", writing, reading,
          QFileInfo(folderIn(folder) + QStringLiteral("/stowage.db")).size() / 1024);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
