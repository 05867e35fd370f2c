// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/doctor/ServerProbe.h"

#include <map>

namespace stowage::test {

using ProbeFindings = std::map<DoctorStep, Finding>;

/// Runs a probe to its end, and checks that it tells nothing before start() has returned and each step once.
ProbeFindings findingsOf(ServerProbe& probe);

} // namespace stowage::test
