// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace stowage::test {

/// A message bus of the test's own, on which nobody else is.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();

    /// Empty when it did not start; error() says why.
    const QString& address() const { return m_address; }
    const QString& error() const { return m_error; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
    QString m_error;
};

} // namespace stowage::test
