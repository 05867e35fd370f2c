// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace stowage::test {

/// What a server should never say, or says when it refuses.
struct NastyAnswer
{
    const char* name;
    QByteArray body;
    int status = 200;
};

/// No answer to any question.
std::vector<NastyAnswer> nastyAnswers();

} // namespace stowage::test
