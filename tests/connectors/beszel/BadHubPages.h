// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace stowage::test {

struct NamedText
{
    const char* name;
    QByteArray text;
};

/// Answers that are no list, each in its own way.
std::vector<NamedText> notHubLists();

/// The `stats` of one record that says "cpu":50 and, beside it, something odd.
std::vector<NamedText> oddStats();

/// A list of one system_stats record with these stats.
QByteArray statsPage(const QByteArray& stats, const QByteArray& id = "r1",
                     const QByteArray& created = "2026-11-21 22:00:00.000Z", const QByteArray& type = "1m");

/// A list of these records.
QByteArray listOf(const std::vector<QByteArray>& records);

} // namespace stowage::test
