// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/ProfileReader.h"
#include "models/core/NearestName.h"
#include "tests/app/profile/Texts.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace stowage;
namespace texts = stowage::test::texts;

namespace {

QByteArray fileContent(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sourceFile(const char* path)
{
    return qEnvironmentVariable("STOWAGE_SOURCE_DIR") + QLatin1Char('/') + QLatin1String(path);
}

Profile readRight(const QByteArray& text,
                  const QString& fileName = QStringLiteral("/etc/stowage/profile.json"))
{
    auto profile = ProfileReader::read(text, fileName);
    if (!profile) {
        for (const ProfileProblem& problem : profile.error()) {
            qWarning().noquote() << problem.text();
        }
        return {};
    }
    return *std::move(profile);
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedProfile();
    void prometheus();
    void exampleProfile();
    void defaults();
    void policies();
    void aPeerIsItsNodeByAnyName();
    void thresholdsOfPeers();
    void alerts();
    void notify();
    void accessOfASource();
    void positionsSurviveEscapes();
    void allProblemsAtOnceInOrder();
    void problemText();
    void readsFiles();
    void nearestNames();
};

void TestProfile::documentedProfile()
{
    const Profile profile = readRight(texts::Documented);
    QCOMPARE(profile.name, QStringLiteral("eu-prod"));
    QCOMPARE(profile.risk, Risk::Production);
    QCOMPARE(profile.placement, (PlacementGoal{3, 2}));
    QCOMPARE(profile.sources.size(), 6U);

    const SourceProfile& first = profile.sources[0];
    QCOMPARE(first.id, QStringLiteral("registry-1"));
    QCOMPARE(first.line, 5);
    const auto& registry = std::get<RegistryProfile>(first.part);
    QCOMPARE(registry.url, QByteArray("http://127.0.0.1:5101"));
    QCOMPARE(registry.metrics, QByteArray("http://127.0.0.1:5201/metrics"));
    QCOMPARE(registry.registryNamespace, QStringLiteral("docker.io"));
    QCOMPARE(registry.repositories, QStringList{QStringLiteral("team/*")});
    QCOMPARE(first.access.budget->requestsPerSecond, 200.0);
    QCOMPARE(first.access.budget->connections, 4);
    const auto& basic = std::get<BasicAuth>(first.access.auth);
    QCOMPARE(basic.user, QStringLiteral("ops"));
    QCOMPARE(std::get<EnvSecret>(basic.password).name, QStringLiteral("REGISTRY_PASSWORD"));

    const auto& spegel = std::get<SpegelProfile>(profile.sources[1].part);
    QCOMPARE(spegel.namespaces, QStringList{QStringLiteral("docker.io")});
    QCOMPARE(spegel.nodes.size(), 1U);
    QCOMPARE(spegel.nodes[0].name, QStringLiteral("n1"));
    QCOMPARE(spegel.nodes[0].zone, QStringLiteral("a"));
    QCOMPARE(spegel.nodes[0].registry, QByteArray("http://10.77.0.1:5000"));
    QCOMPARE(spegel.nodes[0].metrics, QByteArray("http://10.77.0.1:9090/metrics"));

    const auto& signIn = std::get<SignInAuth>(profile.sources[2].access.auth);
    QCOMPARE(std::get<FileSecret>(signIn.password).path,
             QDir::homePath() + QStringLiteral("/.config/stowage/hub"));
    QStringList connected;
    for (const SourceProfile& source : profile.sources) {
        connected << sourceKindName(source.kind) +
                         (isConnectable(source.kind) ? QStringLiteral("+") : QStringLiteral("-"));
    }
    QCOMPARE(connected.join(QLatin1Char(' ')),
             QStringLiteral("registry+ spegel+ beszel+ prometheus+ alertmanager+ nixery-"));
    QCOMPARE(profile.nodes[0].aliases, QStringList({QStringLiteral("10.77.0.1"), QStringLiteral("lab-1")}));
}

void TestProfile::prometheus()
{
    const Profile profile = readRight(texts::WithPrometheus);
    const SourceProfile& source = profile.sources.at(0);
    const auto& prometheus = std::get<PrometheusProfile>(source.part);
    QCOMPARE(prometheus.url, QByteArray("https://mimir.example.test/prometheus"));
    QCOMPARE(prometheus.labels.value(QStringLiteral("job")), QStringLiteral("node=2"));
    QVERIFY(prometheus.rate == std::chrono::seconds(120));
    QCOMPARE(prometheus.hostMetrics.size(), 1U);
    QCOMPARE(prometheus.hostMetrics[0].metric, QStringLiteral("gpu.percent"));
    QCOMPARE(prometheus.hostMetrics[0].device, QStringLiteral("gpu"));
}

void TestProfile::exampleProfile()
{
    const QString file = sourceFile("resources/examples/profile.jsonc");
    const Profile profile = readRight(fileContent(file), file);
    QCOMPARE(profile.sources.size(), 4U);
    QCOMPARE(profile.sources[0].access.ca, sourceFile("resources/examples/ca.pem"));
    QVERIFY(std::get<RegistryProfile>(profile.sources[1].part).pullThrough);
}

void TestProfile::defaults()
{
    const Profile profile = readRight(texts::Smallest);
    QCOMPARE(profile.risk, Risk::Production);
    QCOMPARE(profile.placement, (PlacementGoal{3, 3}));
    const SourceProfile& source = profile.sources.at(0);
    const auto& registry = std::get<RegistryProfile>(source.part);
    QCOMPARE(registry.url, QByteArray("https://registry.example.test:5000/prefix"));
    QCOMPARE(registry.registryNamespace, QStringLiteral("registry.example.test:5000"));
    QVERIFY(registry.metrics.isEmpty() && registry.repositories.isEmpty() && !registry.pullThrough &&
            !registry.cpuLimit);
    QVERIFY(std::holds_alternative<std::monostate>(source.access.auth));
    QVERIFY(!source.access.budget && !source.access.poll && source.access.proxy.isEmpty());
}

void TestProfile::policies()
{
    const PlacementPolicies policies = readRight(texts::WithPolicies).policies();
    QCOMPARE(policies.base, (PlacementGoal{3, 1}));
    const std::vector<CoverageRule> coverage{{QStringLiteral("team/*"), {4, 4}},
                                             {QStringLiteral("*"), {1, 1}}};
    QCOMPARE(policies.coverage, coverage);
    QCOMPARE(policies.ruleFor(QStringLiteral("team/api")), 0);
    QCOMPARE(policies.ruleFor(QStringLiteral("library/api")), 1);
    const std::vector<KeyRule> keys{{QStringLiteral("base"),
                                     {QStringLiteral("team/base:1.*")},
                                     {QStringLiteral("lab-1")},
                                     {QStringLiteral("b")},
                                     {QStringLiteral("gpu")}}};
    QCOMPARE(policies.keys, keys);
    QCOMPARE(policies.entryOf(QStringLiteral("LAB-1"))->name, QStringLiteral("n1"));
    QVERIFY(!policies.entryOf(QStringLiteral("n2")));
}

void TestProfile::aPeerIsItsNodeByAnyName()
{
    const Profile profile = readRight(texts::WithPolicies);
    const auto& peers = std::get<SpegelProfile>(profile.sources[1].part).nodes;
    QCOMPARE(peers[0].name, QStringLiteral("n1"));
    QCOMPARE(peers[0].zone, QStringLiteral("a"));
    QCOMPARE(peers[1].name, QStringLiteral("n2"));
    QCOMPARE(peers[1].zone, QStringLiteral("b"));
}

void TestProfile::thresholdsOfPeers()
{
    const Profile profile = readRight(texts::WithThresholds);
    const auto& peers = std::get<SpegelProfile>(profile.sources[0].part);
    MetricThresholds expected;
    expected.hitPercentBelow = 80;
    expected.resolveP95SecondsAbove = 0.25;
    expected.leastRequests = 50;
    QCOMPARE(peers.thresholds, expected);
    QCOMPARE(peers.metricsEvery, std::optional(std::chrono::seconds(30)));
    const Profile plain = readRight(texts::WithPolicies);
    const auto& untold = std::get<SpegelProfile>(plain.sources[1].part);
    QCOMPARE(untold.thresholds, MetricThresholds{});
    QVERIFY(!untold.metricsEvery);
}

void TestProfile::alerts()
{
    QCOMPARE(readRight(texts::Documented).alerts, AlertPolicy{});
    const std::vector<AlertRule> rules = readRight(texts::WithAlerts).rules;
    QCOMPARE(rules.size(), 2U);
    QCOMPARE(rules[0].id, QStringLiteral("cpu-high"));
    QVERIFY(!rules[1].isOn);
    const AlertPolicy policy = readRight(texts::WithAlerts).alerts;
    QVERIFY(policy.usual.cooldown == std::chrono::minutes(10));
    QCOMPARE(policy.usual.hysteresis, 0.05);
    QCOMPARE(policy.rules.size(), 2U);
    const AlertPolicy::Rule& disk = policy.rules[0];
    QCOMPARE(disk.matcher.name, QStringLiteral("Disk*"));
    QCOMPARE(disk.matcher.source, QStringLiteral("hub"));
    QVERIFY(disk.matcher.kind == SubjectKind::Host);
    QVERIFY(
        (disk.matcher.labels == std::vector<AlertLabel>{{QStringLiteral("team"), QStringLiteral("*=x")}}));
    QVERIFY(disk.tempo.persistence == std::chrono::minutes(1));
    QVERIFY(disk.tempo.cooldown == Millis{0});
    QCOMPARE(disk.tempo.hysteresis, 0.05); // as usual
    QVERIFY(policy.rules[1].matcher.upTo == AlertSeverity::Info);
    QCOMPARE(policy.rules[1].tempo.flapTurns, 4U);
    QVERIFY(policy.rules[1].tempo.flapCalm == std::chrono::minutes(5));
    QVERIFY(policy.rules[1].tempo.cooldown == std::chrono::minutes(10));

    QCOMPARE(policy.maintenance.size(), 1U);
    const MaintenanceWindow& window = policy.maintenance[0];
    QCOMPARE(window.name, QStringLiteral("switch"));
    QCOMPARE(toRfc3339(window.from), QStringLiteral("2026-12-01T19:00:00.000Z"));
    QCOMPARE(toRfc3339(window.to), QStringLiteral("2026-12-01T22:00:00.000Z"));
    QVERIFY(window.every == std::chrono::days(7));
    QCOMPARE(window.matcher.zone, QStringLiteral("a"));

    QCOMPARE(policy.quietHours.size(), 1U);
    const QuietHours& night = policy.quietHours[0];
    QVERIFY(night.from == std::chrono::hours(22));
    QVERIFY(night.to == std::chrono::minutes(390));
    QCOMPARE(int(night.days), 0x60);
    QCOMPARE(night.upTo, AlertSeverity::Info);
    QCOMPARE(night.zone.id(), QByteArray("Europe/Berlin"));
}

void TestProfile::notify()
{
    const NotifyProfile usual = readRight(texts::Documented).notify;
    QVERIFY(usual.isDesktop && usual.webhooks.empty() && !usual.heartbeat);
    const NotifyProfile notify = readRight(texts::WithNotify).notify;
    QVERIFY(!notify.isDesktop && !notify.isLoud);
    QCOMPARE(notify.rules.least, AlertSeverity::Critical);
    QCOMPARE(notify.rules.unownedAfter.count(), 0);
    QCOMPARE(notify.rules.mostPerMinute, 2);
    QVERIFY(!notify.rules.isResolvedTold);
    QVERIFY(notify.rules.selfTestEvery == std::chrono::hours(24));
    QCOMPARE(notify.rules.quiet.size(), 1U);
    QCOMPARE(notify.webhooks.size(), 2U);
    QCOMPARE(notify.webhooks[0].url.url, QByteArray("https://hooks.example.test/stowage"));
    QVERIFY(notify.webhooks[0].token == SecretRef(EnvSecret{QStringLiteral("TOKEN")}));
    QVERIFY(notify.webhooks[0].ca.endsWith(QStringLiteral("/ca.pem")));
    QVERIFY(notify.webhooks[1].url.secret ==
            SecretRef(FileSecret{QDir::homePath() + QStringLiteral("/hook")}));
    QCOMPARE(notify.commands.at(0).program, QDir::homePath() + QStringLiteral("/bin/page-me"));
    QCOMPARE(notify.commands[0].arguments,
             QStringList({QStringLiteral("--team"), QStringLiteral("platform")}));
    QVERIFY(notify.commands[0].patience == std::chrono::seconds(5));
    QVERIFY(notify.heartbeat && notify.heartbeat->every == std::chrono::seconds(30));
}

void TestProfile::accessOfASource()
{
    const Profile profile = readRight(texts::WithAccess);
    QCOMPARE(profile.risk, Risk::Staging);
    const SourceAccess& access = profile.sources.at(0).access;
    QCOMPARE(access.ca, QStringLiteral("/etc/stowage/tls/ca.pem"));
    QCOMPARE(access.clientCertificate, QStringLiteral("/c.pem"));
    QCOMPARE(access.clientKey, QDir::homePath() + QStringLiteral("/key.pem"));
    QCOMPARE(access.pin, QByteArray("sha256//YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg="));
    QCOMPARE(access.proxy, QByteArray("socks5://127.0.0.1:1080"));
    QCOMPARE(access.poll, std::chrono::seconds{15});
    QCOMPARE(std::get<TokenAuth>(access.auth).token, SecretRef(KeychainSecret{QStringLiteral("registry")}));
    QCOMPARE(std::get<RegistryProfile>(profile.sources.at(0).part).cpuLimit, 0.5);
}

void TestProfile::positionsSurviveEscapes()
{
    const auto read = ProfileReader::read(
        "{ \"schema\": \"stowage/profile/1\", // \"{[ \n"
        "  /* \" */ \"name\": \"größe \\\" \\\\\", \"a/b~\\\"c\": -12.5e3, \"x\\\\\" :true,\n"
        "  \"sources\": null, \"nodes\": -7}",
        QStringLiteral("p"));
    QVERIFY(!read);
    QStringList places;
    for (const ProfileProblem& problem : read.error()) {
        places << QStringLiteral("%1:%2 %3").arg(problem.line).arg(problem.column).arg(problem.pointer);
    }
    QCOMPARE(places, QStringList({QStringLiteral("2:34 /a~1b~0\"c"), QStringLiteral("2:54 /x\\"),
                                  QStringLiteral("3:14 /sources"), QStringLiteral("3:29 /nodes")}));
}

void TestProfile::allProblemsAtOnceInOrder()
{
    const auto read = ProfileReader::read(texts::ManyProblems, QStringLiteral("p.json"));
    QVERIFY(!read);
    QStringList texts;
    for (const ProfileProblem& problem : read.error()) {
        texts << problem.text();
    }
    QCOMPARE(texts, texts::problemsOfMany());
}

void TestProfile::problemText()
{
    ProfileProblem problem{
        QStringLiteral("p.json"),  3, 5, QStringLiteral("/name"), QStringLiteral("it is wrong"),
        QStringLiteral("Mend it.")};
    QCOMPARE(problem.text(), QStringLiteral("p.json:3:5: it is wrong. Mend it. (/name)"));
    QCOMPARE(problem.toError().kind, ErrorKind::Profile);
    problem = {{}, 3, 0, {}, QStringLiteral("it is wrong"), {}};
    QCOMPARE(problem.text(), QStringLiteral("profile:3: it is wrong"));
}

void TestProfile::readsFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("profile.json"));
    const auto problem = [](const ProfileReader::Read& read) {
        return read ? QString() : read.error().at(0).what;
    };
    QCOMPARE(problem(ProfileReader::readFile(path)), QStringLiteral("there is no such file"));
    QCOMPARE(problem(ProfileReader::readFile(folder.path())), QStringLiteral("this is not a file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(texts::Documented);
    file.close();
    QCOMPARE(ProfileReader::readFile(path)->file, path);
    QVERIFY(file.resize(ProfileReader::MaxBytes + 1));
    QCOMPARE(problem(ProfileReader::readFile(path)), QStringLiteral("the file is larger than 4.0 MiB"));
}

void TestProfile::nearestNames()
{
    const QStringList known{QStringLiteral("url"), QStringLiteral("metrics"), QStringLiteral("id"),
                            QStringLiteral("pollSeconds")};
    QCOMPARE(nearestName(QStringLiteral("metricks"), known), QStringLiteral("metrics"));
    QCOMPARE(nearestName(QStringLiteral("URL"), known), QStringLiteral("url"));
    QCOMPARE(nearestName(QStringLiteral("pollseconds"), known), QStringLiteral("pollSeconds"));
    QCOMPARE(nearestName(QStringLiteral("xy"), known), QString());
    QCOMPARE(nearestName(QStringLiteral("colour"), known), QString());
    QCOMPARE(nearestName(QString(100'000, QLatin1Char('m')), known), QString());
    QCOMPARE(nearestName(QString(), known), QString());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
