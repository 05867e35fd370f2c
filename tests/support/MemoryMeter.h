// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace stowage::test {

/// Measures by how much the memory of this process that is resident grows, and has grown at most: looks every
/// few milliseconds while the event loop goes round, whatever other threads do meanwhile.
class MemoryMeter : public QObject
{
    Q_OBJECT

public:
    /// Begins measuring. What is free goes back to the system first, so that it does not hide what is taken.
    explicit MemoryMeter(QObject* parent = nullptr);

    qint64 grown() const;            ///< bytes, now
    qint64 most() { return look(); } ///< bytes, at any moment so far

    /// Begins anew to look for the most.
    void forgetMost() { m_most = 0; }

    /// Gives back to the system what is free.
    static void trim();

private:
    qint64 look();

    QTimer m_timer;
    qint64 m_before = 0;
    qint64 m_most = 0;
};

} // namespace stowage::test
