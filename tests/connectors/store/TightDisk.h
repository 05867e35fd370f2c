// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/resource.h>

namespace stowage::test {

/// While it lives no file of this process may grow beyond so many bytes: a disk without room.
class TightDisk
{
public:
    explicit TightDisk(rlim_t bytes);
    TightDisk(const TightDisk&) = delete;
    TightDisk& operator=(const TightDisk&) = delete;
    ~TightDisk() { setrlimit(RLIMIT_FSIZE, &m_usual); }

private:
    rlimit m_usual = {};
};

} // namespace stowage::test
