// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ServerValues.h"

namespace stowage::test {

/// Applies those faults that are a matter of status, headers and content; the wire is NastyConnection's.
void spoilContent(ServerAnswer& answer, const RecordedRequest& request, const QByteArray& stranger);

} // namespace stowage::test
