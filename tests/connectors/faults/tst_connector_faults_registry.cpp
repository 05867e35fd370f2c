// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/RegistryConnector.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/connectors/faults/FleetSnapshot.h"
#include "tests/connectors/faults/SmallRegistry.h"

#include <QSignalSpy>

using namespace stowage;
using namespace stowage::test;

namespace {

const QString SourceName = QStringLiteral("docker-eu");
const QByteArray Everything = "*";
const QByteArray Catalog = "/v2/_catalog";
const QByteArray Tags = "/v2/team/api/tags/list";
const QByteArray TaggedManifest = "/v2/team/api/manifests/1.0";
constexpr int NoError = -1;

/// What a slow server is given: twice this for a request, with its retry.
constexpr Millis ShortDeadline{400};

bool isSlow(Fault fault)
{
    return fault == Fault::NeverAnswers || fault == Fault::Drips || fault == Fault::LengthTooLong;
}

EngineOptions quickOptions()
{
    EngineOptions options;
    options.backoffBase = Millis{5};
    options.backoffCap = Millis{20};
    options.retryAfterCap = Millis{100};
    return options;
}

RegistrySettings settingsFor(const NastyServer& server, Fault fault)
{
    RegistrySettings settings;
    settings.id = SourceName;
    settings.endpoint = endpointAt(server, SourceName);
    settings.endpoint.longestDeadline = isSlow(fault) ? ShortDeadline : Millis{20'000};
    settings.registryNamespace = QStringLiteral("docker.io");
    settings.pollInterval = std::chrono::hours(1);
    settings.metricsUrl = server.url() + "/metrics";
    settings.metricsInterval = Millis{0}; // each fault is for the crawl
    return settings;
}

/// A fleet that a registry's connector fills, with one node that holds everything.
struct Rig
{
    Rig(const NastyServer& server, Fault fault)
        : store(folder.path()), connector(engine, clock, store, settingsFor(server, fault)),
          deltas(&connector, &Connector::delta)
    {
        QObject::connect(&connector, &Connector::delta, &fleet, [this](const Delta& delta) {
            fleet.apply(delta);
            if (delta.status) {
                status = *delta.status;
                crawls += status.progress.isEmpty() ? 1 : 0; // while it reads, it says how far it is
            }
        });
    }

    /// Until the crawl after that many has ended.
    bool awaitCrawl(int before)
    {
        while (crawls == before) {
            if (!deltas.wait(30'000)) {
                return false;
            }
        }
        return true;
    }

    bool fill()
    {
        connector.start();
        if (!awaitCrawl(0)) {
            return false;
        }
        NodeContent all{QStringLiteral("n1"), clock.now(), {}};
        for (const Layer& layer : fleet.layers()) {
            all.sightings.push_back({layer.descriptor.digest, Presence::Held, Evidence::LocalHit});
        }
        NodeObservation node;
        node.name = all.node;
        node.state = NodeState::Live;
        node.at = clock.now();
        Delta peers;
        peers.source = QStringLiteral("peers");
        peers.generation = 1;
        peers.at = clock.now();
        peers.nodes = {node};
        peers.contents = {all};
        fleet.apply(peers);
        return !status.error && status.coverage && status.coverage->complete && fleet.images().size() == 3;
    }

    bool readAgain()
    {
        const int before = crawls;
        connector.refresh();
        return awaitCrawl(before);
    }

    SystemClock clock;
    Fleet fleet{clock};
    HttpEngine engine{quickOptions()};
    QTemporaryDir folder;
    ManifestStore store;
    RegistryConnector connector;
    QSignalSpy deltas;
    SourceStatus status;
    int crawls = 0; ///< that came to their end
};

void row(const char* name, const QByteArray& path, const ServerAnswer& answer, int kind,
         const QStringList& words)
{
    QTest::addRow("%s: %s", path.constData(), name) << path << answer << kind << words;
}

QStringList said(const char* words)
{
    return {QString::fromLatin1(words)};
}

QStringList said(const char* subject, const char* words)
{
    return {QString::fromLatin1(subject), QString::fromLatin1(words)};
}

ServerAnswer manifest(QByteArray body, const QByteArray& before, const QByteArray& after)
{
    const qsizetype at = body.indexOf(before);
    if (at < 0) {
        qFatal("the manifest has no %s", before.constData());
    }
    body.replace(at, before.size(), after);
    return ServerAnswer{200, {{"Content-Type", "application/vnd.oci.image.manifest.v1+json"}}, body};
}

struct WireFault
{
    Fault fault;
    ErrorKind kind;
    const char* words;
};

/// What spoils an answer whatever it is.
const std::vector<WireFault>& wireFaults()
{
    static const std::vector<WireFault> faults{
        {Fault::NeverAnswers, ErrorKind::Timeout, "no answer within 400 ms"},
        {Fault::Drips, ErrorKind::Timeout, "not complete within 400 ms"},
        {Fault::ResetsInHeaders, ErrorKind::Interrupted, "broke"},
        {Fault::ResetsInBody, ErrorKind::Interrupted, "broke in the middle"},
        {Fault::EndsEarly, ErrorKind::Interrupted, "ended before it was complete"},
        {Fault::LengthTooLong, ErrorKind::Timeout, "not complete within 400 ms"},
        {Fault::NeverEnds, ErrorKind::TooLarge, "larger than the"},
        {Fault::HeaderFlood, ErrorKind::TooLarge, "header fields exceed"},
        {Fault::GzipBomb, ErrorKind::TooLarge, "larger than the"},
        {Fault::RedirectLoop, ErrorKind::Redirect, "in a circle"},
        {Fault::TooManyRequests, ErrorKind::RateLimited, "HTTP 429"},
    };
    return faults;
}

/// Answers that are HTTP and nothing else, as a list of names.
void addWrongLists(const QByteArray& path, int kind, const char* subject)
{
    row("HTML with 200", path, ServerAnswer::of(Fault::HtmlWith200), kind, said(subject, "unambiguous JSON"));
    row("invalid UTF-8", path, ServerAnswer::of(Fault::InvalidUtf8), kind, said(subject, "unambiguous JSON"));
    row("deep JSON", path, ServerAnswer::of(Fault::DeepJson), kind, said(subject, "unambiguous JSON"));
    row("duplicate keys", path, ServerAnswer::of(Fault::DuplicateKeys), kind,
        said(subject, "unambiguous JSON"));
    row("huge numbers", path, ServerAnswer::of(Fault::HugeNumbers), kind, said(subject, "unambiguous JSON"));
    row("length too short", path, ServerAnswer::of(Fault::LengthTooShort), kind,
        said(subject, "unambiguous JSON"));
    row("redirect to a stranger", path, ServerAnswer::of(Fault::RedirectToStranger), kind,
        said(subject, "redirected"));
    row("names that are numbers", path, ServerAnswer::json(R"({"repositories":[-1],"tags":[9e99]})"), kind,
        said(subject, "not a string"));
}

} // namespace

/// What a registry's connector says of every fault that its server can have, and that nothing is lost by it.
class TestConnectorFaultsRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost_data();
    void nothingIsLost();

private:
    static void addEverything();
    static void addCatalog();
    static void addTags();
    static void addTaggedManifest();
    static void addContent(const QByteArray& path);
    static void addMetrics();
    static void verifyTold(const SourceStatus& status, const QStringList& knownWarnings, int kind,
                           const QStringList& words);
};

void TestConnectorFaultsRegistry::nothingIsLost_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ServerAnswer>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("words"); // of one text; none: all is well
    addEverything();
    addCatalog();
    addTags();
    addTaggedManifest();
    SmallRegistry moved;
    moved.moveTag();
    addContent(moved.newManifestPath());
    addContent(moved.newConfigPath());
    addMetrics();
}

