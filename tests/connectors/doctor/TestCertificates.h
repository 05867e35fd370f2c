// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace stowage::test {

/// A certificate authority of the test's own, made by `openssl` when the test begins.
class TestCertificates
{
public:
    TestCertificates();

    QString caFile() const { return file("ca.pem"); }

    /// A server with a certificate for these names ("DNS:localhost,IP:127.0.0.1"); negative days: expired.
    QSslConfiguration server(const QByteArray& names, int days);

private:
    QString file(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    void openssl(const QStringList& arguments) const;
    void write(const char* name, const QByteArray& content) const;

    QTemporaryDir m_dir;
};

} // namespace stowage::test
