// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace stowage::test {

/// Rules with one fault each: where it is told, and a word that must be in it.
struct BadRules
{
    const char* name;
    QByteArray text;
    int line;
    const char* says;
};

std::vector<BadRules> badRules();

/// A file with this one rule, on line 4.
QByteArray oneRule(const QByteArray& rule);

} // namespace stowage::test