void TestConnectorFaultsRegistry::addEverything()
{
    for (const WireFault& wire : wireFaults()) {
        row(faultName(wire.fault), Everything, ServerAnswer::of(wire.fault), int(wire.kind),
            said(wire.words));
    }
    const auto always = [](Fault fault, ErrorKind kind, const char* words) {
        row(faultName(fault), Everything, ServerAnswer::of(fault), int(kind), said(words));
    };
    always(Fault::Refuses, ErrorKind::Connect, "refused the connection");
    always(Fault::HtmlWith200, ErrorKind::Malformed, "web page");
    always(Fault::InvalidUtf8, ErrorKind::Malformed, "unambiguous JSON");
    always(Fault::DeepJson, ErrorKind::TooLarge, "larger than the"); // a ping is short
    always(Fault::DuplicateKeys, ErrorKind::Malformed, "unambiguous JSON");
    always(Fault::HugeNumbers, ErrorKind::Malformed, "unambiguous JSON");
    always(Fault::LengthTooShort, ErrorKind::Malformed, "unambiguous JSON");
    always(Fault::RedirectToStranger, ErrorKind::Malformed, "redirected");
    always(Fault::SelfSigned, ErrorKind::Tls, "unknown issuer");
    always(Fault::Expired, ErrorKind::Tls, "expired");
    always(Fault::WrongHost, ErrorKind::Tls, "another host");
    row(faultName(Fault::UnavailableBurst), Everything, ServerAnswer::of(Fault::UnavailableBurst), NoError,
        said("metrics page", "HTTP 503")); // the only thing that is not asked for again
    row(faultName(Fault::DateTenYearsOff), Everything, ServerAnswer::of(Fault::DateTenYearsOff), NoError, {});
}

