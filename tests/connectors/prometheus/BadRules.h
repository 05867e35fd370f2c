// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace stowage::test {

/// A page of rules that no server should give, and what can be read of it.
struct BadRules
{
    const char* name;
    QByteArray body;
    int alerts = 0;
    int leftOut = 0;
    int failures = 0;
};

std::vector<BadRules> badRules();

/// A page with one group of these rules. `beside`: further members of the answer.
QByteArray rulesPage(const QByteArray& rules, const QByteArray& beside = {});

/// A rule of that health with these alerts.
QByteArray ruleOf(const QByteArray& name, const QByteArray& alerts, const QByteArray& health = "ok");

/// An alert of the page, since 2026-11-21T21:00:00Z.
QByteArray ruleAlert(const QByteArray& labels, const QByteArray& state = "firing",
                     const QByteArray& value = "1e+00");

} // namespace stowage::test
