// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/SpegelConnector.h"
#include "models/core/SystemClock.h"
#include "models/fleet/FleetInventory.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/connectors/faults/FleetSnapshot.h"

#include <QSignalSpy>

using namespace stowage;
using namespace stowage::test;

namespace {

const QString SourceName = QStringLiteral("peers");
const QByteArray Everything = "*";
const QByteArray Metadata = "/debug/web/metadata";
constexpr int NoError = -1;
constexpr Millis Deadline{250};

Descriptor content(const char* name, qint64 bytes)
{
    return {Digest::of(name), bytes, QStringLiteral("application/octet-stream")};
}

/// What is asked for: both nodes hold all of it but "missing".
Image image()
{
    PlatformImage platform{
        QStringLiteral("linux/amd64"), content("manifest", 500), content("config", 50), {}};
    platform.layers = {content("base", 5'000), content("missing", 700)};
    Image all;
    all.key = {QStringLiteral("docker-eu"), QStringLiteral("team/web"), QStringLiteral("1.0")};
    all.registryNamespace = QStringLiteral("docker.io");
    all.target = platform.manifest;
    all.platforms = {platform};
    return all;
}

QByteArray pathOf(const Descriptor& wanted, const char* route = "blobs")
{
    return QByteArray("/v2/team/web/") + route + '/' + wanted.digest.toByteArray();
}

const QByteArray& basePath()
{
    static const QByteArray path = pathOf(content("base", 5'000));
    return path;
}

ServerAnswer held(const Descriptor& found)
{
    return {200,
            {{"Content-Type", "application/octet-stream"},
             {"Docker-Content-Digest", found.digest.toByteArray()},
             {"OCI-Namespace", "docker.io"},
             {"Content-Length", QByteArray::number(found.bytes)}},
            {}};
}

/// As the recorded peers answer.
ServerAnswer goodAnswer(const QByteArray& path)
{
    if (path == "/readyz") {
        return ServerAnswer::text("ok");
    }
    if (path == Metadata) {
        return ServerAnswer::json(R"({"libp2p":{"id":"12D3KooWPeer"}})");
    }
    if (path == "/metrics") {
        return ServerAnswer::text("spegel_advertised_image_tags{registry=\"docker.io\"} 1\n");
    }
    for (const Descriptor& found : {content("base", 5'000), content("config", 50)}) {
        if (path == pathOf(found)) {
            return held(found);
        }
    }
    const Descriptor manifest = content("manifest", 500);
    if (path == pathOf(manifest, "manifests")) {
        return held(manifest);
    }
    return ServerAnswer::json(R"({"errors":[{"code":"BLOB_UNKNOWN"}]})", 404);
}

/// Two nodes with a peer each, and a fleet that knows what they hold.
struct Rig
{
    explicit Rig(NastyServer::Protocol protocol) : first(protocol), second(protocol)
    {
        Delta images;
        images.source = QStringLiteral("docker-eu");
        images.generation = 1;
        images.at = clock.now();
        images.images = {image()};
        fleet.apply(images);
        fleet.flush();
        for (NastyServer* server : {&first, &second}) {
            const bool isSecond = server == &second;
            server->handle([isSecond](const RecordedRequest& request) {
                return isSecond && request.path == Metadata
                           ? ServerAnswer::json(R"({"libp2p":{"id":"12D3KooWOtherPeer"}})")
                           : goodAnswer(request.path);
            });
        }
        connector = std::make_unique<SpegelConnector>(engine, clock, inventory, settings());
        QObject::connect(connector.get(), &Connector::delta, &fleet, [this](const Delta& delta) {
            fleet.apply(delta);
            if (delta.status) {
                status = *delta.status;
            }
        });
        deltas = std::make_unique<QSignalSpy>(connector.get(), &Connector::delta);
    }

    SpegelSettings settings() const
    {
        SpegelSettings all;
        all.id = SourceName;
        all.namespaces = QStringList{QStringLiteral("docker.io")};
        for (const NastyServer* server : {&first, &second}) {
            PeerSettings peer;
            peer.name = server == &first ? QStringLiteral("n1") : QStringLiteral("n2");
            peer.registry = endpointAt(*server, SourceName);
            peer.metrics = peer.registry;
            all.peers.push_back(peer);
        }
        all.probeInterval = Millis{60};
        all.probeDeadline = Deadline;
        all.contentDeadline = Deadline;
        all.identityInterval = Millis{60};
        all.sweepInterval = Millis{60};
        all.inventoryPoll = Millis{50};
        return all;
    }

    /// Deltas are what it is waited for.
    template <class Predicate>
    bool until(Predicate isSo)
    {
        QElapsedTimer timer;
        timer.start();
        while (!isSo() && timer.elapsed() < 20'000) {
            (void)deltas->wait(1'000);
        }
        return isSo();
    }

    const Node& node(const char* name) const
    {
        return fleet.node(*fleet.findNode(QString::fromLatin1(name)));
    }

    Cell base(const char* name) const
    {
        return fleet.cell(*fleet.findLayer(content("base", 0).digest), node(name).id);
    }

    bool isWell(const char* name) const
    {
        return node(name).state == NodeState::Live && base(name).presence == Presence::Held;
    }

    bool fill()
    {
        connector->start();
        return until([this] {
            return status.settled && isWell("n1") && isWell("n2") && !node("n1").seen.identity.isEmpty() &&
                   !status.error && status.warnings.isEmpty();
        });
    }

    SystemClock clock;
    Fleet fleet{clock};
    FleetInventory inventory{fleet};
    HttpEngine engine;
    NastyServer first;
    NastyServer second;
    std::unique_ptr<SpegelConnector> connector;
    std::unique_ptr<QSignalSpy> deltas;
    SourceStatus status;
};

/// Rows: kind is that of the source's error once all peers are so.
void row(const char* name, const QByteArray& path, const ServerAnswer& answer, NodeState state,
         Evidence evidence, int kind, const QStringList& words)
{
    QTest::addRow("%s: %s", path.startsWith("/v2/") ? "content" : path.constData(), name)
        << path << answer << int(state) << int(evidence) << kind << words;
}

} // namespace

/// What the connector of cache peers says of every fault that a peer can have, and that nothing is lost by
/// it.
class TestConnectorFaultsSpegel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost_data();
    void nothingIsLost();

private:
    static void addGone();
    static void addLiving();
    static void addMetadata();
    static void addContent();
    static void verifyNothingLost(const Rig& rig, const FleetSnapshot& before);
};

void TestConnectorFaultsSpegel::nothingIsLost_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ServerAnswer>("answer");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("evidence"); // of a layer that was held
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("words"); // of the node's reason or a warning; none: all is well
    addGone();
    addLiving();
    addMetadata();
    addContent();
}

/// Who cannot be probed is gone; what it was seen to hold is not forgotten.
void TestConnectorFaultsSpegel::addGone()
{
    const auto gone = [](Fault fault, ErrorKind kind, const char* words) {
        row(faultName(fault), Everything, ServerAnswer::of(fault), NodeState::Gone, Evidence::LocalHit,
            int(kind), {QString::fromLatin1(words)});
    };
    gone(Fault::Refuses, ErrorKind::Connect, "refused the connection");
    gone(Fault::NeverAnswers, ErrorKind::Timeout, "no answer within 250 ms");
    gone(Fault::Drips, ErrorKind::Timeout, "not complete within 250 ms");
    gone(Fault::ResetsInHeaders, ErrorKind::Interrupted, "broke");
    gone(Fault::ResetsInBody, ErrorKind::Interrupted, "broke in the middle");
    gone(Fault::EndsEarly, ErrorKind::Interrupted, "ended before it was complete");
    gone(Fault::LengthTooLong, ErrorKind::Timeout, "not complete within 250 ms");
    gone(Fault::NeverEnds, ErrorKind::TooLarge, "larger than the 64");
    gone(Fault::HeaderFlood, ErrorKind::TooLarge, "header fields exceed");
    gone(Fault::GzipBomb, ErrorKind::TooLarge, "larger than the 64");
    gone(Fault::SelfSigned, ErrorKind::Tls, "unknown issuer");
    gone(Fault::Expired, ErrorKind::Tls, "expired");
    gone(Fault::WrongHost, ErrorKind::Tls, "another host");
    row("502 of a proxy", "/readyz", ServerAnswer::text("no peer", 502), NodeState::Gone, Evidence::LocalHit,
        int(ErrorKind::ServerFault), {QStringLiteral("HTTP 502")});
}

/// Any HTTP answer is life; what it says of content is held against the protocol.
void TestConnectorFaultsSpegel::addLiving()
{
    const auto living = [](Fault fault, Evidence evidence, const char* words) {
        row(faultName(fault), Everything, ServerAnswer::of(fault), NodeState::Live, evidence, NoError,
            words == nullptr ? QStringList() : QStringList{QString::fromLatin1(words)});
    };
    for (const Fault fault : {Fault::HtmlWith200, Fault::InvalidUtf8, Fault::DeepJson, Fault::DuplicateKeys,
                              Fault::HugeNumbers}) {
        living(fault, Evidence::ForwardedHit, "without OCI-Namespace");
    }
    living(Fault::RedirectLoop, Evidence::Unintelligible, "HTTP 302");
    living(Fault::RedirectToStranger, Evidence::Unintelligible, "HTTP 307");
    living(Fault::TooManyRequests, Evidence::RateLimited, "HTTP 429");
    living(Fault::LengthTooShort, Evidence::LocalHit, "metrics port");
    living(Fault::UnavailableBurst, Evidence::LocalHit, nullptr);
    living(Fault::DateTenYearsOff, Evidence::LocalHit, nullptr);
}

/// Without its name a node is a node.
void TestConnectorFaultsSpegel::addMetadata()
{
    const auto bad = [](const char* name, const ServerAnswer& answer, const char* words) {
        row(name, Metadata, answer, NodeState::Live, Evidence::LocalHit, NoError,
            {QStringLiteral("metrics port"), QStringLiteral("n1"), QString::fromLatin1(words)});
    };
    const auto fault = [&](Fault what, const char* words) {
        bad(faultName(what), ServerAnswer::of(what), words);
    };
    fault(Fault::NeverAnswers, "no answer within 250 ms");
    fault(Fault::Drips, "not complete within 250 ms");
    fault(Fault::ResetsInHeaders, "broke");
    fault(Fault::ResetsInBody, "broke in the middle");
    fault(Fault::EndsEarly, "ended before it was complete");
    fault(Fault::LengthTooLong, "not complete within 250 ms");
    fault(Fault::NeverEnds, "larger than the 64");
    fault(Fault::HeaderFlood, "header fields exceed");
    fault(Fault::GzipBomb, "larger than the 64");
    fault(Fault::DeepJson, "larger than the 64");
    for (const Fault what : {Fault::HtmlWith200, Fault::InvalidUtf8, Fault::DuplicateKeys, Fault::HugeNumbers,
                             Fault::LengthTooShort}) {
        fault(what, "does not tell a libp2p id");
    }
    fault(Fault::RedirectLoop, "HTTP 302");
    fault(Fault::RedirectToStranger, "HTTP 307");
    fault(Fault::TooManyRequests, "HTTP 429");
    bad("an id with control characters", ServerAnswer::json(R"({"libp2p":{"id":"12D3\u001b[2J"}})"),
        "does not tell a libp2p id");
    bad("an id with ../", ServerAnswer::json(R"({"libp2p":{"id":"../../etc/passwd"}})"),
        "does not tell a libp2p id");
    bad("an id that is a number", ServerAnswer::json(R"({"libp2p":{"id":-9223372036854775808}})"),
        "does not tell a libp2p id");
    bad("an id twice", ServerAnswer::json(R"({"libp2p":{"id":"12D3KooWA","id":"12D3KooWB"}})"),
        "does not tell a libp2p id");
}

/// One digest of several: the node lives, and only this cell is unknown.
void TestConnectorFaultsSpegel::addContent()
{
    const auto bad = [](const char* name, const ServerAnswer& answer, Evidence evidence, const char* words) {
        row(name, basePath(), answer, NodeState::Live, evidence, NoError,
            words == nullptr ? QStringList() : QStringList{QStringLiteral("n1"), QString::fromLatin1(words)});
    };
    bad("never answers", ServerAnswer::of(Fault::NeverAnswers), Evidence::Silent, nullptr);
    bad("resets", ServerAnswer::of(Fault::ResetsInHeaders), Evidence::Unreachable, nullptr);
    bad("header flood", ServerAnswer::of(Fault::HeaderFlood), Evidence::Unintelligible,
        "outside the protocol");
    bad("HTML with 200", ServerAnswer::of(Fault::HtmlWith200), Evidence::ForwardedHit, "OCI-Namespace");
    bad("redirect to a stranger", ServerAnswer::of(Fault::RedirectToStranger), Evidence::Unintelligible,
        "outside the protocol");
    bad("503", ServerAnswer::text("busy", 503), Evidence::ServerFault, "server errors");
    row("401", basePath(), ServerAnswer::text("who", 401), NodeState::Live, Evidence::Unauthorized,
        int(ErrorKind::Unauthorized), {});
    bad("404 of a proxy", ServerAnswer::text("no such page", 404), Evidence::Unintelligible,
        "outside the protocol");
    const Descriptor base = content("base", 5'000);
    bad("another size", held(content("base", 4'999)), Evidence::SizeMismatch, "another size");
    bad("size of 0", held(content("base", 0)), Evidence::SizeMismatch, "another size");
    ServerAnswer other = held(base);
    other.headers[1].second = Digest::of("other").toByteArray();
    bad("another hash", other, Evidence::Unintelligible, "outside the protocol");
    other.headers[1].second = "sha256:../../etc/passwd";
    bad("digest with ../", other, Evidence::Unintelligible, "outside the protocol");
}

void TestConnectorFaultsSpegel::nothingIsLost()
{
    QFETCH(QByteArray, path);
    QFETCH(ServerAnswer, answer);
    QFETCH(int, state);
    QFETCH(int, evidence);
    QFETCH(int, kind);
    QFETCH(QStringList, words);
    Rig rig(needsTls(answer.fault) ? NastyServer::Tls : NastyServer::Plain);
    NastyServer& stranger = rig.first.stranger();
    QVERIFY(rig.fill());
    const FleetSnapshot before = FleetSnapshot::of(rig.fleet);

    const auto turnBad = [&](NastyServer& server) {
        if (path == Everything) {
            server.misbehave(answer.fault, Millis{100});
            return;
        }
        if (answer.fault != Fault::None) {
            const Fault fault = answer.fault;
            answer = goodAnswer(path);
            answer.fault = fault;
            answer.interval = Millis{100};
        }
        server.on("*", path, {answer});
    };
    turnBad(rig.first);
    StallMeter stalls;
    rig.connector->refresh();
    QVERIFY(rig.until([&] {
        const Node& node = rig.node("n1");
        // On its way out a node may or may not be asked once more.
        return node.state == NodeState(state) &&
               (node.state == NodeState::Gone || rig.base("n1").evidence == Evidence(evidence)) &&
               isSaid(QStringList{node.seen.reason} + rig.status.warnings, words) && rig.isWell("n2");
    }));
    const bool areAllGone = NodeState(state) == NodeState::Gone;
    if (areAllGone) {
        turnBad(rig.second);
        QVERIFY(rig.until([&] {
            return rig.node("n2").state == NodeState::Gone && rig.status.error &&
                   int(rig.status.error->kind) == kind;
        }));
    }
    QVERIFY2(stalls.longest() < LongestStall, qPrintable(QString::number(stalls.longest().count())));

    const SourceStatus& status = rig.status;
    const QStringList texts = textsOf(status) + QStringList{rig.node("n1").seen.reason};
    const QByteArray told = texts.join(QLatin1Char('\n')).toUtf8();
    QVERIFY2(areFitToShow(texts), told.constData());
    QCOMPARE(status.id, SourceName);
    QCOMPARE(status.error ? int(status.error->kind) : NoError, kind);
    if (status.error) {
        QVERIFY2(status.error->where.contains(SourceName) && !status.error->todo.isEmpty(), told.constData());
        QVERIFY2(isSaid({status.error->message}, words) || kind == int(ErrorKind::Unauthorized),
                 told.constData());
    }
    QStringList lines = status.warnings;
    if (!rig.node("n1").seen.reason.isEmpty()) {
        lines << rig.node("n1").seen.reason;
    }
    QVERIFY2(std::all_of(lines.begin(), lines.end(), saysWhatToDo), told.constData());
    verifyNothingLost(rig, before);
    QVERIFY(wasShownCredentials(rig.first));
    QCOMPARE(stranger.requestCount(), 0);
}

/// Images and layers are as they were. What a node holds is unknown while it cannot tell, and then only what
/// it was seen to hold is left.
void TestConnectorFaultsSpegel::verifyNothingLost(const Rig& rig, const FleetSnapshot& before)
{
    const FleetSnapshot now = FleetSnapshot::of(rig.fleet);
    QVERIFY(now.images == before.images);
    QVERIFY(now.layers == before.layers);
    QVERIFY(now.lastSeen == before.lastSeen);
    for (const auto& [place, presence] : now.presences) {
        const bool isLive = rig.fleet.node(*rig.fleet.findNode(place.first)).state == NodeState::Live;
        QVERIFY(presence == Presence::Unknown || (isLive && presence == before.presences.at(place)));
    }
}

QTEST_GUILESS_MAIN(TestConnectorFaultsSpegel)
#include "tst_connector_faults_spegel.moc"