void TestConnectorFaultsRegistry::addCatalog()
{
    for (const WireFault& wire : wireFaults()) {
        row(faultName(wire.fault), Catalog, ServerAnswer::of(wire.fault), int(wire.kind), said(wire.words));
    }
    addWrongLists(Catalog, int(ErrorKind::Malformed), "");
    row("404 of a proxy", Catalog, ServerAnswer::text("no such page", 404), int(ErrorKind::NotFound),
        said("closed", "HTTP 404"));
    const auto link = [](const char* name, const QByteArray& target, ErrorKind kind, const char* words) {
        row(name, Catalog, SmallRegistry().answer(Catalog).with("Link", '<' + target + ">; rel=\"next\""),
            int(kind), said(words));
    };
    link("link to another host", "https://other.example/v2/_catalog?n=1", ErrorKind::Redirect,
         "other.example");
    link("link to a host without a scheme", "//other.example/v2/_catalog", ErrorKind::Redirect,
         "other.example");
    link("link to a host by user info", "http://127.0.0.1@other.example/v2/_catalog", ErrorKind::Redirect,
         "other.example");
    link("link out of the API", "/v2/../../etc/passwd", ErrorKind::Malformed, "leaves the registry's API");
    link("link that is no URL", "http://[::1", ErrorKind::Malformed, "not a URL");
    link("link in a circle", "/v2/_catalog?n=1000", ErrorKind::Malformed, "circle");
    row("names with ../", Catalog,
        ServerAnswer::json(R"({"repositories":["team/api","../../etc/passwd","team/web"]})"), NoError,
        said("../../etc/passwd", "repository"));
    row("names with control characters", Catalog,
        ServerAnswer::json(R"({"repositories":["team/api","a\u0000\u001b[31mb\r\n","team/web"]})"), NoError,
        said("\\x00\\x1b[31mb\\x0d\\x0a", "repository"));
}

void TestConnectorFaultsRegistry::addTags()
{
    for (const WireFault& wire : wireFaults()) {
        row(faultName(wire.fault), Tags, ServerAnswer::of(wire.fault), NoError, said("team/api", wire.words));
    }
    addWrongLists(Tags, NoError, "team/api");
    row("link to another host", Tags,
        SmallRegistry().answer(Tags).with("Link", "<http://other.example/v2/team/api/tags/list>; rel=next"),
        NoError, said("team/api", "other.example"));
    row("names with ../", Tags, ServerAnswer::json(R"({"tags":["1.0","../../../etc/passwd"]})"), NoError,
        said("team/api", "../../../etc/passwd"));
    row("names with control characters", Tags, ServerAnswer::json(R"({"tags":["1.0","\u001b]0;x\u0007"]})"),
        NoError, said("team/api", "\\x1b]0;x\\x07"));
    row("404 of a proxy", Tags, ServerAnswer::text("no such page", 404), NoError,
        said("team/api", "HTTP 404"));
    row("503", Tags, ServerAnswer::text("busy", 503), NoError, said("team/api", "HTTP 503"));
    row("403", Tags, ServerAnswer::text("no", 403), NoError, said("team/api", "HTTP 403"));
}

