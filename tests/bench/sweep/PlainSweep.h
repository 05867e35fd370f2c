// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace stowage::bench {

/// The bare libcurl loop: as many easy handles as connections on one multi handle and one thread, each given
/// the next URL as soon as it is through. It reads of an answer what tells held from absent, and does nothing
/// else. How many were held; -1 when a request failed.
int plainSweep(const std::vector<QByteArray>& urls, int connections);

} // namespace stowage::bench
