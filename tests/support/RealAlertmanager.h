// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ServerProcess.h"

namespace stowage::test {

/// Debian's prometheus-alertmanager, alone and on loopback, with its data in a folder of the caller's. A
/// critical alert inhibits warnings of the same instance; nobody is notified.
///
/// Debian's program looks for its templates below /usr/share, where nothing is as it is unpacked and not
/// installed: what is run is a copy that looks for them in its working directory.
class RealAlertmanager
{
public:
    explicit RealAlertmanager(const QString& folder);

    bool start();
    void stop() { m_process.stop(); }
    void kill() { m_process.kill(); }

    QString error() const { return m_error.isEmpty() ? m_process.error() : m_error; }
    QByteArray url() const { return m_process.url(); }
    QByteArray authority() const { return m_process.url().mid(7); } ///< "127.0.0.1:PORT"

private:
    bool prepare();

    QString m_folder;
    QString m_error;
    ServerProcess m_process;
};

} // namespace stowage::test