void TestConnectorFaultsRegistry::addTaggedManifest()
{
    const auto bad = [](const char* name, const ServerAnswer& answer, const char* words) {
        row(name, TaggedManifest, answer, NoError, said("team/api:1.0", words));
    };
    for (const WireFault& wire : wireFaults()) {
        bad(faultName(wire.fault), ServerAnswer::of(wire.fault), wire.words);
    }
    bad("HTML with 200", ServerAnswer::of(Fault::HtmlWith200), "unambiguous JSON");
    bad("invalid UTF-8", ServerAnswer::of(Fault::InvalidUtf8), "unambiguous JSON");
    bad("deep JSON", ServerAnswer::of(Fault::DeepJson), "unambiguous JSON");
    bad("duplicate keys", ServerAnswer::of(Fault::DuplicateKeys), "unambiguous JSON");
    bad("huge numbers", ServerAnswer::of(Fault::HugeNumbers), "unambiguous JSON");
    bad("length too short", ServerAnswer::of(Fault::LengthTooShort), "not the one of the digest");
    bad("redirect to a stranger", ServerAnswer::of(Fault::RedirectToStranger), "lacks its config");
    const QByteArray plain = SmallRegistry::manifestText();
    bad("another hash",
        manifest(plain, "5000", "5001").with("Docker-Content-Digest", Digest::of(plain).toByteArray()),
        "not the one of the digest");
    bad("negative size", manifest(plain, "5000", "-5000"), "negative");
    bad("size past 2^63", manifest(plain, "5000", "9223372036854775808"), "below 2^63");
    bad("size past 2^64", manifest(plain, "5000", "18446744073709551616"), "unambiguous JSON");
    bad("size of 4 EiB", manifest(plain, "5000", "4611686018427387904"), "beyond belief");
    bad("size that is a fraction", manifest(plain, "5000", "1.5"), "below 2^63");
    bad("layers twice", manifest(plain, "\"config\"", "\"layers\":[],\"config\""), "unambiguous JSON");
    bad("size twice", manifest(plain, "5000", "5000,\"size\":1"), "unambiguous JSON");
    bad("digest with ../", manifest(plain, "sha256:", "sha256:../../"), "not SHA-256");
    bad("media type with control characters", manifest(plain, "tar+gzip", "tar\\u001b[2J"), "\\x1b[2J");
    bad("platform with ../", manifest(SmallRegistry::indexText(), "linux", "../.."), "no platform");
    bad("index and image at once", manifest(plain, "\"config\"", "\"manifests\":[],\"config\""), "at once");
    bad("layers that are no list", manifest(plain, "\"layers\":[", "\"layers\":3,\"x\":["), "list of layers");
    bad("a size in words", manifest(plain, "5000", "\"5000\""), "below 2^63");
    bad("unknown media type", manifest(plain, "image.manifest", "x"), "media type");
    bad("500", ServerAnswer::text("broken", 500), "HTTP 500");
    bad("404 of a proxy", ServerAnswer::text("no such page", 404), "HTTP 404");
    bad("404 of the registry", SmallRegistry().answer("/v2/x/manifests/y"), "MANIFEST_UNKNOWN");
}

/// What a moved tag now needs and does not get: the image that was known stays.
void TestConnectorFaultsRegistry::addContent(const QByteArray& path)
{
    for (const WireFault& wire : wireFaults()) {
        if (wire.kind != ErrorKind::TooLarge) { // that is how the new image is, and it is told without
            row(faultName(wire.fault), path, ServerAnswer::of(wire.fault), NoError,
                said("team/api:1.0", wire.words));
        }
    }
    for (const Fault fault : {Fault::HtmlWith200, Fault::InvalidUtf8, Fault::DeepJson, Fault::DuplicateKeys,
                              Fault::HugeNumbers, Fault::LengthTooShort, Fault::RedirectToStranger}) {
        row(faultName(fault), path, ServerAnswer::of(fault), NoError, said("team/api:1.0", "something else"));
    }
    row("another hash", path, ServerAnswer::json(SmallRegistry::manifestText()), NoError,
        said("team/api:1.0", "something else"));
    row("404 of a proxy", path, ServerAnswer::text("no such page", 404), NoError,
        said("team/api:1.0", "HTTP 404"));
}

