// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/exposition/Exposition.h"
#include "connectors/exposition/ExpositionFault.h"

namespace stowage::test {

/// A page that is wrong at one line.
struct BadPage
{
    const char* name;
    QByteArray page;
    quint64 line; ///< the wrong one
    int samples;  ///< told before it
    ExpositionFault::Kind kind;
    ExpositionForm form = ExpositionForm::Prometheus;
};

std::vector<BadPage> badPages();

} // namespace stowage::test
