// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/NetworkResolver.h"
#include "connectors/doctor/SourceDoctor.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/connectors/faults/SmallRegistry.h"

#include <QSignalSpy>

using namespace stowage;
using namespace stowage::test;

namespace {

const QString SourceName = QStringLiteral("docker-eu");
constexpr Millis Patience{400};

/// A registry and a peer at once: their paths do not meet.
ServerAnswer goodAnswer(const SmallRegistry& registry, const QByteArray& path)
{
    if (path == "/readyz") {
        return ServerAnswer::text("ok");
    }
    if (path == "/debug/web/metadata") {
        return ServerAnswer::json(R"({"libp2p":{"id":"12D3KooWPeer"}})");
    }
    return registry.answer(path);
}

DoctorTarget targetOf(const NastyServer& server, const QString& kind)
{
    DoctorEndpoint endpoint{QStringLiteral("n1"), endpointAt(server, SourceName), {}};
    if (kind == QLatin1String("spegel")) {
        endpoint.metrics = endpoint.endpoint;
    }
    return {SourceName, kind, {endpoint}, {QStringLiteral("docker.io")}};
}

bool isTrouble(const Check& check)
{
    return check.verdict == Verdict::Failed || check.verdict == Verdict::Warning;
}

} // namespace

/// What the doctor says of every fault that a server can have: something, at the right step, and what to do.
class TestConnectorFaultsDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFault_data();
    void findsTheFault();
};

void TestConnectorFaultsDoctor::findsTheFault_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("step"); // the first in trouble; none: all is well
    QTest::addColumn<QString>("words");
    const auto row = [](const char* kind, Fault fault, const char* step, const char* words) {
        QTest::addRow("%s: %s", kind, faultName(fault))
            << QString::fromLatin1(kind) << fault << QString::fromLatin1(step) << QString::fromLatin1(words);
    };
    for (const char* kind : {"registry", "spegel"}) {
        row(kind, Fault::None, "", "");
        row(kind, Fault::DateTenYearsOff, "", "");
        row(kind, Fault::Refuses, "tcp4", "refused");
        row(kind, Fault::SelfSigned, "tls", "self");
        row(kind, Fault::Expired, "tls", "expired");
        row(kind, Fault::WrongHost, "tls", "host name did not match");
    }
    row("registry", Fault::NeverAnswers, "authentication", "no answer within 400 ms");
    row("registry", Fault::Drips, "authentication", "not complete within 400 ms");
    row("registry", Fault::ResetsInHeaders, "authentication", "broke");
    row("registry", Fault::ResetsInBody, "authentication", "broke in the middle");
    row("registry", Fault::EndsEarly, "authentication", "ended before it was complete");
    row("registry", Fault::LengthTooLong, "authentication", "not complete within 400 ms");
    row("registry", Fault::NeverEnds, "authentication", "larger than");
    row("registry", Fault::HeaderFlood, "authentication", "header fields exceed");
    row("registry", Fault::GzipBomb, "authentication", "larger than");
    row("registry", Fault::HtmlWith200, "identity", "not a registry");
    for (const Fault fault :
         {Fault::InvalidUtf8, Fault::DeepJson, Fault::HugeNumbers, Fault::DuplicateKeys}) {
        row("registry", fault, "identity", "does not name its API version");
    }
    row("registry", Fault::LengthTooShort, "capability", "not a list of repositories");
    row("registry", Fault::RedirectLoop, "authentication", "HTTP 302");
    row("registry", Fault::RedirectToStranger, "authentication", "HTTP 307");
    row("registry", Fault::TooManyRequests, "authentication", "HTTP 429");
    row("registry", Fault::UnavailableBurst, "authentication", "HTTP 503");

    row("spegel", Fault::NeverAnswers, "identity", "no answer within 400 ms");
    row("spegel", Fault::Drips, "identity", "not complete within 400 ms");
    row("spegel", Fault::ResetsInHeaders, "identity", "broke");
    row("spegel", Fault::ResetsInBody, "identity", "broke in the middle");
    row("spegel", Fault::EndsEarly, "identity", "ended before it was complete");
    row("spegel", Fault::LengthTooLong, "identity", "not complete within 400 ms");
    row("spegel", Fault::NeverEnds, "identity", "larger than");
    row("spegel", Fault::HeaderFlood, "identity", "header fields exceed");
    row("spegel", Fault::GzipBomb, "identity", "larger than");
    for (const Fault fault : {Fault::HtmlWith200, Fault::InvalidUtf8, Fault::DeepJson, Fault::HugeNumbers,
                              Fault::DuplicateKeys, Fault::LengthTooShort}) {
        row("spegel", fault, "identity", "libp2p");
    }
    row("spegel", Fault::RedirectLoop, "identity", "HTTP 302");
    row("spegel", Fault::RedirectToStranger, "identity", "HTTP 307");
    row("spegel", Fault::TooManyRequests, "identity", "HTTP 429");
    row("spegel", Fault::UnavailableBurst, "identity", "HTTP 503");
}

void TestConnectorFaultsDoctor::findsTheFault()
{
    QFETCH(QString, kind);
    QFETCH(Fault, fault);
    QFETCH(QString, step);
    QFETCH(QString, words);
    NastyServer server(needsTls(fault) ? NastyServer::Tls : NastyServer::Plain);
    NastyServer& stranger = server.stranger();
    server.handle([registry = SmallRegistry()](const RecordedRequest& request) {
        return goodAnswer(registry, request.path);
    });
    if (fault != Fault::None) {
        server.misbehave(fault, Millis{100});
    }
    const SystemClock clock;
    HttpEngine engine;
    const NetworkResolver resolver(clock);
    SourceDoctor doctor({engine, clock, resolver, {Patience, Patience, Patience, Patience, Patience}},
                        {targetOf(server, kind)});
    std::vector<Check> checks;
    connect(&doctor, &Doctor::checked, this,
            [&](const QString&, const Check& check) { checks.push_back(check); });
    QSignalSpy finished(&doctor, &Doctor::finished);
    StallMeter stalls;
    doctor.examine(SourceName);
    QVERIFY(finished.wait(20'000));
    QVERIFY2(stalls.longest() < LongestStall, qPrintable(QString::number(stalls.longest().count())));

    QStringList texts;
    for (const Check& check : checks) {
        texts << check.id + QStringLiteral(" %1: ").arg(verdictName(check.verdict)) + check.detail +
                     QStringLiteral(" -- ") + check.todo;
        QVERIFY2(isTrouble(check) == !check.todo.isEmpty() && !check.detail.isEmpty(),
                 qPrintable(texts.back()));
    }
    const QByteArray told = texts.join(QLatin1Char('\n')).toUtf8();
    QCOMPARE(checks.size(), 7U);
    QVERIFY2(areFitToShow(texts), told.constData());
    const auto first = std::find_if(checks.begin(), checks.end(), isTrouble);
    QVERIFY2((first == checks.end() ? QString() : first->id) == step, told.constData());
    QVERIFY2(first == checks.end() || first->detail.contains(words), told.constData());
    QCOMPARE(stranger.requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestConnectorFaultsDoctor)
#include "tst_connector_faults_doctor.moc"
