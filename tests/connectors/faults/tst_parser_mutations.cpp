// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/AuthChallenge.h"
#include "connectors/http/RetryAfter.h"
#include "connectors/http/Url.h"
#include "connectors/registry/LinkHeader.h"
#include "connectors/registry/ManifestParser.h"
#include "connectors/registry/RegistryMetrics.h"
#include "connectors/registry/RegistryPages.h"
#include "connectors/spegel/HeadVerdict.h"
#include "connectors/spegel/MetadataParser.h"
#include "tests/connectors/faults/Recording.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Mutations = 5'000;

/// What a real server said, spoilt in up to eight places; the same ones in every run.
class Mutator
{
public:
    explicit Mutator(QByteArray original) : m_original(std::move(original)) {}

    QByteArray next()
    {
        QByteArray text = m_original;
        for (int i = below(8); i >= 0; --i) {
            mutate(text);
        }
        return text;
    }

private:
    int below(qsizetype end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }

    void mutate(QByteArray& text)
    {
        static const std::array<QByteArray, 22> Tokens{
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "-1",
            "1e400",
            "18446744073709551616",
            "9223372036854775807",
            "../",
            "\r\n",
            "<",
            ">; rel=\"next\"",
            ",",
            "=",
            "\xff\xfe",
            "\xed\xa0\x80",
            QByteArray(2'000, '['),
        };
        if (text.isEmpty()) {
            text = Tokens.at(static_cast<size_t>(below(Tokens.size())));
            return;
        }
        const int at = below(text.size());
        switch (below(7)) {
        case 0:
            text[at] = static_cast<char>(below(256));
            break;
        case 1:
            text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
            break;
        case 2:
            text.remove(at, 1 + below(20));
            break;
        case 3:
            text.insert(at, Tokens.at(static_cast<size_t>(below(Tokens.size()))));
            break;
        case 4:
            text.insert(below(text.size()), text.mid(at, 1 + below(60)));
            break;
        case 5:
            text.truncate(at);
            break;
        default:
            text.insert(at, '\0');
            break;
        }
    }

    QByteArray m_original;
    std::mt19937 m_random{20'261'121}; // NOLINT(cert-msc32-c,cert-msc51-cpp)
};

/// An error of a parser says what happened and what to do, fit to be shown.
bool isWellTold(const Error& error)
{
    const QString text = error.text();
    return !error.message.isEmpty() && !error.todo.isEmpty() &&
           std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isSane(const Descriptor& descriptor)
{
    return descriptor.bytes >= 0 && descriptor.bytes <= MaxContentBytes && !descriptor.mediaType.isEmpty();
}

} // namespace

/// Every parser of what comes from servers against thousands of spoilt recordings: never a crash, always a
/// value that keeps its promises or an error that can be shown.
class TestParserMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manifest_data();
    void manifest();
    void config();
    void page_data();
    void page();
    void fault();
    void link();
    void metadata();
    void challenge_data();
    void challenge();
    void metrics();
    void head();
    void retryAfterField();
    void url();
};

void TestParserMutations::manifest_data()
{
    QTest::addColumn<QByteArray>("recording");
    QTest::newRow("manifest") << QByteArray("distribution-2.8.2/manifest-get.json");
    QTest::newRow("index") << QByteArray("distribution-3.1.1/index-get.json");
    QTest::newRow("nixery") << QByteArray("nixery/manifest-get.json");
}

void TestParserMutations::manifest()
{
    QFETCH(QByteArray, recording);
    const HttpAnswer good = recordedAnswer(recording.constData());
    QVERIFY(parseManifest(good.body, good.headers.value("Content-Type")));
    Mutator bodies(good.body);
    Mutator types(good.headers.value("Content-Type"));
    for (int i = 0; i < Mutations; ++i) {
        const QByteArray body = bodies.next();
        const Result<Manifest> manifest = parseManifest(body, types.next());
        if (!manifest) {
            QVERIFY2(isWellTold(manifest.error()), body.constData());
            continue;
        }
        QVERIFY2(std::all_of(manifest->layers.begin(), manifest->layers.end(), isSane), body.constData());
        QVERIFY2(std::all_of(manifest->children.begin(), manifest->children.end(),
                             [](const ManifestChild& child) { return isSane(child.descriptor); }),
                 body.constData());
    }
}

void TestParserMutations::config()
{
    const HttpAnswer good = recordedAnswer("distribution-2.8.2/config-get.json");
    QVERIFY(parseConfigPlatform(good.body));
    Mutator bodies(good.body);
    for (int i = 0; i < Mutations; ++i) {
        const QByteArray body = bodies.next();
        const Result<QString> platform = parseConfigPlatform(body);
        QVERIFY2(platform ? platform->contains(QLatin1Char('/')) : isWellTold(platform.error()),
                 body.constData());
    }
}

void TestParserMutations::page_data()
{
    QTest::addColumn<QByteArray>("recording");
    QTest::addColumn<bool>("isCatalog");
    QTest::newRow("catalog") << QByteArray("distribution-2.8.2/catalog-page-1.json") << true;
    QTest::newRow("tags") << QByteArray("distribution-3.1.1/tags.json") << false;
}

void TestParserMutations::page()
{
    QFETCH(QByteArray, recording);
    QFETCH(bool, isCatalog);
    const HttpAnswer good = recordedAnswer(recording.constData());
    const auto parse = isCatalog ? parseCatalogPage : parseTagsPage;
    QVERIFY(parse(good.body));
    Mutator bodies(good.body);
    for (int i = 0; i < Mutations; ++i) {
        const QByteArray body = bodies.next();
        const Result<NamesPage> page = parse(body);
        if (!page) {
            QVERIFY2(isWellTold(page.error()), body.constData());
            continue;
        }
        QVERIFY2(std::none_of(page->names.begin(), page->names.end(),
                              [](const QString& name) {
                                  return name.isEmpty() || name.contains(QLatin1String("..")) ||
                                         name.contains(QLatin1Char('\n'));
                              }) ||
                     !isCatalog,
                 body.constData());
    }
}

void TestParserMutations::fault()
{
    const HttpAnswer good = recordedAnswer("distribution-2.8.2/manifest-unknown.json");
    QCOMPARE(parseFault(good.body).code, QStringLiteral("MANIFEST_UNKNOWN"));
    Mutator bodies(good.body);
    for (int i = 0; i < Mutations; ++i) {
        const RegistryFault fault = parseFault(bodies.next());
        QVERIFY(fault.code.size() <= 64 && fault.message.size() <= 100);
    }
}

void TestParserMutations::link()
{
    const QByteArray good = recordedAnswer("distribution-2.8.2/catalog-page-1.json").headers.value("Link");
    QVERIFY(!good.isEmpty());
    Mutator fields(good);
    for (int i = 0; i < Mutations; ++i) {
        const QByteArray field = fields.next();
        HttpHeaders headers;
        headers.add("Link", field);
        const std::optional<QByteArray> target = nextLink(headers);
        if (!target) {
            continue;
        }
        const Result<QByteArray> next =
            resolveNextLink("http://registry.example:5000", "/v2/_catalog?n=2", *target);
        QVERIFY2(next ? next->startsWith("/v2/") : isWellTold(next.error()), field.constData());
    }
}

void TestParserMutations::metadata()
{
    const HttpAnswer good = recordedAnswer("spegel-0.7.4/node1/debug-metadata.json");
    QVERIFY(parsePeerIdentity(good.body));
    Mutator bodies(good.body);
    for (int i = 0; i < Mutations; ++i) {
        const QByteArray body = bodies.next();
        const Result<QString> identity = parsePeerIdentity(body);
        QVERIFY2(identity ? !identity->isEmpty() : isWellTold(identity.error()), body.constData());
    }
}

void TestParserMutations::challenge_data()
{
    QTest::addColumn<QByteArray>("field");
    // Docker Hub's, and the example of RFC 9110, 11.6.1.
    QTest::newRow("bearer") << QByteArray(
        R"(Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:library/nginx:pull")");
    QTest::newRow("several") << QByteArray(
        R"(Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\"")");
    QTest::newRow("token68") << QByteArray("Negotiate YII=, Bearer error=\"invalid_token\"");
}

void TestParserMutations::challenge()
{
    QFETCH(QByteArray, field);
    QVERIFY(!AuthChallenge::parse(field).empty());
    Mutator fields(field);
    for (int i = 0; i < Mutations; ++i) {
        const QByteArray text = fields.next();
        for (const AuthChallenge& found : AuthChallenge::parse(text)) {
            QVERIFY2(!found.scheme.isEmpty() && found.scheme == found.scheme.toLower(), text.constData());
        }
    }
}

void TestParserMutations::metrics()
{
    const HttpAnswer good = recordedAnswer("distribution-3.1.1/debug-metrics.json");
    QVERIFY(readRegistryMetrics(good.body).isRegistry);
    Mutator pages(good.body);
    for (int i = 0; i < Mutations; ++i) {
        QVERIFY(readRegistryMetrics(pages.next()).storageDriver.size() <= 100);
    }
}

void TestParserMutations::head()
{
    const HttpAnswer good = recordedAnswer("spegel-0.7.4/node1/local-head-layer-0.json");
    const Result<Digest> digest = Digest::parse(good.headers.value("Docker-Content-Digest"));
    QVERIFY(digest);
    const qint64 size = good.headers.value("Content-Length").toLongLong();
    const WantedContent wanted{*digest, ContentKind::Layer, size, {}, {}};
    QCOMPARE(judgeHead(wanted, good).presence, Presence::Held);
    std::vector<std::pair<QByteArray, Mutator>> fields;
    for (const auto& [name, value] : good.headers.fields()) {
        fields.emplace_back(name, Mutator(value));
    }
    for (int i = 0; i < Mutations; ++i) {
        HttpAnswer spoilt;
        spoilt.status = good.status;
        for (auto& [name, values] : fields) {
            spoilt.headers.add(name, values.next());
        }
        const HeadVerdict verdict = judgeHead(wanted, spoilt);
        // Held only with the right length; a 200 never says absent.
        QVERIFY(verdict.presence != Presence::Absent);
        QVERIFY(verdict.presence != Presence::Held ||
                spoilt.headers.value("Content-Length").trimmed().toLongLong() == size);
    }
}

void TestParserMutations::retryAfterField()
{
    for (const char* good : {"120", "Sat, 21 Nov 2026 22:58:38 GMT"}) {
        Mutator fields{QByteArray(good)};
        for (int i = 0; i < Mutations; ++i) {
            HttpHeaders headers;
            headers.add("Retry-After", fields.next());
            headers.add("Date", fields.next());
            QVERIFY(retryAfter(headers, Timestamp{}).value_or(Millis{0}) >= Millis{0});
        }
    }
}

void TestParserMutations::url()
{
    const std::optional<Url> origin = Url::parse("https://registry.example:5000/v2/");
    QVERIFY(origin);
    Mutator texts("https://registry.example:5000/v2/_catalog?last=ml%2Ftrain&n=2");
    for (int i = 0; i < Mutations; ++i) {
        const QByteArray text = texts.next();
        for (const std::optional<Url>& url : {Url::parse(text), origin->resolved(text)}) {
            if (url) {
                QVERIFY2(url->scheme == "http" || url->scheme == "https", text.constData());
                QVERIFY2(!url->host.isEmpty() && url->port > 0, text.constData());
                QVERIFY2(!url->text.contains('\n') && !url->text.contains(' '), text.constData());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestParserMutations)
#include "tst_parser_mutations.moc"
