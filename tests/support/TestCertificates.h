// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace stowage::test {

/// Certificates for servers on loopback, made by the `openssl` command at first use, once a process:
/// ca.pem, and each as NAME.pem with NAME.key: good (localhost, 127.0.0.1, ::1), selfsigned, expired (a day
/// ago), wronghost (other.example), client. Elliptic keys, since they are made within milliseconds.
class TestCertificates
{
public:
    /// One set for all servers that live at the same time.
    static std::shared_ptr<TestCertificates> shared();

    QString file(const QString& name) const { return m_folder.filePath(name); }
    /// "sha256//base64" of good's public key.
    QByteArray pin() const;

private:
    TestCertificates();
    void run(const QStringList& arguments) const;
    void makeKey(const QString& name) const;
    void sign(const QString& name, const QString& subject, const QByteArray& alternatives, int days) const;

    QTemporaryDir m_folder;
};

} // namespace stowage::test
