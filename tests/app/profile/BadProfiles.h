// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace stowage::test {

/// A profile with one thing wrong, and what must be told of it.
struct BadProfile
{
    const char* name;
    QByteArray text;
    int line;            ///< of the problem
    const char* pointer; ///< of the problem
    const char* what;    ///< stands in what is wrong
    const char* todo;    ///< stands in what to do about it; "" for whatever
};

/// Not JSON, not text, or too much of it.
std::vector<BadProfile> badSyntax();

/// JSON that the schema refuses.
std::vector<BadProfile> badByTheSchema();

/// What no schema can say.
std::vector<BadProfile> badByTheRules();

} // namespace stowage::test
