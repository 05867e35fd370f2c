// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/connectors/beszel/BadHubPages.h"

namespace stowage::test {

/// A record as the hub writes it.
QByteArray alertRecord(const QByteArray& id, const QByteArray& user, const QByteArray& name, bool isTriggered,
                       const QByteArray& updated, double limit = 80, int minutes = 1,
                       const QByteArray& system = "s1");
QByteArray turnRecord(const QByteArray& id, const QByteArray& alert, const QByteArray& began,
                      const QByteArray& ended, const QByteArray& name = "CPU", double limit = 80);
QByteArray quietRecord(const QByteArray& type, const QByteArray& from, const QByteArray& to,
                       const QByteArray& system = "");

/// Records that cannot be read, and those of which a part is odd: `isRead` says which.
struct OddRecord
{
    const char* name;
    QByteArray record;
    bool isRead;
};

std::vector<OddRecord> oddAlerts();
std::vector<OddRecord> oddTurns();
std::vector<OddRecord> oddQuietHours();

} // namespace stowage::test
