// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/CertificateScout.h"
#include "connectors/doctor/DoctorNames.h"
#include "connectors/doctor/NetworkResolver.h"
#include "connectors/self/ProcProbe.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/doctor/ScriptedServer.h"
#include "tests/connectors/doctor/TestCertificates.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

DoctorTarget targetOf(const char* source, const QByteArray& url)
{
    DoctorTarget target;
    target.sourceId = QString::fromLatin1(source);
    DoctorEndpoint server;
    server.endpoint.baseUrl = url;
    target.endpoints = {server};
    return target;
}

/// One answer for every name.
class OneAnswer final : public HostResolver
{
public:
    void resolve(const QString& /*host*/, QObject* context,
                 std::function<void(const ResolvedHost&)> then) const override
    {
        QMetaObject::invokeMethod(
            context, [then = std::move(then), answer = answer] { then(answer); }, Qt::QueuedConnection);
    }

    ResolvedHost answer;
};

} // namespace

/// What is learned of servers beside examinations: their certificates and names; and what of this process.
class TestCertificateScout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhenCertificatesEnd();
    void leavesOutWhatHasNone();
    void namesCountByTheDnsOnly();
    void thisProcessHasFigures();
};

void TestCertificateScout::findsWhenCertificatesEnd()
{
    TestCertificates certificates;
    ScriptedServer good(certificates.server("IP:127.0.0.1", 100));
    ScriptedServer expired(certificates.server("IP:127.0.0.1", -1));
    const SystemClock clock;
    const NetworkResolver resolver(clock);
    CertificateBook book;
    CertificateScout scout(resolver, clock, book);
    scout.setTargets({targetOf("good", good.url()), targetOf("old", expired.url())});
    QSignalSpy finished(&scout, &CertificateScout::finished);
    scout.refresh();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(book.notes().size(), size_t(2));
    QCOMPARE(book.notes()[0].source, QStringLiteral("good"));
    const auto left = book.notes()[0].endsAt - clock.now();
    QVERIFY(left > std::chrono::days(98) && left < std::chrono::days(102));
    QVERIFY(book.notes()[1].endsAt < clock.now());
    QVERIFY(good.asked.isEmpty());
}

void TestCertificateScout::leavesOutWhatHasNone()
{
    const SystemClock clock;
    const NetworkResolver resolver(clock);
    CertificateBook book;
    CertificateScout scout(resolver, clock, book);
    DoctorTarget proxied = targetOf("proxied", "https://registry.example.test");
    proxied.endpoints[0].endpoint.proxy = "http://127.0.0.1:1";
    scout.setTargets(
        {targetOf("plain", "http://127.0.0.1:1"), proxied, targetOf("nobody", "https://127.0.0.1:1")});
    QSignalSpy finished(&scout, &CertificateScout::finished);
    scout.refresh();
    QVERIFY(finished.wait(30'000));
    QVERIFY(book.notes().empty());
}

void TestCertificateScout::namesCountByTheDnsOnly()
{
    OneAnswer resolver;
    const DoctorNames names(resolver);
    NameAddresses told;
    const auto ask = [&] {
        bool isAnswered = false;
        QObject context;
        names.lookUp(QStringLiteral("x"), &context, [&](const NameAddresses& addresses) {
            told = addresses;
            isAnswered = true;
        });
        return QTest::qWaitFor([&] { return isAnswered; });
    };
    resolver.answer.v4 = {QHostAddress(QStringLiteral("192.0.2.2")),
                          QHostAddress(QStringLiteral("192.0.2.1")),
                          QHostAddress(QStringLiteral("192.0.2.1"))};
    resolver.answer.way = ResolvedHost::Way::HostsFile;
    QVERIFY(ask());
    QVERIFY(!told.isAnswered);
    resolver.answer.way = ResolvedHost::Way::Dns;
    QVERIFY(ask());
    QVERIFY(told.isAnswered);
    QCOMPARE(told.v4, (QStringList{QStringLiteral("192.0.2.1"), QStringLiteral("192.0.2.2")}));
    resolver.answer.trouble = QStringLiteral("AAAA: timed out");
    QVERIFY(ask());
    QVERIFY(!told.isAnswered);
}

void TestCertificateScout::thisProcessHasFigures()
{
    QTemporaryDir folder;
    const ProcProbe probe(folder.path());
    QVERIFY(probe.residentBytes().value_or(0) > 1'000'000);
    QVERIFY(probe.diskBytes().value_or(0) > 0);
    QVERIFY(probe.diskFreeBytes().value_or(-1) >= 0);
    const QString file = folder.filePath(QStringLiteral("x.db"));
    QCOMPARE(databaseBytes(file), 0);
    QFile wal(file + QStringLiteral("-wal"));
    QVERIFY(wal.open(QIODevice::WriteOnly));
    wal.write("12345");
    wal.close();
    QCOMPARE(databaseBytes(file), 5);
}

QTEST_GUILESS_MAIN(TestCertificateScout)
#include "tst_certificate_scout.moc"