void TestConnectorFaultsRegistry::addMetrics()
{
    for (const WireFault& wire : wireFaults()) {
        row(faultName(wire.fault), "/metrics", ServerAnswer::of(wire.fault), NoError,
            said("metrics page", wire.words));
    }
    row("HTML with 200", "/metrics", ServerAnswer::of(Fault::HtmlWith200), NoError,
        said("metrics page", "not a registry's"));
}

void TestConnectorFaultsRegistry::nothingIsLost()
{
    QFETCH(QByteArray, path);
    QFETCH(ServerAnswer, answer);
    QFETCH(int, kind);
    QFETCH(QStringList, words);
    NastyServer server(needsTls(answer.fault) ? NastyServer::Tls : NastyServer::Plain);
    NastyServer& stranger = server.stranger();
    SmallRegistry registry;
    server.handle(registry.handler());
    Rig rig(server, answer.fault);
    QVERIFY(rig.fill());
    const FleetSnapshot before = FleetSnapshot::of(rig.fleet);
    const QStringList knownWarnings = rig.status.warnings;

    registry.moveTag();
    if (path == registry.newManifestPath() || path == registry.newConfigPath()) {
        server.handle(registry.handler());
    }
    if (path == Everything) {
        server.misbehave(answer.fault, Millis{100});
    } else {
        if (answer.fault != Fault::None) {
            const Fault fault = answer.fault;
            answer = registry.answer(path);
            answer.fault = fault;
            answer.interval = Millis{100};
        }
        server.on("*", path, {answer});
    }
    StallMeter stalls;
    QVERIFY(rig.readAgain());
    QVERIFY2(stalls.longest() < LongestStall, qPrintable(QString::number(stalls.longest().count())));

    QVERIFY(FleetSnapshot::of(rig.fleet) == before);
    QVERIFY(wasShownCredentials(server) && !wasShownCredentials(stranger));
    QCOMPARE(stranger.requestCount() > 0, answer.fault == Fault::RedirectToStranger);
    verifyTold(rig.status, knownWarnings, kind, words);
}

/// As the source's error where the whole of it cannot be read, else as what is missing of it.
void TestConnectorFaultsRegistry::verifyTold(const SourceStatus& status, const QStringList& knownWarnings,
                                             int kind, const QStringList& words)
{
    const QStringList texts = textsOf(status);
    const QByteArray told = texts.join(QLatin1Char('\n')).toUtf8();
    QVERIFY2(areFitToShow(texts), told.constData());
    QVERIFY(status.settled);
    QCOMPARE(status.error ? int(status.error->kind) : NoError, kind);
    QCOMPARE(status.id, SourceName);
    if (status.error) {
        QVERIFY2(status.error->where.contains(SourceName), told.constData());
        QVERIFY2(isSaid({status.error->message}, words), told.constData());
        QVERIFY2(!status.error->todo.isEmpty(), told.constData());
        QVERIFY(!status.coverage->complete);
        QVERIFY(status.state == Freshness::Stale || status.state == Freshness::Offline);
    } else {
        QStringList lines = status.coverage->unseen + status.warnings;
        for (const QString& warning : knownWarnings) {
            lines.removeOne(warning);
        }
        QVERIFY2(words.isEmpty() ? lines.isEmpty() : isSaid(lines, words), told.constData());
        QVERIFY2(std::all_of(lines.begin(), lines.end(), saysWhatToDo), told.constData());
        QCOMPARE(status.state, Freshness::Live);
    }
}

QTEST_GUILESS_MAIN(TestConnectorFaultsRegistry)
#include "tst_connector_faults_registry.moc"
