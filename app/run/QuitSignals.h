// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace stowage {

/// SIGINT and SIGTERM as a Qt signal, so that the program ends the way it always does: exchanges cut, the
/// database's last commit awaited. One at a time in a program. A second signal of the same kind kills, should
/// the clean end ever hang.
class QuitSignals : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject* parent = nullptr);
    ~QuitSignals() override; ///< the signals kill again

Q_SIGNALS:
    void received(int signal);

private:
    void read();

    int m_readEnd = -1;
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace stowage
