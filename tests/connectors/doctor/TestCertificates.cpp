// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/doctor/TestCertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace stowage::test {
namespace {

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

} // namespace

TestCertificates::TestCertificates()
{
    openssl(
        words("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.pem "
              "-days 3650 -subj /CN=Stowage-test-CA"));
}

QSslConfiguration TestCertificates::server(const QByteArray& names, int days)
{
    write("names", "subjectAltName=" + names + '\n');
    openssl(words(
        "req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout server.key -out server.csr "
        "-subj /CN=stowage-test"));
    openssl(words("x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile names -out "
                  "server.pem") +
            QStringList{QStringLiteral("-days"), QString::number(days)});
    QFile key(file("server.key"));
    if (!key.open(QIODevice::ReadOnly)) {
        qFatal("openssl made no key");
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate::fromPath(file("server.pem")).value(0));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    return configuration;
}

void TestCertificates::openssl(const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished() || process.exitCode() != 0) {
        qFatal("openssl %s: %s", qPrintable(arguments.value(0)), process.readAllStandardError().constData());
    }
}

void TestCertificates::write(const char* name, const QByteArray& content) const
{
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(out.fileName()));
    }
}

} // namespace stowage::test
