// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestCertificates.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace stowage::test {

std::shared_ptr<TestCertificates> TestCertificates::shared()
{
    static std::weak_ptr<TestCertificates> last;
    auto current = last.lock();
    if (!current) {
        current.reset(new TestCertificates);
        last = current;
    }
    return current;
}

TestCertificates::TestCertificates()
{
    const QByteArray loopback = "DNS:localhost,DNS:twofold.test,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1";
    makeKey(QStringLiteral("ca"));
    run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-new"), QStringLiteral("-key"),
         QStringLiteral("ca.key"), QStringLiteral("-out"), QStringLiteral("ca.pem"), QStringLiteral("-days"),
         QStringLiteral("30"), QStringLiteral("-subj"), QStringLiteral("/CN=Stowage test authority")});
    sign(QStringLiteral("good"), QStringLiteral("/CN=localhost"), loopback, 30);
    sign(QStringLiteral("expired"), QStringLiteral("/CN=localhost"), loopback, -1);
    sign(QStringLiteral("wronghost"), QStringLiteral("/CN=other.example"), "DNS:other.example", 30);
    sign(QStringLiteral("client"), QStringLiteral("/CN=operator"), "DNS:operator.example", 30);
    makeKey(QStringLiteral("selfsigned"));
    run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-new"), QStringLiteral("-key"),
         QStringLiteral("selfsigned.key"), QStringLiteral("-out"), QStringLiteral("selfsigned.pem"),
         QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
         QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
         QStringLiteral("subjectAltName=") + QString::fromLatin1(loopback)});
}

QByteArray TestCertificates::pin() const
{
    const auto certificates = QSslCertificate::fromPath(file(QStringLiteral("good.pem")));
    const QByteArray key = certificates.value(0).publicKey().toDer();
    return "sha256//" + QCryptographicHash::hash(key, QCryptographicHash::Sha256).toBase64();
}

void TestCertificates::run(const QStringList& arguments) const
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(QStringLiteral("openssl"), arguments);
    openssl.waitForFinished();
    if (openssl.exitStatus() != QProcess::NormalExit || openssl.exitCode() != 0) {
        qFatal("openssl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
               openssl.readAllStandardError().constData());
    }
}

void TestCertificates::makeKey(const QString& name) const
{
    run({QStringLiteral("ecparam"), QStringLiteral("-name"), QStringLiteral("prime256v1"),
         QStringLiteral("-genkey"), QStringLiteral("-noout"), QStringLiteral("-out"),
         name + QStringLiteral(".key")});
}

void TestCertificates::sign(const QString& name, const QString& subject, const QByteArray& alternatives,
                            int days) const
{
    QFile extensions(file(name + QStringLiteral(".ext")));
    if (!extensions.open(QIODevice::WriteOnly) ||
        extensions.write("subjectAltName=" + alternatives + '\n') < 0) {
        qFatal("cannot write %s", qPrintable(extensions.fileName()));
    }
    extensions.close();
    makeKey(name);
    run({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"), name + QStringLiteral(".key"),
         QStringLiteral("-out"), name + QStringLiteral(".csr"), QStringLiteral("-subj"), subject});
    run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), name + QStringLiteral(".csr"),
         QStringLiteral("-CA"), QStringLiteral("ca.pem"), QStringLiteral("-CAkey"), QStringLiteral("ca.key"),
         QStringLiteral("-CAcreateserial"), QStringLiteral("-days"), QString::number(days),
         QStringLiteral("-extfile"), name + QStringLiteral(".ext"), QStringLiteral("-out"),
         name + QStringLiteral(".pem")});
}

} // namespace stowage::test
