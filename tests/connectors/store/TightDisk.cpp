// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/TightDisk.h"

#include <QTest>

#include <csignal>

namespace stowage::test {

TightDisk::TightDisk(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &m_usual), 0);
    rlimit tight = m_usual;
    tight.rlim_cur = bytes;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
}

} // namespace stowage::test
